import type { Localized } from '../base/language.ts';
import { french } from '../base/typography.ts';
import type { ConfidenceGrade } from './price.ts';

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

/** The chance that a fix pays for itself within the horizon, in words, never as a figure. */
export function winWords(probability: number): Localized {
  if (probability >= 0.9) return { en: 'very likely', fr: 'très probable' };
  if (probability >= 0.6) return { en: 'likely', fr: 'probable' };
  return probability >= 0.3 ? { en: 'uncertain', fr: 'incertain' } : { en: 'unlikely', fr: 'peu probable' };
}
