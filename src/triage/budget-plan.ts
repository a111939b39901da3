import { presentValueFactor } from '../cost/business-profile.ts';
import type { CostContext } from '../cost/cost-context.ts';
import { priceFindings, type PricedFinding, type PricedFindings } from '../cost/price-findings.ts';
import type { Totals } from '../cost/price.ts';
import { createSavingsLedger } from '../cost/savings-ledger.ts';
import { totalsOf } from '../cost/totals.ts';
import type { Finding } from '../findings/finding.ts';
import { pickByReturn } from './pick-by-return.ts';
import { fixGroups, slowFiles, type PlanItem } from './plan-items.ts';

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
 * horizon. What is mended together is picked together, whole files are tried as groups, and after each pick the
 * savings of what shares a file, a package or an incident with it are worked out anew.
 */
export function planWithinBudget(findings: readonly Finding[], context: CostContext, options: PlanOptions): BudgetPlan {
  const before = priceFindings(findings, context);
  const { isIndispensable, isFixed = () => false, budgetMinutes } = options;
  const open = before.findings.filter(({ finding }) => !isFixed(finding));
  const ledger = createSavingsLedger(before);
  const groups = fixGroups(open);
  const needed = groups.filter((group) => group.some(({ finding }) => isIndispensable(finding)));
  const first = pickByReturn({ groups: needed, ledger, budgetMinutes, isIndispensable, leastReturn: 0 });
  const picked = new Set(first.items.flatMap((item) => item.findings));
  const isLeft = ({ finding }: PricedFinding): boolean => !picked.has(finding);
  const then = pickByReturn({
    groups: [...groups.filter((group) => group.every(isLeft)), ...slowFiles(open.filter(isLeft))],
    ledger,
    budgetMinutes: budgetMinutes - first.minutes,
    isIndispensable,
    leastReturn: breakEvenReturn(context),
  });
  return planOf([...first.items, ...then.items], before);
}

/**
 * The smallest set that leaves nothing indispensable. What is mended only raises the shares of what is left, so a
 * finding that is indispensable once stays so: all of them, in rounds until a round finds no more, are the minimum.
 */
export function planMinimum(findings: readonly Finding[], context: CostContext, options: MinimumOptions): BudgetPlan {
  const before = priceFindings(findings, context);
  const items: PlanItem[] = [];
  for (let priced = before; ;) {
    const wanted = options.indispensableAmong(priced);
    const open = priced.findings.filter(({ finding }) => options.isFixed?.(finding) !== true);
    const { items: round } = pickByReturn({
      groups: fixGroups(open).filter((group) => group.some(({ finding }) => wanted.has(finding))),
      ledger: createSavingsLedger(priced),
      budgetMinutes: Infinity,
      leastReturn: 0,
      isIndispensable: (finding) => wanted.has(finding),
    });
    if (round.length === 0) return planOf(items, before);
    items.push(...round);
    priced = priceWithout(priced, round);
  }
}

/** The difference of the totals with and without the whole set is exact; each item's saving is that of its pick. */
function planOf(items: readonly PlanItem[], before: PricedFindings): BudgetPlan {
  const { context } = before;
  const priced = priceWithout(before, items);
  const beforeTotals = totalsOf(before.findings, context);
  const after = totalsOf(priced.findings, context);
  return {
    items,
    left: priced.findings.map(({ finding }) => finding),
    minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
    savedEur: beforeTotals.leaveEur.mean - after.leaveEur.mean,
    before: beforeTotals,
    after,
    waitingEurPerMonth: after.leaveEur.mean / 12,
  };
}

function priceWithout({ findings, context }: PricedFindings, items: readonly PlanItem[]): PricedFindings {
  const mended = new Set(items.flatMap((item) => item.findings));
  const left = findings.map(({ finding }) => finding).filter((finding) => !mended.has(finding));
  return priceFindings(left, context);
}

/** EUR a year that each minute of work must save to pay for itself within the horizon. */
function breakEvenReturn({ profile }: CostContext): number {
  return profile.hourlyRateEur / 60 / presentValueFactor(profile);
}
