import type { Language } from '../base/language.ts';
import { UserError } from '../base/user-error.ts';
import { budgetMinutes } from '../cost/budget.ts';
import type { BusinessProfile } from '../cost/business-profile.ts';
import { planWords } from './plan-words.ts';

/** Minutes of work that a budget buys, as `budgetMinutes` reads it; throws a `UserError` for what is none. */
export function readBudget(text: string, profile: BusinessProfile, language: Language): number {
  const minutes = budgetMinutes(text, profile);
  if (minutes === undefined) throw new UserError(planWords[language].badBudget(text));
  return minutes;
}
