import type { Language } from '../base/language.ts';

/** Wording that only the HTML report has; written for people who do not read code. */
export interface HtmlWords {
  title(project: string): string;
  readonly classes: string;
  readonly channels: string;
  readonly first: string;
  readonly nothing: string;
  readonly howToRead: string;
  readonly aboutRun: string;
  readonly all: string;
  toMend(effort: string): string;
  perYear(amount: string): string;
  share(percent: string): string;
  /** Terms and their explanations. */
  readonly glossary: readonly (readonly [term: string, meaning: string])[];
}

/** Wording of the HTML report in each language. */
export const htmlWords: Readonly<Record<Language, HtmlWords>> = {
  en: {
    title: (project) => `What the code of ${project} costs as it is`,
    classes: 'What to do about it',
    channels: 'Where the cost comes from',
    first: 'Mend these first',
    nothing: 'No finding is open.',
    howToRead: 'How to read the figures',
    aboutRun: 'What was looked at',
    all: 'All findings',
    toMend: (effort) => `about ${effort} to mend`,
    perYear: (amount) => `${amount} a year`,
    share: (percent) => `${percent} of the yearly cost`,
    glossary: [
      [
        'Ranges',
        'In eight cases of ten the true figure lies inside the range. Amounts are rounded on purpose: more digits would pretend to more knowledge.',
      ],
      [
        'Cost of leaving it',
        'What the findings cost in a year if nobody mends them: slower work, defects, late upgrades, and rare incidents averaged over the years.',
      ],
      [
        'Rare incidents',
        'Most years nothing happens. The chance within a year and the loss if it happens stand side by side, because their product happens to nobody.',
      ],
      [
        'Cost of mending',
        'Working time at the loaded hourly rate of the business profile. Findings that are mended together share their overhead.',
      ],
      ['Not priced', 'Fines under data-protection law and licence claims are too rare to price; they are not in here.'],
      ['Nobody is ranked', 'Figures belong to the code, never to a person.'],
    ],
  },
  fr: {
    title: (project) => `Ce que coûte le code de ${project} en l’état`,
    classes: 'Ce qu’il faut en faire',
    channels: 'D’où vient le coût',
    first: 'À corriger d’abord',
    nothing: 'Aucun constat n’est ouvert.',
    howToRead: 'Comment lire les chiffres',
    aboutRun: 'Ce qui a été examiné',
    all: 'Tous les constats',
    toMend: (effort) => `environ ${effort} pour corriger`,
    perYear: (amount) => `${amount} par an`,
    share: (percent) => `${percent} du coût annuel`,
    glossary: [
      [
        'Fourchettes',
        'Huit fois sur dix, le vrai chiffre se trouve dans la fourchette. Les montants sont arrondis à dessein\u00a0: plus de chiffres feraient croire à plus de savoir.',
      ],
      [
        'Coût de l’inaction',
        'Ce que les constats coûtent en un an si personne ne les corrige\u00a0: travail ralenti, défauts, mises à jour tardives, et incidents rares lissés sur les années.',
      ],
      [
        'Incidents rares',
        'La plupart des années, il ne se passe rien. La probabilité sur un an et la perte en cas d’incident sont données côte à côte, car leur produit n’arrive à personne.',
      ],
      [
        'Coût de correction',
        'Temps de travail au coût horaire du profil de l’entreprise, charges comprises, hors taxes. Les constats corrigés ensemble partagent leurs frais fixes.',
      ],
      [
        'Non chiffré',
        'Les amendes liées à la protection des données et les litiges de licence sont trop rares pour être chiffrés\u202f; ils ne figurent pas ici.',
      ],
      ['Personne n’est classé', 'Les chiffres portent sur le code, jamais sur une personne.'],
    ],
  },
};
