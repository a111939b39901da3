import type { Language } from './language.ts';
import { roundSignificant, roundTo125 } from './rounding.ts';
import { formatNumber } from './typography.ts';

/** Currency that amounts are shown in: ISO 4217 code, and how many of its units one EUR buys. */
export interface Currency {
  readonly code: string;
  readonly perEur: number;
}

/** Writes amounts that are given in EUR in one language and currency; no cents. */
export interface MoneyFormat {
  /** Three significant digits: `€1,240`. */
  amount(eur: number): string;
  /** The nearest 1-2-5 step: `€1,000`. */
  rounded(eur: number): string;
  /** Both ends in 1-2-5 steps: `€200–2,000`; one amount where they meet; `under €5` where the low end is nothing. */
  range(lowEur: number, highEur: number): string;
  /** The range with "about" before it, unless it is a bound: `about €200–2,000`, `under €5`. */
  about(lowEur: number, highEur: number): string;
}

/** Makes a format; make it once for many amounts. */
export function createMoneyFormat(language: Language, currency: Currency): MoneyFormat {
  const { prefix, suffix } = signOf(language, currency.code);
  const write = (value: number): string => prefix + formatNumber(value, language) + suffix;
  const range = (lowEur: number, highEur: number): string => {
    const [low, high] = [wholeStep(lowEur * currency.perEur), wholeStep(highEur * currency.perEur)];
    if (low === high) return write(high);
    if (low < 1) return `${words[language].under} ${write(high)}`;
    return prefix + formatNumber(low, language) + words[language].to + formatNumber(high, language) + suffix;
  };
  return {
    amount: (eur) => write(roundSignificant(eur * currency.perEur, 3)),
    rounded: (eur) => write(wholeStep(eur * currency.perEur)),
    range,
    about: (lowEur, highEur) => {
      const isBound = wholeStep(lowEur * currency.perEur) < 1;
      return isBound ? range(lowEur, highEur) : `${words[language].about} ${range(lowEur, highEur)}`;
    },
  };
}

const words = {
  en: { under: 'under', about: 'about', to: '–' },
  fr: { under: 'moins de', about: 'environ', to: ' à ' },
} as const;

function wholeStep(value: number): number {
  return value < 0.5 ? 0 : Math.max(1, roundTo125(value));
}

/** What stands before and behind a figure; an unknown code stands for itself. */
function signOf(language: Language, code: string): { readonly prefix: string; readonly suffix: string } {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: code, maximumFractionDigits: 0 });
  const parts = format.formatToParts(1);
  const figure = parts.findIndex(({ type }) => type === 'integer');
  const textOf = (part: readonly Intl.NumberFormatPart[]): string => part.map(({ value }) => value).join('');
  return { prefix: textOf(parts.slice(0, figure)), suffix: textOf(parts.slice(figure + 1)) };
}
