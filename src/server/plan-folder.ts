import type { Language } from '../base/language.ts';
import { budgetMinutes } from '../cost/budget.ts';
import { summarisePlan, type PlanSummary } from '../protocol/plan-summary.ts';
import { markdownPlan } from '../reports/plan-report.ts';
import { planAssessment, type PlanGoal } from '../triage/plan-assessment.ts';
import type { Folder } from './folders.ts';

/** A plan for a folder's newest result as Markdown; null before the first result, or for a text that is no budget. */
export function planFolder({ session }: Folder, budget: string | undefined, language: Language): string | null {
  const { result } = session;
  if (result === undefined) return null;
  const { assessment, priced } = result;
  const minutes = budget === undefined ? undefined : budgetMinutes(budget, priced.context.profile);
  if (budget !== undefined && minutes === undefined) return null;
  const goal: PlanGoal = minutes === undefined ? { kind: 'minimum' } : { kind: 'budget', minutes };
  const plan = planAssessment(assessment.findings, priced.context, goal, (file) => result.ownerOf(file));
  return markdownPlan(plan, { language, rules: result.rules, currency: assessment.currency });
}

/** What the panel shows of the best set within a budget of person-minutes; null before the first result. */
export function planSummary({ session }: Folder, budgetMinutes: number, language: Language): PlanSummary | null {
  const { result } = session;
  if (result === undefined) return null;
  const { assessment, priced } = result;
  const plan = planAssessment(assessment.findings, priced.context, { kind: 'budget', minutes: budgetMinutes });
  return summarisePlan(plan, budgetMinutes, { language, rules: result.rules });
}
