import { formatMonths } from '../base/duration.ts';
import type { Language, Localized } from '../base/language.ts';
import { french } from '../base/typography.ts';
import type { Price } from '../cost/price.ts';
import type { AssessedFinding, Triage, TriageClass } from './assessment.ts';

export { gradeMeanings } from '../cost/confidence-words.ts';

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

function usefulLabel({ paybackMonths, winProbability }: Price, language: Language): string {
  // A policy makes useful what does not pay back.
  if (paybackMonths === undefined || winProbability < 0.6) return language === 'fr' ? 'Utile' : 'Useful';
  const months = formatMonths(paybackMonths, language);
  return language === 'fr' ? french(`Utile : se rembourse en ${months}`) : `Pays for itself in ${months}`;
}

const inPassing: Localized = { en: 'Fix in passing', fr: french('Accessoire : à corriger au passage') };
const notToday: Localized = { en: 'Not worth it today', fr: french('Accessoire : ne se justifie pas aujourd’hui') };
