import type { Localized } from '../../base/language.ts';

/** What kinds of mistakes mean to people who read no code; many hosted rules find the same kind. */
export const leadsSentences = {
  wrongResult: {
    en: 'The program quietly does something else than its author meant: wrong results reach customers before anyone notices.',
    fr: 'Le programme fait en silence autre chose que prévu : des résultats faux parviennent aux clients avant que quiconque le remarque.',
  },
  lostFailure: {
    en: 'When this step fails, nobody hears of it: orders or messages get lost without a trace.',
    fr: 'Quand cette étape échoue, personne ne l’apprend : des commandes ou des messages se perdent sans laisser de trace.',
  },
  hardToDiagnose: {
    en: 'When this fails in production, the team sees where too late and searches for hours instead of minutes.',
    fr: 'Quand cela échoue en production, l’équipe en voit l’origine trop tard et cherche des heures au lieu de minutes.',
  },
  wrongInput: {
    en: 'Input is checked by a pattern that does not say what it seems to say: valid customers are refused or invalid data gets in.',
    fr: 'Les saisies sont vérifiées par un motif qui ne dit pas ce qu’il semble dire : des clients valides sont refusés ou des données invalides entrent.',
  },
  slowReading: {
    en: 'Each developer who passes here stops to find out what was meant; small, but paid again and again.',
    fr: 'Chaque développeur qui passe ici s’arrête pour comprendre l’intention : peu de chose, mais payé encore et encore.',
  },
} satisfies Record<string, Localized>;
