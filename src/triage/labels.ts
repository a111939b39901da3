import { formatMonths } from '../base/duration.ts';
import type { Language, Localized } from '../base/language.ts';
import { french } from '../base/typography.ts';
import type { ConfidenceGrade, Price } from '../cost/price.ts';
import type { AssessedFinding, Triage, TriageClass } from './assessment.ts';

/** Names of the classes, as headings. */
export const classNames: Readonly<Record<TriageClass, Localized>> = {
  indispensable: { en: 'Indispensable', fr: 'Indispensable' },
  useful: { en: 'Useful', fr: 'Utile' },
  incidental: { en: 'Incidental', fr: 'Accessoire' },
};

/** What a class asks for, as a sentence for people who read no code. */
export const classMeanings: Readonly<Record<TriageClass, Localized>> = {
  indispensable: {
    en: 'Must fix: could seriously hurt the business',
    fr: french('Indispensable : peut nuire gravement à l’activité'),
  },
  useful: { en: 'Useful: pays for itself', fr: french('Utile : se rembourse') },
  incidental: {
    en: 'Fix in passing; not worth it today',
    fr: french('Accessoire : à corriger au passage ; ne se justifie pas aujourd’hui'),
  },
};

/** What each confidence grade means. */
export const gradeMeanings: Readonly<Record<ConfidenceGrade, Localized>> = {
  A: { en: 'Rests on your team’s own records', fr: 'Repose sur les relevés de votre équipe' },
  B: {
    en: 'Rests on sourced figures, your history and your profile',
    fr: 'Repose sur des chiffres sourcés, votre historique et votre profil',
  },
  C: { en: 'One of the inputs is missing', fr: 'Il manque une des données' },
  D: { en: 'Order of magnitude only', fr: 'Simple ordre de grandeur' },
  E: {
    en: 'Rough guess: without git history or without a business profile',
    fr: french('Estimation grossière : sans historique git ou sans profil d’entreprise'),
  },
};

/** The short label of a finding's class in a diagnostic. */
export function classLabel({ price, triage }: AssessedFinding, language: Language): string {
  switch (triage.class) {
    case 'indispensable':
      return language === 'fr' ? 'Indispensable' : 'Must fix';
    case 'useful':
      return usefulLabel(price, language);
    case 'incidental':
      return price.fixMinutes.p50 <= 60 ? inPassing[language] : notToday[language];
  }
}

/** What a person decided about a finding, in place of its class; undefined for an open one. */
export function statusLabel({ status, until }: Triage, language: Language): string | undefined {
  switch (status) {
    case 'open':
      return undefined;
    case 'suppressed':
      return language === 'fr' ? 'Désactivé dans le code' : 'Silenced in the code';
    case 'accepted':
      return language === 'fr' ? `Accepté jusqu’au ${until ?? '?'}` : `Accepted until ${until ?? '?'}`;
    case 'planned':
      return language === 'fr' ? `Prévu pour le ${until ?? '?'}` : `Planned for ${until ?? '?'}`;
  }
}

/** The chance that a fix pays for itself within the horizon, in words, never as a figure. */
export function winWords(probability: number): Localized {
  if (probability >= 0.9) return { en: 'very likely', fr: 'très probable' };
  if (probability >= 0.6) return { en: 'likely', fr: 'probable' };
  return probability >= 0.3 ? { en: 'uncertain', fr: 'incertain' } : { en: 'unlikely', fr: 'peu probable' };
}

function usefulLabel({ paybackMonths }: Price, language: Language): string {
  if (paybackMonths === undefined || paybackMonths > 120) return language === 'fr' ? 'Utile' : 'Useful';
  const months = formatMonths(paybackMonths, language);
  return language === 'fr' ? french(`Utile : se rembourse en ${months}`) : `Pays for itself in ${months}`;
}

const inPassing: Localized = { en: 'Fix in passing', fr: french('Accessoire : à corriger au passage') };
const notToday: Localized = { en: 'Not worth it today', fr: french('Accessoire : ne se justifie pas aujourd’hui') };
