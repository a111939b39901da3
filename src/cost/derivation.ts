import { localize, type Language, type Localized } from '../base/language.ts';
import { createMoneyFormat, type Currency } from '../base/money.ts';
import { formatNumber, formatPercent, formatSignificant, french, noBreakSpace } from '../base/typography.ts';
import type { Constant, MinutesConstant, Sourced } from './constant.ts';
import type { DerivationLine } from './price.ts';

/** Writes figures of a derivation in one language: three significant digits, so that a reader can check them. */
export interface Figures {
  readonly language: Language;
  money(eur: number): string;
  /** A range in 1-2-5 steps: `€200–2,000`, and with `about` before it. */
  range(lowEur: number, highEur: number): string;
  about(lowEur: number, highEur: number): string;
  number(value: number): string;
  /** `1.23 %`. */
  percent(share: number): string;
  /** `2 %`, in 1-2-5 steps. */
  roughly(share: number): string;
  hours(hours: number): string;
  minutes(minutes: number): string;
  text(texts: Localized): string;
}

/** Makes the lines of a derivation. */
export interface DerivationWriter {
  line(label: Localized, value: (figures: Figures) => string): DerivationLine;
  /** A line about a constant, with its tag, source, date and range. */
  constant(label: Localized, constant: Constant, value?: (figures: Figures) => string): DerivationLine;
  minutes(label: Localized, constant: MinutesConstant): DerivationLine;
}

/** Makes a writer for one currency. */
export function createDerivationWriter(currency: Currency): DerivationWriter {
  const figures = { en: createFigures('en', currency), fr: createFigures('fr', currency) };
  const write = (value: (figures: Figures) => string): Localized =>
    localize((language) => (language === 'fr' ? french(value(figures.fr)) : value(figures.en)));
  return {
    line: (label, value) => ({ label: frenchly(label), value: write(value) }),
    constant: (label, constant, value = (f) => f.number(constant.value)) => ({
      label: frenchly(label),
      value: write(value),
      source: write((f) => sourceText(constant, f, rangeText(constant, f))),
    }),
    minutes: (label, constant) => ({
      label: frenchly(label),
      value: write((f) => `${f.number(constant.p10)} / ${f.number(constant.p50)} / ${f.minutes(constant.p90)}`),
      source: write((f) => sourceText(constant, f, undefined)),
    }),
  };
}

function createFigures(language: Language, currency: Currency): Figures {
  const money = createMoneyFormat(language, currency);
  const number = (value: number): string => formatSignificant(value, language);
  return {
    language,
    money: (eur) =>
      eur > 0 && eur * currency.perEur < 1 ? belowOne(language, money.amount(1 / currency.perEur)) : money.amount(eur),
    range: (lowEur, highEur) => money.range(lowEur, highEur),
    about: (lowEur, highEur) => money.about(lowEur, highEur),
    number,
    percent: (share) => `${number(share * 100)}${noBreakSpace}%`,
    roughly: (share) => formatPercent(share, language),
    hours: (hours) => `${number(hours)}${noBreakSpace}h`,
    minutes: (minutes) => `${formatNumber(minutes, language)}${noBreakSpace}min`,
    text: (texts) => texts[language],
  };
}

function belowOne(language: Language, one: string): string {
  return language === 'fr' ? `moins de ${one}` : `under ${one}`;
}

function frenchly({ en, fr }: Localized): Localized {
  return { en, fr: french(fr) };
}

function sourceText({ tag, source, date }: Sourced, { language }: Figures, range: string | undefined): string {
  const spread = range === undefined ? '' : ` ; P10–P90 ${range}`;
  const text = `${tag} · ${source[language]} (${date}${spread})`;
  return language === 'fr' ? text : text.replaceAll(' ;', ';');
}

function rangeText({ p10, p90 }: Constant, figures: Figures): string | undefined {
  return p10 === undefined || p90 === undefined ? undefined : `${figures.number(p10)}–${figures.number(p90)}`;
}
