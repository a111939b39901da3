import { fixGroupKey } from '../cost/fix-cost.ts';
import type { PricedFinding, PricedFindings } from '../cost/price-findings.ts';
import type { Finding } from '../findings/finding.ts';

/** Findings that are mended together. */
export interface PlanItem {
  readonly findings: readonly Finding[];
  /** Mean effort, person-minutes. */
  readonly minutes: number;
  /** Yearly saving at the moment of the pick, EUR; the plan's own saving is exact. */
  readonly savedEur: number;
  readonly isIndispensable: boolean;
}

/** What may be mended: groups that share a fix, each with what they save now. */
export function fixGroups(
  findings: readonly PricedFinding[],
  isIndispensable: (finding: Finding) => boolean,
): readonly PlanItem[] {
  const together = groupBy(findings, (each) => fixGroupKey(each.workings) ?? each.finding);
  return [...together.values()].map((group) => itemOf(group, marginOf(group), isIndispensable));
}

/** The same, and every file that is slow for several reasons as one group. */
export function candidatesOf(
  { findings }: PricedFindings,
  isIndispensable: (finding: Finding) => boolean,
  isFixed: (finding: Finding) => boolean,
): readonly PlanItem[] {
  const open = findings.filter(({ finding }) => !isFixed(finding));
  const byFile = groupBy(
    open.filter(({ workings }) => workings.drag !== undefined),
    ({ finding }) => finding.file,
  );
  return [
    ...fixGroups(open, isIndispensable),
    ...[...byFile.values()]
      .filter((group) => group.length > 1)
      .map((group) => itemOf(group, wholeFileSaving(group), () => false)),
  ];
}

function itemOf(
  group: readonly PricedFinding[],
  savedEur: number,
  isIndispensable: (finding: Finding) => boolean,
): PlanItem {
  return {
    findings: group.map(({ finding }) => finding),
    minutes: group.reduce((sum, { sharedMinutes }) => sum + sharedMinutes.mean, 0),
    savedEur,
    isIndispensable: group.some(({ finding }) => isIndispensable(finding)),
  };
}

function marginOf(group: readonly PricedFinding[]): number {
  return group.reduce((sum, { price }) => sum + price.onlyThisEur, 0);
}

/** With all of a file's findings its whole drag goes, which is more than the sum of what each saves alone. */
function wholeFileSaving(group: readonly PricedFinding[]): number {
  return group.reduce(
    (sum, { price, shares, workings }) => sum + price.onlyThisEur - workings.dragMarginEur + shares.drag.mean,
    0,
  );
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
