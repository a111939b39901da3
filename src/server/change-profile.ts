import path from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import { frenchSchemaMessage } from '../base/french-schema-messages.ts';
import type { Language } from '../base/language.ts';
import { UserError } from '../base/user-error.ts';
import { answerValue } from '../cost/business-questions.ts';
import { businessSchema, resolveBusiness, type BusinessSettings } from '../cost/business-profile.ts';
import { constantsFor } from '../cost/constant-sets.ts';
import type { CostContext } from '../cost/cost-context.ts';
import { strongestInputs } from '../cost/sensitivity.ts';
import { timeByArea } from '../cost/time-by-area.ts';
import type { ProfileParams, ProfilePreview } from '../protocol/server-messages.ts';
import { markdownProfile, profileSentence } from '../reports/profile-report.ts';
import { compareProfiles } from '../triage/compare-profiles.ts';
import { confineFileSystem } from '../workspace/confined-file-system.ts';
import { writeWorkspaceFile } from '../workspace/write-workspace-file.ts';
import type { Folder } from './folders.ts';

const fileName = 'cto-guardrails.json';

/**
 * Says what changes of the business profile would do, and writes them when they are final; comments in the file stay.
 * Null before the first result; a value that the schema refuses is a `UserError`.
 */
export async function changeProfile(
  { session }: Folder,
  { changes, isFinal }: ProfileParams,
  language: Language,
): Promise<ProfilePreview | null> {
  const { result } = session;
  if (result === undefined) return null;
  const { priced, assessment, business, decisions } = result;
  const settings = acceptedSettings(business, changes, language);
  const after = contextUnder(settings, priced.context);
  const findings = assessment.findings.map(({ finding }) => finding);
  const comparison = compareProfiles(findings, priced.context, after, { decisions });
  if (isFinal) {
    await writeChanges(session.root, changes);
    session.open();
  }
  const facts = { comparison, strongest: strongestInputs(findings, after), time: timeByArea(after) };
  const { currency } = after.profile;
  return {
    current: currentAnswers(priced.context.profile, business),
    summary: profileSentence(comparison, language, currency),
    markdown: markdownProfile(facts, language, currency),
  };
}

/** The same findings' surroundings under other settings of the business. */
export function contextUnder(settings: BusinessSettings, context: CostContext): CostContext {
  const constants = constantsFor(settings);
  return { ...context, constants, profile: resolveBusiness(settings, constants) };
}

/** What the schema says of a value in the `business` section, without the full stop. */
export interface RefusedAnswer {
  readonly key: string;
  readonly message: string;
}

/**
 * The settings with changes applied, or what the schema refuses of them, in the user's language. A new rate by the day
 * takes the place of one by the hour, and the other way round.
 */
export function changedSettings(
  business: BusinessSettings | undefined,
  changes: ProfileParams['changes'],
  language: Language,
): { readonly settings?: BusinessSettings; readonly refused: readonly RefusedAnswer[] } {
  const { dayRate, hourlyRate, ...others } = business ?? {};
  const rate = Object.hasOwn(changes, 'dayRate') || Object.hasOwn(changes, 'hourlyRate') ? {} : { dayRate, hourlyRate };
  const parsed = businessSchema.safeParse({ ...others, ...rate, ...valuesOf(changes) });
  if (parsed.success) return { settings: parsed.data, refused: [] };
  const refused = parsed.error.issues.map(({ path: keys, message }) => ({
    key: keys.join('.'),
    message: language === 'fr' ? (frenchSchemaMessage(message) ?? message) : message,
  }));
  return { refused };
}

function acceptedSettings(
  business: BusinessSettings | undefined,
  changes: ProfileParams['changes'],
  language: Language,
): BusinessSettings {
  const { settings, refused } = changedSettings(business, changes, language);
  if (settings !== undefined) return settings;
  throw new UserError(refused.map(({ key, message }) => `${key}: ${message}.`).join(' '));
}

function valuesOf(changes: ProfileParams['changes']): ProfileParams['changes'] {
  return Object.fromEntries(Object.entries(changes).map(([key, answer]) => [key, answerValue(key, answer)]));
}

async function writeChanges(root: string, changes: ProfileParams['changes']): Promise<void> {
  let text = confineFileSystem([root]).readText(path.join(root, fileName)) ?? '{}\n';
  const edit = (key: string, value: unknown): void => {
    const options = { formattingOptions: { tabSize: 2, insertSpaces: true, insertFinalNewline: true } };
    text = applyEdits(text, modify(text, ['business', key], value, options));
  };
  for (const [key, value] of Object.entries(valuesOf(changes))) edit(key, value);
  if (Object.hasOwn(changes, 'dayRate') && /"hourlyRate"/.test(text)) edit('hourlyRate', undefined);
  await writeWorkspaceFile(root, fileName, text);
}

/** The five answers as they stand, defaults filled in; amounts in the profile's currency. */
export function currentAnswers(
  profile: ReturnType<typeof resolveBusiness>,
  business: BusinessSettings | undefined,
): ProfilePreview['current'] {
  const { currency, hourlyRateEur, revenueEur, teamSize, dataSensitivity } = profile;
  const amount = (eur: number): number => Number((eur * currency.perEur).toPrecision(4));
  return {
    currency: currency.code,
    dayRate: amount(hourlyRateEur * 8),
    annualRevenue: business?.annualRevenue ?? amount(revenueEur),
    teamSize,
    dataSensitivity,
  };
}
