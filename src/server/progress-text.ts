import type { AuditProgress } from '../audit/audit-options.ts';
import type { Language, Localized } from '../base/language.ts';

const phases: Readonly<Record<AuditProgress['phase'], Localized>> = {
  discovering: { en: 'Finding files', fr: 'Recherche des fichiers' },
  loading: { en: 'Loading projects', fr: 'Chargement des projets' },
  history: { en: 'Reading history', fr: 'Lecture de l’historique' },
  libraries: { en: 'Reading libraries', fr: 'Lecture des bibliothèques' },
  analysing: { en: 'Reviewing', fr: 'Examen' },
  eslint: { en: 'Running ESLint', fr: 'Exécution d’ESLint' },
  pricing: { en: 'Pricing', fr: 'Chiffrage' },
};

/** Where in the whole audit each phase begins and ends, in per cent. */
const spans: Readonly<Record<AuditProgress['phase'], readonly [from: number, to: number]>> = {
  discovering: [0, 5],
  loading: [5, 30],
  history: [30, 40],
  libraries: [40, 45],
  analysing: [45, 90],
  eslint: [90, 95],
  pricing: [95, 100],
};

/** "Reviewing 120/412". */
export function progressText({ phase, done, total }: AuditProgress, language: Language): string {
  return total > 1 ? `${phases[phase][language]} ${done}/${total}` : phases[phase][language];
}

/** Share of the whole audit that is done, in whole per cent. */
export function progressPercentage({ phase, done, total }: AuditProgress): number {
  const [from, to] = spans[phase];
  return Math.round(from + (to - from) * (total > 0 ? Math.min(1, done / total) : 0));
}
