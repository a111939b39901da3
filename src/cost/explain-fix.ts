import type { CostContext } from './cost-context.ts';
import type { DerivationWriter } from './derivation.ts';
import { complexityMinutes, testFactor } from './fix-cost.ts';
import type { DerivationLine } from './price.ts';
import type { PricedFinding } from './price-findings.ts';

/** The derivation of the fix: minutes of work, thin tests, overhead, rate. */
export function explainFix(
  { finding, price, workings }: PricedFinding,
  context: CostContext,
  writer: DerivationWriter,
): DerivationLine[] {
  const { general } = context.constants;
  const { effort } = workings.figures;
  const { drivers } = finding;
  const files = drivers.importingFiles ?? 0;
  const factor = testFactor(workings.place, general);
  return [
    writer.line(
      labels.title,
      (f) => `${f.money(price.fixEur.p10)} / ${f.money(price.fixEur.p50)} / ${f.money(price.fixEur.p90)}`,
    ),
    effort.isComplexity === true
      ? writer.minutes(labels.work, { ...effort.minutes, ...complexityMinutes(drivers.complexity ?? 20) })
      : writer.minutes(labels.work, effort.minutes),
    ...(effort.perPoint === undefined
      ? []
      : [writer.line(labels.files, (f) => f.number(files)), writer.minutes(labels.perFile, effort.perPoint.minutes)]),
    ...(effort.times === undefined
      ? []
      : [writer.line(labels.imports, (f) => f.number(Math.max(1, drivers[effort.times ?? 'cutImports'] ?? 1)))]),
    ...(factor === 1 ? [] : [writer.constant(labels.untested, general.uncoveredFactor)]),
    writer.constant(
      labels.overhead,
      general.overheadP50,
      (f) =>
        `${f.number(general.overheadP10.value)} / ${f.number(general.overheadP50.value)} / ${f.minutes(general.overheadP90.value)}`,
    ),
    writer.line(labels.rate, (f) => f.money(context.profile.hourlyRateEur)),
  ];
}

const labels = {
  title: { en: 'Fix, P10 / P50 / P90', fr: 'Correction, P10 / P50 / P90' },
  work: { en: 'Minutes of work, P10 / P50 / P90', fr: 'Minutes de travail, P10 / P50 / P90' },
  files: { en: 'Files that import the package', fr: 'Fichiers qui importent le paquet' },
  perFile: { en: 'Minutes more for each of them', fr: 'Minutes de plus pour chacun' },
  imports: { en: 'Imports to cut', fr: 'Imports à couper' },
  untested: { en: 'Tests are thin: takes longer by', fr: 'Peu de tests : plus long d’un facteur' },
  overhead: { en: 'Overhead of a fix', fr: 'Frais fixes d’une correction' },
  rate: { en: 'Hourly rate', fr: 'Taux horaire' },
};
