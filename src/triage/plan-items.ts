import { fixGroupKey } from '../cost/fix-cost.ts';
import type { PricedFinding } from '../cost/price-findings.ts';
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

/** Findings that share a fix, such as those of one package or one function. */
export function fixGroups(findings: readonly PricedFinding[]): readonly (readonly PricedFinding[])[] {
  return [...groupBy(findings, (each) => fixGroupKey(each.workings) ?? each.finding).values()];
}

/** Files that are slow for several reasons: all of these are worth more together than one by one. */
export function slowFiles(findings: readonly PricedFinding[]): readonly (readonly PricedFinding[])[] {
  const slowing = findings.filter(({ workings }) => workings.figures.drag !== undefined);
  return [...groupBy(slowing, ({ finding }) => finding.file).values()].filter((group) => group.length > 1);
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
