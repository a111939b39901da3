import type { TextRange } from '../base/text-range.ts';
import type { ReportOptions } from '../triage/assessment.ts';
import type { PlanItem } from '../triage/plan-items.ts';
import type { WorkPlan } from '../triage/plan-assessment.ts';

/** What a budget buys, in one language; amounts are EUR, efforts person-minutes. */
export interface PlanSummary {
  /** The budget that was asked about. */
  readonly budgetMinutes: number;
  /** What the best set takes of it. */
  readonly minutes: number;
  readonly findings: number;
  readonly savedEur: number;
  /** The first steps in order; at most `listedStepsLimit`. */
  readonly steps: readonly PlanStep[];
  readonly unlistedSteps: number;
  readonly left: {
    readonly findings: number;
    /** How many of them must be fixed. */
    readonly indispensable: number;
    /** What all of them cost in each month that they wait. */
    readonly waitingEurPerMonth: number;
  };
}

/** Findings that are mended together; it opens at the first of them. */
export interface PlanStep {
  readonly rule: string;
  readonly title: string;
  readonly file: string;
  readonly range: TextRange;
  /** How many findings more are mended with the first. */
  readonly others: number;
  readonly minutes: number;
  readonly savedEur: number;
  readonly isIndispensable: boolean;
}

/** How many steps a summary lists; the whole plan is a page of its own. */
const listedStepsLimit = 12;

/** Derives the panel's view of a plan within `budgetMinutes`. */
export function summarisePlan(plan: WorkPlan, budgetMinutes: number, options: ReportOptions): PlanSummary {
  const listed = plan.items.slice(0, listedStepsLimit);
  return {
    budgetMinutes,
    minutes: plan.minutes,
    findings: plan.items.reduce((sum, { findings }) => sum + findings.length, 0),
    savedEur: plan.savedEur,
    steps: listed.flatMap((item) => stepOf(item, options)),
    unlistedSteps: plan.items.length - listed.length,
    left: {
      findings: plan.left.length,
      indispensable: plan.indispensableLeft,
      waitingEurPerMonth: plan.waitingEurPerMonth,
    },
  };
}

function stepOf({ findings, ...figures }: PlanItem, { language, rules }: ReportOptions): readonly PlanStep[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { minutes, savedEur, isIndispensable } = figures;
  const title = rules.get(first.rule)?.title[language] ?? first.message[language];
  const { rule, file, range } = first;
  return [{ rule, title, file, range, others: findings.length - 1, minutes, savedEur, isIndispensable }];
}
