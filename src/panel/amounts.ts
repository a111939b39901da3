import { formatDays, formatEffort, formatEffortRange, formatMonths } from '../base/duration.ts';
import type { Language } from '../base/language.ts';
import { createMoneyFormat, type Currency } from '../base/money.ts';
import { formatNumber, formatPercent, noBreakSpace } from '../base/typography.ts';
import type { AmountRange } from './summary-types.ts';

/** Writes every figure of the panel, in the summary's language and currency. */
export interface Amounts {
  /** Both ends of a range of EUR, coarsely. */
  readonly money: (range: AmountRange) => string;
  /** One amount, coarsely, without "about". */
  readonly rounded: (eur: number) => string;
  /** One amount with three digits, where figures stand side by side to be compared. */
  readonly exact: (eur: number) => string;
  readonly about: (eur: number) => string;
  readonly effortRange: (minutes: AmountRange) => string;
  readonly effort: (minutes: number) => string;
  /** Person-days with one decimal; under one day as an effort. */
  readonly days: (minutes: number) => string;
  readonly months: (months: number) => string;
  /** A chance, coarsely. */
  readonly chance: (probability: number) => string;
  /** A part of a whole, in full percents. */
  readonly share: (part: number) => string;
  readonly count: (value: number) => string;
  readonly seconds: (milliseconds: number) => string;
  readonly date: (iso: string) => string;
}

/** Makes the writers for one summary. */
export function createAmounts(currency: Currency, language: Language): Amounts {
  const money = createMoneyFormat(language, currency);
  const isFrench = language === 'fr';
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const effort = (minutes: number) => formatEffort(minutes, language);
  return {
    money: ({ p10, p90 }) => money.range(p10, p90),
    rounded: (eur) => money.rounded(eur),
    exact: (eur) => money.amount(eur),
    about: (eur) => `${isFrench ? 'environ' : 'about'} ${money.rounded(eur)}`,
    effort,
    days: (minutes) => (minutes > 0 && minutes < 480 ? effort(minutes) : formatDays(minutes, language)),
    effortRange: (minutes) => formatEffortRange(minutes, language),
    months: (months) => formatMonths(months, language),
    chance: (probability) => formatPercent(probability, language),
    share: (part) => `${formatNumber(part * 100, language)}${noBreakSpace}%`,
    count: (value) => formatNumber(value, language),
    seconds: (milliseconds) => formatNumber(milliseconds / 1000, language, 1),
    date: (iso) => writeDate(date, iso),
  };
}

/** A date of git or of a decision is somebody's text: what is no date stays as it is. */
function writeDate(format: Intl.DateTimeFormat, iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : format.format(date);
}
