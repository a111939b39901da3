import type { Language } from '../base/language.ts';

/** Wording that several reports share. */
export interface ReportWords {
  readonly avoid: string;
  readonly prefer: string;
  /** A count with the language's own grouping of digits. */
  count(value: number): string;
  findings(count: number): string;
  files(count: number): string;
  crash(crash: { readonly rule: string; readonly file: string; readonly error: string }): string;
  skipped(reason: string, count: number): string;
  githubCut(kept: number, all: number): string;
  /** The one line that says what was done, whatever was found. */
  outcome(findings: number, files: number, durationMs: number): string;
}

const englishCount = new Intl.NumberFormat('en');
const frenchCount = new Intl.NumberFormat('fr');

const skipReasons: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: new Map([
    ['too-large', 'too large'],
    ['binary', 'binary'],
    ['generated', 'generated'],
    ['minified', 'minified'],
    ['unreadable', 'unreadable'],
    ['outside-root', 'outside the folder'],
  ]),
  fr: new Map([
    ['too-large', 'trop volumineux'],
    ['binary', 'binaires'],
    ['generated', 'générés'],
    ['minified', 'minifiés'],
    ['unreadable', 'illisibles'],
    ['outside-root', 'hors du dossier'],
  ]),
};

const english: ReportWords = {
  avoid: 'Avoid:',
  prefer: 'Prefer:',
  count: (value) => englishCount.format(value),
  findings: (count) => `${englishCount.format(count)} finding${count === 1 ? '' : 's'}`,
  files: (count) => `${englishCount.format(count)} file${count === 1 ? '' : 's'}`,
  crash: ({ rule, file, error }) => `Rule ${rule} crashed on ${file} and gave no findings there: ${error}`,
  skipped: (reason, count) => `${english.files(count)} left out: ${skipReasons.en.get(reason) ?? reason}`,
  githubCut: (kept, all) =>
    `Only the first ${english.count(kept)} of ${english.findings(all)} are listed: GitHub accepts no more in a run.`,
  outcome: (findings, files, durationMs) =>
    `${english.findings(findings)} in ${english.files(files)}, ${(durationMs / 1000).toFixed(1)} s`,
};

const french: ReportWords = {
  avoid: 'À éviter\u00a0:',
  prefer: 'À préférer\u00a0:',
  count: (value) => frenchCount.format(value),
  findings: (count) => `${frenchCount.format(count)} constat${count < 2 ? '' : 's'}`,
  files: (count) => `${frenchCount.format(count)} fichier${count < 2 ? '' : 's'}`,
  crash: ({ rule, file, error }) => `La règle ${rule} a échoué sur ${file} et n’y a rien signalé\u00a0: ${error}`,
  skipped: (reason, count) =>
    `${french.files(count)} ignoré${count < 2 ? '' : 's'}\u00a0: ${skipReasons.fr.get(reason) ?? reason}`,
  githubCut: (kept, all) =>
    `Seuls les ${french.count(kept)} premiers constats sur ${french.count(all)} figurent ici\u00a0: GitHub n’en accepte pas davantage par exécution.`,
  outcome: (findings, files, durationMs) =>
    `${french.findings(findings)} dans ${french.files(files)}, ${(durationMs / 1000).toFixed(1).replace('.', ',')}\u00a0s`,
};

/** The shared wording in each language. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { en: english, fr: french };
