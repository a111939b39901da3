import type { BusinessProfile } from './business-profile.ts';
import { currencyPerEur } from './currency-rates.ts';

/**
 * Minutes of work that a budget buys: `3d` (days of 8 hours), `12h`, `90min`, or an amount such as `€2000`,
 * `2 000 €` or `1500 CHF`, at the profile's hourly rate. Undefined for a text that is no budget.
 */
export function budgetMinutes(text: string, { hourlyRateEur, currency }: BusinessProfile): number | undefined {
  const { number, unit } = takeApart(text);
  const minutes = minutesIn(unit) ?? minutesPerAmount(unit, hourlyRateEur, currency);
  if (!Number.isFinite(number) || number <= 0 || minutes === undefined) return undefined;
  return Math.min(number * minutes, longestMinutes);
}

const longestMinutes = 1e9;

function takeApart(text: string): { readonly number: number; readonly unit: string } {
  const compact = text.replace(/[\s_\u00a0\u202f]/g, '');
  const digits = /[\d.,]+/.exec(compact);
  if (digits === null) return { number: Number.NaN, unit: '' };
  const unit = compact.slice(0, digits.index) + compact.slice(digits.index + digits[0].length);
  const isGrouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits[0]);
  return { number: Number(isGrouped ? digits[0].replaceAll(',', '') : digits[0].replace(',', '.')), unit };
}

function minutesIn(unit: string): number | undefined {
  if (/^(d|days?|j|jours?)$/i.test(unit)) return 480;
  if (/^(h|hours?|heures?)$/i.test(unit)) return 60;
  return /^(m|min|minutes?)$/i.test(unit) ? 1 : undefined;
}

function minutesPerAmount(
  unit: string,
  hourlyRateEur: number,
  { code, perEur }: BusinessProfile['currency'],
): number | undefined {
  const named = signs.get(unit) ?? unit.toUpperCase();
  const rate = named === code ? perEur : currencyPerEur.get(named);
  return rate === undefined ? undefined : 60 / (hourlyRateEur * rate);
}

const signs: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
]);
