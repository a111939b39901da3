import type { Language, Localized } from '../base/language.ts';
import type { Channel, Totals } from '../cost/price.ts';
import type { Assessment } from '../triage/assessment.ts';
import { gradeMeanings } from '../triage/labels.ts';
import { createReportFigures } from './report-figures.ts';
import { reportWords } from './report-words.ts';
import { skippedByReason } from './skipped-files.ts';

/** Causes of cost as people read them. */
export const channelTitles: Readonly<Record<Channel, Localized>> = {
  drag: { en: 'Slower development', fr: 'Développement ralenti' },
  defects: { en: 'Defects and downtime', fr: 'Défauts et pannes' },
  security: { en: 'Security incidents', fr: 'Incidents de sécurité' },
  drift: { en: 'Upgrades put off', fr: 'Mises à jour reportées' },
};

/** What each cause means for people who read no code. */
export const channelMeanings: Readonly<Record<Channel, Localized>> = {
  drag: {
    en: 'time that developers lose because the code is hard to change; it is salary already paid, not cash',
    fr: 'temps que les développeurs perdent parce que le code est difficile à faire évoluer\u202f; c’est du salaire déjà versé, pas une dépense',
  },
  defects: {
    en: 'mistakes to mend and hours in which the product does not work',
    fr: 'erreurs à corriger et heures pendant lesquelles le produit ne fonctionne pas',
  },
  security: {
    en: 'rare incidents, averaged over the years: most years nothing happens',
    fr: 'incidents rares, lissés sur les années\u00a0: la plupart des années, il ne se passe rien',
  },
  drift: {
    en: 'libraries that grow dearer to bring up to date the longer they wait',
    fr: 'bibliothèques d’autant plus coûteuses à mettre à jour qu’elles attendent',
  },
};

/** The one sentence that says it all: what leaving the findings costs a year, and what mending them takes. */
export function headline({ totals, currency }: Assessment, language: Language): string {
  if (totals.findings === 0) {
    return { en: 'Nothing to mend was found.', fr: 'Rien à corriger n’a été trouvé.' }[language];
  }
  const figures = createReportFigures(currency, language);
  const leave = figures.about(totals.leaveEur);
  const fix = figures.effort(totals.fixMinutes);
  const findings = reportWords[language].findings(totals.findings);
  const isOne = totals.findings === 1;
  return {
    en: `Leaving ${isOne ? 'this finding as it is' : `these ${findings} as they are`} costs ${leave} a year; mending ${isOne ? 'it' : 'them all'} takes about ${fix}.`,
    fr: `Laisser ${isOne ? 'ce constat' : `ces ${findings}`} en l’état coûte ${leave} par an\u202f; ${isOne ? 'le' : 'tout'} corriger prend environ ${fix}.`,
  }[language];
}

/** How likely a security incident is within a year, and what it costs if it happens; undefined without a risk. */
export function incidentSentence({ totals, currency }: Assessment, language: Language): string | undefined {
  if (totals.incident === undefined) return undefined;
  const risk = createReportFigures(currency, language).incident(totals.incident);
  return {
    en: `An incident through these findings: about ${risk}.`,
    fr: `Un incident par ces constats\u00a0: environ ${risk}.`,
  }[language];
}

/** What a group of findings costs a year and takes to mend, in one clause. */
export function totalsClause({ leaveEur, fixMinutes }: Totals, { currency }: Assessment, language: Language): string {
  const figures = createReportFigures(currency, language);
  return {
    en: `${figures.about(leaveEur)} a year, about ${figures.effort(fixMinutes)} to mend`,
    fr: `${figures.about(leaveEur)} par an, environ ${figures.effort(fixMinutes)} pour corriger`,
  }[language];
}

/** What was accepted or silenced: it keeps its cost, apart; undefined when nothing was. */
export function setAsideSentence({ setAside, currency }: Assessment, language: Language): string | undefined {
  if (setAside.findings === 0) return undefined;
  const findings = reportWords[language].findings(setAside.findings);
  const leave = createReportFigures(currency, language).about(setAside.leaveEur);
  return {
    en: `Set aside with a reason: ${findings}, ${leave} a year, not in the totals.`,
    fr: `Mis de côté avec un motif\u00a0: ${findings}, ${leave} par an, hors des totaux.`,
  }[language];
}

/** The line that says what was done, whatever was found: `0 findings in 412 files, 3.1 s`. */
export function outcomeSentence({ findings, coverage, durationMs }: Assessment, language: Language): string {
  return reportWords[language].outcome(findings.length, coverage.files, durationMs);
}

/** How far the totals can be trusted, and at which commit. */
export function trustSentence({ grade, head }: Assessment, language: Language): string {
  const commit = head === undefined ? '' : ` · git ${head.commit.slice(0, 10)}`;
  return {
    en: `Confidence ${grade}: ${gradeMeanings[grade].en}${commit}`,
    fr: `Fiabilité ${grade}\u00a0: ${gradeMeanings[grade].fr}${commit}`,
  }[language];
}

/** A fact about the run that narrows or undermines the result. */
export interface Remark {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly file?: string;
}

/** Crashed rules, notices, skipped files and the check of proportions, the gravest first. */
export function remarks({ coverage, sanity }: Assessment, language: Language): readonly Remark[] {
  const words = reportWords[language];
  const gravity = { error: 0, warning: 1, info: 2 } as const;
  const all: Remark[] = [
    ...(sanity === undefined ? [] : [{ level: 'warning' as const, text: sanity[language] }]),
    ...coverage.crashes.map((crash) => ({ level: 'error' as const, text: words.crash(crash) })),
    ...coverage.notices.map(({ text, ...notice }) => ({ ...notice, text: text[language] })),
    ...[...skippedByReason(coverage.skipped)].map(([reason, files]) => ({
      level: 'info' as const,
      text: words.skipped(reason, files.length),
    })),
  ];
  return all.sort((a, b) => gravity[a.level] - gravity[b.level]);
}
