import type { Constant, MinutesConstant } from '../cost/constant.ts';
import { currencyPerEur, currencyRates } from '../cost/currency-rates.ts';
import { fittedConstants } from '../cost/fitted-constants.ts';
import { specificationConstants } from '../cost/cost-constants.ts';
import { provenances } from '../cost/constant.ts';

/** `media/cost-model.md`: every constant with its value, range, provenance, source and date. */
export function costModelPage(): string {
  const { id, date, general, weaknesses } = specificationConstants;
  return `# The cost model's figures

Set \`${id}\` of ${date}. Amounts are in EUR, efforts in minutes as P10 / P50 / P90. Every figure is editable evidence, not law:
${Object.entries(provenances)
  .map(([tag, meaning]) => `**${tag}** ${meaning.en}`)
  .join(', ')}.

A finding has three separate numbers: what it costs to fix, what carrying it costs a year (development time, defects, upgrades), and what incident it exposes the business to. The last is shown with its chance, never as a loss that happens every year.

How the figures did against the history of real repositories, and where they do no better than a simple count of changes, stands in [the back-test](back-test.md): the order by cost finds later fixes better than chance and tells something that lines and churn do not, but on its own it finds fewer of them than churn or prior fixes; so the amounts of *development drag* and *defects* say what bad structure costs, not where the next bug will be.

A second set, \`${fittedConstants.id}\` of ${fittedConstants.date}, is fitted to those repositories: drag ceiling ${fittedConstants.general.dragCeiling.value}, defect risk ratio ${fittedConstants.general.defectRiskRatio.value}, weights doubled. A profile chooses it with \`"figures"\`.

## Exchange rates

Tag **${currencyRates.tag}** of ${currencyRates.date}: ${currencyRates.source.en}. A profile states its own in \`currencyPerEur\`. Units for one euro: ${[...currencyPerEur].map(([code, rate]) => `${code} ${rate}`).join(', ')}.

## Your own assumptions

A profile may state another value for a constant with tag **A** and a range: \`"assumptions": { "epssCritical": 0.01, "injection.riskRatio": 3 }\`, at most twice beyond its range. Names are those of the first table without spaces (\`epssCritical\`), and of a class followed by \`.riskRatio\`, \`.severity\`, \`.weight\`, \`.incidents\`, \`.incidentsCritical\` or \`.forced\`.

## General

${table(Object.entries(general).map(([name, value]) => constantRow(name, value)))}

## By weakness class

${table(Object.entries(weaknesses).flatMap(([name, figures]) => rowsOf(name, figures)))}
`;
}

function table(rows: readonly string[]): string {
  return [
    '| figure | value | P10–P90 | from | source | checked |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** Finds the constants in a record of figures, however deep they stand. */
function rowsOf(name: string, figures: unknown): string[] {
  if (isMinutes(figures)) return [row(name, `${figures.p10} / ${figures.p50} / ${figures.p90} min`, '', figures)];
  if (isConstant(figures)) return [constantRow(name, figures)];
  if (typeof figures !== 'object' || figures === null) return [];
  return Object.entries(figures).flatMap(([key, value]) => rowsOf(`${name}: ${spaced(key)}`, value));
}

function isConstant(value: unknown): value is Constant {
  return typeof value === 'object' && value !== null && 'tag' in value && 'value' in value;
}

function isMinutes(value: unknown): value is MinutesConstant {
  return typeof value === 'object' && value !== null && 'tag' in value && 'p50' in value;
}

function constantRow(name: string, constant: Constant): string {
  const range = constant.p10 === undefined || constant.p90 === undefined ? '' : `${constant.p10}–${constant.p90}`;
  return row(spaced(name), String(constant.value), range, constant);
}

function row(name: string, value: string, range: string, { tag, source, date }: Constant | MinutesConstant): string {
  return `| ${[name, value, range, tag, source.en.replaceAll('|', '\\|'), date].join(' | ')} |`;
}

function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
