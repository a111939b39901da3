import type { Language } from '../base/language.ts';
import { formatNumber } from '../base/typography.ts';
import { reportWords } from '../reports/report-words.ts';
import { wrapText } from '../reports/terminal-width.ts';
import type { TextStyle } from '../reports/text-style.ts';
import type { RuleInfo } from '../triage/assessment.ts';
import { explainWords } from './explain-words.ts';

/** How an explanation is laid out. */
export interface ExplainLayout {
  readonly language: Language;
  readonly style: TextStyle;
  readonly width: number;
}

/** The page of a rule for a terminal; `page` is the address of the same page. */
export function explainRule(info: RuleInfo, page: string, { language, style, width }: ExplainLayout): string {
  const words = explainWords[language];
  const { avoid, prefer } = reportWords[language];
  const prose = (title: string, text: string): string[] => [style.bold(title), ...wrapText(text, width), ''];
  const code = (title: string, text: string): string[] => [style.bold(title), ...indented(text), ''];
  return [
    `${style.bold(info.title[language])}  ${style.dim(info.id)}`,
    style.dim(factsOf(info, language)),
    '',
    ...prose(words.why, info.why[language]),
    ...prose(words.forLeads, info.forLeads[language]),
    ...code(avoid, info.bad),
    ...code(prefer, info.good),
    page,
    '',
  ].join('\n');
}

function factsOf({ family, cwe, precision, isMeasured }: RuleInfo, language: Language): string {
  const words = explainWords[language];
  const measured = isMeasured ? formatNumber(precision, language, 2) : words.notMeasured;
  return [family, ...cwe.map((number) => `CWE-${number}`), `${words.precision} ${measured}`].join(' · ');
}

function indented(code: string): string[] {
  return code
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);
}
