import type { Language } from './language.ts';
import { roundSignificant, roundTo125 } from './rounding.ts';

/** Space that no line break splits, U+00A0. */
export const noBreakSpace = '\u00a0';
/** Its narrow form, U+202F: before ; ! ? and between thousands in French. */
export const narrowSpace = '\u202f';

/** Puts the spaces that French typography asks for in place of ordinary ones around punctuation and signs. */
export function french(text: string): string {
  return text
    .replace(/ (?=[;!?])/g, narrowSpace)
    .replace(/ (?=[:€%»])/g, noBreakSpace)
    .replace(/« /g, `«${noBreakSpace}`);
}

/** A number in figures with the thousands and decimal signs of the language; at most `decimals` decimals, no zeros behind. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const thousands = language === 'fr' ? narrowSpace : ',';
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  const rest = fraction.replace(/0+$/, '');
  const point = language === 'fr' ? ',' : '.';
  const isZero = grouped === '0' && rest === '';
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${rest === '' ? '' : point + rest}`;
}

/** A number with this many significant digits: `0.0214`, `1,240`. */
export function formatSignificant(value: number, language: Language, digits = 3): string {
  if (value === 0) return '0';
  const rounded = roundSignificant(value, digits);
  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(rounded)));
  return formatNumber(rounded, language, Math.min(20, Math.max(0, decimals)));
}

/** A share from 0 to 1 as a percentage in 1-2-5 steps, such as `2 %`; `under 0.01 %` for less. */
export function formatPercent(share: number, language: Language): string {
  const percent = share * 100;
  if (percent <= 0) return `0${noBreakSpace}%`;
  if (percent < 0.01)
    return `${language === 'fr' ? 'moins de' : 'under'} ${formatNumber(0.01, language, 2)}${noBreakSpace}%`;
  return `${formatNumber(roundTo125(percent), language, 3)}${noBreakSpace}%`;
}
