import { createMoneyFormat, type Currency } from '../base/money.ts';
import type { Language, Localized } from '../base/language.ts';

const aYear: Localized = { en: 'a year', fr: 'par an' };

/** "€1,240 a year"; `eur` is an amount in EUR whatever the currency it is shown in. */
export function yearlyCost(eur: number, language: Language, currency: Currency): string {
  return `${createMoneyFormat(language, currency).amount(eur)} ${aYear[language]}`;
}

/** "1 finding", "1,204 findings". */
export function countOf(count: number, what: 'finding' | 'file', language: Language): string {
  const [one, many] = nouns[what][language];
  const isOne = language === 'fr' ? count < 2 : count === 1;
  return `${new Intl.NumberFormat(language).format(count)} ${isOne ? one : many}`;
}

const nouns = {
  finding: { en: ['finding', 'findings'], fr: ['constat', 'constats'] },
  file: { en: ['file', 'files'], fr: ['fichier', 'fichiers'] },
} as const;
