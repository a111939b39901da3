import { presentValueFactor } from '../cost/business-profile.ts';
import type { CostContext } from '../cost/cost-context.ts';
import { priceFindings, type PricedFindings } from '../cost/price-findings.ts';
import type { Totals } from '../cost/price.ts';
import { totalsOf } from '../cost/totals.ts';
import type { Finding } from '../findings/finding.ts';
import { candidatesOf, fixGroups, type PlanItem } from './plan-items.ts';

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

export interface MinimumOptions {
  readonly indispensableAmong: (priced: PricedFindings) => ReadonlySet<Finding>;
  /** Findings that stay, such as accepted ones. */
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
  return planOf(state, before);
}

/**
 * The smallest set that leaves nothing indispensable. What is mended only raises the shares of what is left, so a
 * finding that is indispensable once stays so: all of them, in rounds until a round finds no more, are the minimum.
 */
export function planMinimum(findings: readonly Finding[], context: CostContext, options: MinimumOptions): BudgetPlan {
  const before = priceFindings(findings, context);
  const state = { items: [] as PlanItem[], spent: 0, priced: before };
  for (;;) {
    const wanted = options.indispensableAmong(state.priced);
    const open = state.priced.findings.filter(({ finding }) => options.isFixed?.(finding) !== true);
    const picks = fixGroups(open, (finding) => wanted.has(finding)).filter((item) => item.isIndispensable);
    if (picks.length === 0) return planOf({ ...state, context }, before);
    picks.sort((a, b) => b.savedEur / b.minutes - a.savedEur / a.minutes);
    const picked = new Set(picks.flatMap((item) => item.findings));
    state.items.push(...picks);
    state.spent += picks.reduce((sum, { minutes }) => sum + minutes, 0);
    const left = state.priced.findings.map(({ finding }) => finding).filter((finding) => !picked.has(finding));
    state.priced = priceFindings(left, context);
  }
}

/** The difference of the totals with and without the whole set is exact; each item's saving is that of its pick. */
function planOf({ context, items, spent, priced }: Omit<PlanState, 'options'>, before: PricedFindings): BudgetPlan {
  const beforeTotals = totalsOf(before.findings, context);
  const after = totalsOf(priced.findings, context);
  return {
    items,
    left: priced.findings.map(({ finding }) => finding),
    minutes: spent,
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
    const { isIndispensable, isFixed = () => false } = state.options;
    const candidates = candidatesOf(state.priced, isIndispensable, isFixed).filter(isWanted);
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

function paysForItself({ savedEur, minutes }: PlanItem, { profile }: CostContext): boolean {
  return savedEur * presentValueFactor(profile) >= (minutes / 60) * profile.hourlyRateEur;
}
