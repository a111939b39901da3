import type { Language, Localized } from '../base/language.ts';
import { UserError } from '../base/user-error.ts';
import type { ServerStatus } from '../protocol/server-messages.ts';
import type { Assessment, Coverage } from '../triage/assessment.ts';
import { countOf, yearlyCost } from './yearly-cost.ts';
import type { Folder } from './folders.ts';
import { progressText } from './progress-text.ts';

/** Sums up all folders for the status bar. */
export function statusOf(
  folders: readonly Folder[],
  language: Language,
  { isTrusted, isManual }: { readonly isTrusted: boolean; readonly isManual: boolean },
): ServerStatus {
  const states = folders.map(({ session }) => session.state);
  const assessments = folders.flatMap(({ session }) => session.result?.assessment ?? []);
  const failure = states.find((state) => state.kind === 'failed');
  const indexing = states.find((state) => state.kind === 'indexing');
  const problems = folders.flatMap(({ session }) => session.configuration.problems.map(({ text }) => text[language]));
  // In manual mode a folder waits for its first audit, and there is nothing to wait for.
  const isWaiting = !isManual && folders.some(({ session }) => session.state.kind === 'idle');
  const isBroken = failure !== undefined || problems.length > 0;
  return {
    state: isBroken ? 'error' : indexing ? 'indexing' : isWaiting ? 'starting' : 'ready',
    detail: failure ? errorText(failure.error) : indexing?.progress ? progressText(indexing.progress, language) : '',
    ...totalOf(assessments, language),
    isOffline: !folders.some(({ session }) => session.configuration.root.libraries.online),
    isTrusted,
    notices: [...new Set([...problems, ...assessments.flatMap(({ coverage }) => remarksOf(coverage, language))])],
  };
}

/** What to tell of an error: a user's mistake as it is, a defect of ours with the place to look. */
export function errorText(error: unknown): string {
  if (error instanceof UserError) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

const crashed: Localized = {
  en: 'The rule {0} crashed on {1}; everything else was reviewed.',
  fr: 'La règle {0} a échoué sur {1}\u202f; tout le reste a été examiné.',
};

function remarksOf({ notices, crashes }: Coverage, language: Language): string[] {
  const narrowing = notices.filter(({ level }) => level !== 'info').map(({ text }) => text[language]);
  const broken = crashes.map(({ rule, file }) =>
    crashed[language].replace('{0}', () => rule).replace('{1}', () => file),
  );
  return [...broken, ...narrowing];
}

/** One total over all folders; folders with different currencies keep a total each. */
function totalOf(assessments: readonly Assessment[], language: Language): Pick<ServerStatus, 'total' | 'findings'> {
  if (assessments.length === 0) return {};
  const totals = new Map<string, { eur: number; currency: Assessment['currency'] }>();
  for (const { totals: sums, currency } of assessments) {
    const eur = (totals.get(currency.code)?.eur ?? 0) + sums.leaveEur.mean;
    totals.set(currency.code, { eur, currency });
  }
  return {
    total: [...totals.values()].map(({ eur, currency }) => yearlyCost(eur, language, currency)).join(' + '),
    findings: countOf(
      assessments.reduce((sum, { totals: { findings } }) => sum + findings, 0),
      'finding',
      language,
    ),
  };
}
