import { presentValueFactor } from '../cost/business-profile.ts';
import type { CostContext } from '../cost/cost-context.ts';
import { fixGroupKey } from '../cost/fix-cost.ts';
import { priceFindings, type PricedFinding, type PricedFindings } from '../cost/price-findings.ts';
import type { Totals } from '../cost/price.ts';
import { totalsOf } from '../cost/totals.ts';
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

/** What to mend within a budget, and what stays. */
export interface BudgetPlan {
  readonly items: readonly PlanItem[];
  readonly left: readonly Finding[];
  readonly minutes: number;
  /** Difference of the totals with and without the whole set, EUR a year. */
  readonly savedEur: number;
  readonly before: Totals;
  readonly after: Totals;
  /** What the findings left behind cost in each month they wait, EUR. */
  readonly waitingEurPerMonth: number;
}

export interface PlanOptions {
  readonly budgetMinutes: number;
  readonly isIndispensable: (finding: Finding) => boolean;
  /** Findings that stay, such as accepted ones: they count in the totals and are not mended. */
  readonly isFixed?: (finding: Finding) => boolean;
}

/**
 * Picks what saves most per effort within a budget: indispensables first, then what pays for itself within the
 * horizon. What is mended together is picked together, whole files are tried as groups, and prices are worked out
 * anew after each round, because findings of one file share their cost.
 */
export function planWithinBudget(findings: readonly Finding[], context: CostContext, options: PlanOptions): BudgetPlan {
  const before = priceFindings(findings, context);
  const state: PlanState = { context, options, items: [], spent: 0, priced: before };
  pickRounds(state, (item) => item.isIndispensable);
  pickRounds(state, (item) => paysForItself(item, context));
  const beforeTotals = totalsOf(before.findings, context);
  const after = totalsOf(state.priced.findings, context);
  return {
    items: state.items,
    left: state.priced.findings.map(({ finding }) => finding),
    minutes: state.spent,
    savedEur: beforeTotals.leaveEur.mean - after.leaveEur.mean,
    before: beforeTotals,
    after,
    waitingEurPerMonth: after.leaveEur.mean / 12,
  };
}

interface PlanState {
  readonly context: CostContext;
  readonly options: PlanOptions;
  readonly items: PlanItem[];
  spent: number;
  /** Prices of what is left. */
  priced: PricedFindings;
}

function pickRounds(state: PlanState, isWanted: (item: PlanItem) => boolean): void {
  for (;;) {
    const candidates = candidatesOf(state.priced, state.options).filter(isWanted);
    candidates.sort((a, b) => b.savedEur / b.minutes - a.savedEur / a.minutes);
    const picked = pickRound(state, candidates);
    if (picked.size === 0) return;
    const left = state.priced.findings.map(({ finding }) => finding).filter((finding) => !picked.has(finding));
    state.priced = priceFindings(left, state.context);
  }
}

/** Picks the best candidates that fit; of each file at most one, since its others change price by that. */
function pickRound(state: PlanState, candidates: readonly PlanItem[]): ReadonlySet<Finding> {
  const picked = new Set<Finding>();
  const touched = new Set<string>();
  const most = Math.max(1, Math.ceil(candidates.length / 20));
  let count = 0;
  for (const item of candidates) {
    if (count >= most) break;
    const files = item.findings.map(({ file }) => file);
    const fits = state.spent + item.minutes <= state.options.budgetMinutes;
    if (!fits || files.some((file) => touched.has(file))) continue;
    for (const file of files) touched.add(file);
    for (const finding of item.findings) picked.add(finding);
    state.items.push(item);
    state.spent += item.minutes;
    count += 1;
  }
  return picked;
}

function candidatesOf({ findings }: PricedFindings, { isIndispensable, isFixed }: PlanOptions): PlanItem[] {
  const open = findings.filter(({ finding }) => isFixed?.(finding) !== true);
  const together = groupBy(open, (each) => fixGroupKey(each.workings) ?? each.finding);
  const byFile = groupBy(
    open.filter(({ workings }) => workings.drag !== undefined),
    ({ finding }) => finding.file,
  );
  return [
    ...[...together.values()].map((group) => itemOf(group, marginOf(group), isIndispensable)),
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

function paysForItself({ savedEur, minutes }: PlanItem, { profile }: CostContext): boolean {
  return savedEur * presentValueFactor(profile) >= (minutes / 60) * profile.hourlyRateEur;
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
