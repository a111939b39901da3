import type { ResultFinding } from '../reports/result-schema.ts';
import { wrapText } from '../reports/terminal-width.ts';
import { visibleText } from '../reports/visible-text.ts';
import type { ExplainLayout } from './explain-rule.ts';
import { explainWords } from './explain-words.ts';

type DerivationLines = NonNullable<ResultFinding['derivation']>['developer'];

/** A finding for a terminal: what it is, why it is in its class, and how its figures came about for both audiences. */
export function explainFinding(finding: ResultFinding, layout: ExplainLayout): string {
  const { language, style, width } = layout;
  const words = explainWords[language];
  const { derivation, related } = finding;
  return [
    `${style.bold(visibleText(finding.title))}  ${style.dim(`${visibleText(finding.rule)} ${finding.fingerprint}`)}`,
    placeText(finding),
    ...wrapText(visibleText(finding.summary), width),
    ...wrapText(visibleText(finding.triage.reason), width),
    ...(related.length === 0 ? [] : ['', style.bold(words.flow), ...related.map(relatedLine)]),
    ...(derivation === undefined ? [] : ['', style.bold(words.leads), ...derivationLines(derivation.lead, layout)]),
    ...(derivation === undefined
      ? []
      : ['', style.bold(words.developers), ...derivationLines(derivation.developer, layout)]),
    '',
  ].join('\n');
}

function relatedLine(place: ResultFinding['related'][number], index: number): string {
  return `  ${index + 1}. ${placeText(place)} ${visibleText(place.message)}`;
}

function placeText({ file, start }: Pick<ResultFinding, 'file' | 'start'>): string {
  return `${visibleText(file)}:${start.line}:${start.column}`;
}

function derivationLines(lines: DerivationLines, { language, style, width }: ExplainLayout): string[] {
  const colonAfter = (label: string): string => {
    if (label.endsWith('?')) return '';
    return language === 'fr' ? '\u00a0:' : ':';
  };
  return lines.flatMap(({ label, value, source }) => [
    ...hanging(`${visibleText(label)}${colonAfter(label)} ${visibleText(value)}`, width),
    ...(source === undefined ? [] : hanging(`  ${visibleText(source)}`, width).map(style.dim)),
  ]);
}

function hanging(text: string, width: number): string[] {
  return wrapText(text, width - 6).map((line, index) => (index === 0 ? `  ${line}` : `      ${line}`));
}
