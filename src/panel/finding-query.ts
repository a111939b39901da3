import type { FindingSummary } from '../protocol/finding-summary.ts';
import type { PanelState } from '../protocol/panel-messages.ts';
import type { RuleSummary } from '../protocol/summary.ts';

/** What a filter needs besides the findings. */
export interface QueryContext {
  readonly searchTexts: ReadonlyMap<FindingSummary, string>;
  /** How many units of the shown currency one EUR buys. */
  readonly perEur: number;
}

/** The findings that pass a filter, in the chosen order; `findings` come by rank. */
export function queryFindings(
  findings: readonly FindingSummary[],
  { filter, sort }: Pick<PanelState, 'filter' | 'sort'>,
  { searchTexts, perEur }: QueryContext,
): readonly FindingSummary[] {
  const words = foldText(filter.text).split(/\s+/).filter(Boolean);
  const matching = findings.filter(
    (finding) =>
      (filter.class === '' || finding.class === filter.class) &&
      (filter.family === '' || finding.family === filter.family) &&
      finding.leaveEur.mean * perEur >= filter.minimumCost &&
      containsAll(searchTexts.get(finding) ?? '', words),
  );
  return sort === 'rank' ? matching : matching.sort(orders[sort]);
}

/** What the search looks at in each finding; folding texts is slow, so it is done once per summary. */
export function searchTextsOf(
  findings: readonly FindingSummary[],
  rules: ReadonlyMap<string, RuleSummary>,
): ReadonlyMap<FindingSummary, string> {
  return new Map(findings.map((finding) => [finding, searchedText(finding, rules.get(finding.rule))]));
}

/** Whether a filter hides anything. */
export function isFiltering({ text, class: triageClass, family, minimumCost }: PanelState['filter']): boolean {
  return text.trim() !== '' || triageClass !== '' || family !== '' || minimumCost > 0;
}

type Order = (a: FindingSummary, b: FindingSummary) => number;

const orders: Readonly<Record<Exclude<PanelState['sort'], 'rank'>, Order>> = {
  cost: (a, b) => b.leaveEur.mean - a.leaveEur.mean,
  fix: (a, b) => a.fixMinutes.mean - b.fixMinutes.mean,
  payback: (a, b) => (a.paybackMonths ?? Infinity) - (b.paybackMonths ?? Infinity) || 0,
  place: (a, b) => compareTexts(a.file, b.file) || a.range.start.line - b.range.start.line,
};

function searchedText(finding: FindingSummary, rule: RuleSummary | undefined): string {
  const parts = [finding.message, finding.file, finding.rule, finding.package?.name, rule?.title, rule?.forLeads];
  return foldText(parts.join('\n'));
}

/** Lower case without accents, so that "securite" finds "sécurité". */
function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

function containsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
