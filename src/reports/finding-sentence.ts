import type { Language } from '../base/language.ts';
import { inlineText } from '../triage/inline-text.ts';
import type { AssessedFinding } from '../triage/assessment.ts';
import type { DisplayCurrency } from './report-cost.ts';

/** A finding as an editor shows it: what is wrong, then money, effort and urgency. */
export function findingSentence(assessed: AssessedFinding, language: Language, currency: DisplayCurrency): string {
  return `${assessed.finding.message[language]} · ${inlineText(assessed, language, currency)}`;
}
