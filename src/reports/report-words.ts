import type { Language } from '../base/language.ts';
import { formatNumber } from '../base/typography.ts';

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
  readonly columns: {
    readonly class: string;
    readonly findings: string;
    readonly perYear: string;
    readonly fix: string;
    readonly place: string;
    readonly what: string;
  };
  /** Title of the list of notices, crashes and skipped files. */
  remarks(count: number): string;
  /** How many findings a list leaves out. */
  more(count: number): string;
  readonly gatePassed: string;
  readonly gateFailed: string;
  /** The one line that says what was done, whatever was found. */
  outcome(findings: number, files: number, durationMs: number): string;
}

const skipReasons: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: new Map([
    ['too-large', 'too large'],
    ['binary', 'binary'],
    ['generated', 'generated'],
    ['minified', 'minified'],
    ['nested-too-deeply', 'nested too deeply'],
    ['unreadable', 'unreadable'],
    ['outside-root', 'outside the folder'],
  ]),
  fr: new Map([
    ['too-large', 'trop volumineux'],
    ['binary', 'binaires'],
    ['generated', 'générés'],
    ['minified', 'minifiés'],
    ['nested-too-deeply', 'trop imbriqués'],
    ['unreadable', 'illisibles'],
    ['outside-root', 'hors du dossier'],
  ]),
};

const english: ReportWords = {
  avoid: 'Avoid:',
  prefer: 'Prefer:',
  count: (value) => formatNumber(value, 'en'),
  findings: (count) => `${formatNumber(count, 'en')} finding${count === 1 ? '' : 's'}`,
  files: (count) => `${formatNumber(count, 'en')} file${count === 1 ? '' : 's'}`,
  crash: ({ rule, file, error }) => `Rule ${rule} crashed on ${file} and gave no findings there: ${error}`,
  skipped: (reason, count) => `${english.files(count)} left out: ${skipReasons.en.get(reason) ?? reason}`,
  githubCut: (kept, all) =>
    `Only the first ${english.count(kept)} of ${english.findings(all)} are listed: GitHub accepts no more in a run.`,
  columns: {
    class: 'Class',
    findings: 'Findings',
    perYear: 'Cost of leaving it, a year',
    fix: 'To mend',
    place: 'Place',
    what: 'What, cost, urgency',
  },
  remarks: (count) => `About this run: ${formatNumber(count, 'en')} remark${count === 1 ? '' : 's'}`,
  more: (count) => `… and ${english.count(count)} more: --format html, json or csv list them all`,
  gatePassed: 'Gate passed.',
  gateFailed: 'Gate failed:',
  outcome: (findings, files, durationMs) =>
    `${english.findings(findings)} in ${english.files(files)}, ${formatNumber(durationMs / 1000, 'en', 1)} s`,
};

const french: ReportWords = {
  avoid: 'À éviter\u00a0:',
  prefer: 'À préférer\u00a0:',
  count: (value) => formatNumber(value, 'fr'),
  findings: (count) => `${formatNumber(count, 'fr')} constat${count < 2 ? '' : 's'}`,
  files: (count) => `${formatNumber(count, 'fr')} fichier${count < 2 ? '' : 's'}`,
  crash: ({ rule, file, error }) => `La règle ${rule} a échoué sur ${file} et n’y a rien signalé\u00a0: ${error}`,
  skipped: (reason, count) =>
    `${french.files(count)} ignoré${count < 2 ? '' : 's'}\u00a0: ${skipReasons.fr.get(reason) ?? reason}`,
  githubCut: (kept, all) =>
    `Seuls les ${french.count(kept)} premiers constats sur ${french.count(all)} figurent ici\u00a0: GitHub n’en accepte pas davantage par exécution.`,
  columns: {
    class: 'Classe',
    findings: 'Constats',
    perYear: 'Coût de l’inaction, par an',
    fix: 'Pour corriger',
    place: 'Endroit',
    what: 'Quoi, coût, urgence',
  },
  remarks: (count) => `À propos de cette exécution\u00a0: ${formatNumber(count, 'fr')} remarque${count < 2 ? '' : 's'}`,
  more: (count) => `… et ${french.count(count)} de plus\u00a0: --format html, json ou csv les listent tous`,
  gatePassed: 'Seuil bloquant respecté.',
  gateFailed: 'Seuil bloquant dépassé\u00a0:',
  outcome: (findings, files, durationMs) =>
    `${french.findings(findings)} dans ${french.files(files)}, ${formatNumber(durationMs / 1000, 'fr', 1)}\u00a0s`,
};

/** The shared wording in each language. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { en: english, fr: french };
