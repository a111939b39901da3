import { ruleCatalogue } from '../audit/rule-catalogue.ts';
import type { Language } from '../base/language.ts';
import { dataSensitivities, type BusinessSettings } from '../cost/business-profile.ts';
import { businessQuestions, dataSensitivityNames, type BusinessQuestion } from '../cost/business-questions.ts';
import { strongestInputs } from '../cost/sensitivity.ts';
import { summariseChange, type ProfileField, type ProfileForm } from '../protocol/profile-form.ts';
import type { ProfileFormParams } from '../protocol/server-messages.ts';
import { compareProfiles } from '../triage/compare-profiles.ts';
import { changedSettings, contextUnder, currentAnswers, type RefusedAnswer } from './change-profile.ts';
import type { Folder } from './folders.ts';

type Result = NonNullable<Folder['session']['result']>;

/** The questions with the present answers, and what other `answers` would change; null before the first result. */
export function profileForm(
  { session: { result } }: Folder,
  { answers }: Pick<ProfileFormParams, 'answers'>,
  language: Language,
): ProfileForm | null {
  if (result === undefined) return null;
  const { settings, refused } = changedSettings(result.business, answers, language);
  const current = currentAnswers(result.priced.context.profile, result.business);
  const fields = businessQuestions.map((question) =>
    fieldOf(question, String(current[question.key] ?? ''), refused, language),
  );
  const isChanged = settings !== undefined && Object.keys(answers).length > 0;
  return {
    fields,
    ...(isChanged && { change: changeOf(result, settings, language) }),
    ...(Object.keys(answers).length === 0 && { strongest: strongestOf(result, language) }),
  };
}

/** Each input means two more pricings of everything: with more findings the form would come late. */
const mostFindings = 20_000;

function strongestOf({ priced, assessment }: Result, language: Language): NonNullable<ProfileForm['strongest']> {
  const findings = assessment.findings.map(({ finding }) => finding);
  if (findings.length === 0 || findings.length > mostFindings) return [];
  return strongestInputs(findings, priced.context).map(({ name, halfEur, nowEur, doubleEur }) => ({
    name: name[language],
    halfEur,
    nowEur,
    doubleEur,
  }));
}

function fieldOf(
  { key, ask, label, note }: BusinessQuestion,
  value: string,
  refused: readonly RefusedAnswer[],
  language: Language,
): ProfileField {
  const problem = refused.find((each) => each.key === key)?.message;
  return {
    key,
    label: (label ?? ask)[language],
    note: note[language],
    value,
    ...(key === 'dataSensitivity' && { choices: sensitivityChoices(language) }),
    ...(problem !== undefined && { problem }),
  };
}

function sensitivityChoices(language: Language): NonNullable<ProfileField['choices']> {
  return dataSensitivities.map((value) => ({ value, name: dataSensitivityNames[value][language] }));
}

function changeOf(
  { priced, assessment, decisions }: Result,
  settings: BusinessSettings,
  language: Language,
): NonNullable<ProfileForm['change']> {
  const after = contextUnder(settings, priced.context);
  const findings = assessment.findings.map(({ finding }) => finding);
  const comparison = compareProfiles(findings, priced.context, after, { decisions });
  return summariseChange(comparison, after.profile.currency, { language, rules: ruleCatalogue() });
}
