import type { PricedFinding } from '../cost/price-findings.ts';
import type { CostContext } from '../cost/cost-context.ts';
import type { Finding } from '../findings/finding.ts';
import type { AssessedFinding } from './assessment.ts';
import { isOpen } from './assess.ts';
import { planMinimum, planWithinBudget, type BudgetPlan } from './budget-plan.ts';
import type { PlanItem } from './plan-items.ts';
import { createTriage } from './triage.ts';

/** How much may be spent, or the least that leaves nothing indispensable. */
export type PlanGoal = { readonly kind: 'budget'; readonly minutes: number } | { readonly kind: 'minimum' };

/** What a plan asks of one team or one area. */
export interface PlanPart {
  /** Name of the team or area; undefined for what belongs to none. */
  readonly name: string | undefined;
  readonly findings: number;
  readonly minutes: number;
  readonly savedEur: number;
}

/** A plan for the findings of an assessment, and how it falls to teams and areas. */
export interface WorkPlan extends BudgetPlan {
  readonly goal: PlanGoal;
  readonly byTeam: readonly PlanPart[];
  readonly byArea: readonly PlanPart[];
  /** Indispensable findings that the budget does not reach. */
  readonly indispensableLeft: number;
}

/** Who answers for a file. */
export type OwnerOf = (file: string) => string | undefined;

/**
 * Plans the work on assessed findings. Accepted and silenced ones stay: they cost as before and nobody mends them.
 * A class that the team overruled holds in the plan too.
 */
export function planAssessment(
  assessed: readonly AssessedFinding[],
  context: CostContext,
  goal: PlanGoal,
  ownerOf: OwnerOf = () => undefined,
): WorkPlan {
  const rows = new Map(assessed.map((each) => [each.finding, each]));
  const findings = [...rows.keys()];
  const isFixed = (finding: Finding): boolean => !isOpenRow(rows.get(finding));
  const isIndispensable = (finding: Finding): boolean => rows.get(finding)?.triage.class === 'indispensable';
  const plan =
    goal.kind === 'budget'
      ? planWithinBudget(findings, context, { budgetMinutes: goal.minutes, isIndispensable, isFixed })
      : planMinimum(findings, context, {
          isFixed,
          indispensableAmong: (priced) => indispensableAmong(priced.findings, context, rows),
        });
  const areaOf = (file: string): string | undefined => context.areaOf(file)?.name;
  const teamOf = (file: string): string | undefined => context.areaOf(file)?.owner ?? ownerOf(file);
  return {
    ...plan,
    goal,
    byTeam: partsOf(plan.items, teamOf),
    byArea: partsOf(plan.items, areaOf),
    indispensableLeft: plan.left.filter((finding) => isIndispensable(finding) && !isFixed(finding)).length,
  };
}

function isOpenRow(row: AssessedFinding | undefined): boolean {
  return row !== undefined && isOpen(row.triage);
}

/** Classes follow the new prices, except where people decided the class. */
function indispensableAmong(
  priced: readonly PricedFinding[],
  context: CostContext,
  rows: ReadonlyMap<Finding, AssessedFinding>,
): ReadonlySet<Finding> {
  const verdictOf = createTriage(context);
  const wanted = new Set<Finding>();
  for (const each of priced) {
    const row = rows.get(each.finding);
    if (!isOpenRow(row)) continue;
    const decided = row?.triage.isOverruled === true ? row.triage.class : verdictOf(each).class;
    if (decided === 'indispensable') wanted.add(each.finding);
  }
  return wanted;
}

/** An item of several files falls to them in proportion to its findings. */
function partsOf(items: readonly PlanItem[], nameOf: (file: string) => string | undefined): readonly PlanPart[] {
  const parts = new Map<string | undefined, { findings: number; minutes: number; savedEur: number }>();
  for (const item of items) {
    for (const { file } of item.findings) {
      const name = nameOf(file);
      const part = parts.get(name) ?? { findings: 0, minutes: 0, savedEur: 0 };
      parts.set(name, part);
      part.findings += 1;
      part.minutes += item.minutes / item.findings.length;
      part.savedEur += item.savedEur / item.findings.length;
    }
  }
  return [...parts].map(([name, part]) => ({ name, ...part })).sort((a, b) => b.minutes - a.minutes);
}
