import type { Language } from './language.ts';
import { nearestStep, roundTo125 } from './rounding.ts';
import { formatNumber, noBreakSpace } from './typography.ts';

const minutesPerDay = 480;
const steps = [5, 10, 20, 30, 60, 120, 240, 480];

/** An effort in coarse steps: `20 min`, `1 h`, `2 days`; a day has 8 hours. */
export function formatEffort(minutes: number, language: Language): string {
  const step =
    minutes > minutesPerDay ? roundTo125(minutes / minutesPerDay) * minutesPerDay : nearestStep(minutes, steps);
  if (step < 60) return `${step}${noBreakSpace}min`;
  if (step < minutesPerDay) return `${step / 60}${noBreakSpace}h`;
  return formatDays(step, language);
}

/** Both ends of an effort in the same steps: `20 min–2 h`, `1–10 days`. */
export function formatEffortRange(
  { p10, p90 }: { readonly p10: number; readonly p90: number },
  language: Language,
): string {
  const [low, high] = [formatEffort(p10, language), formatEffort(p90, language)];
  if (low === high) return low;
  const [figure = low, unit = ''] = low.split(noBreakSpace);
  const isSameUnit = unit.replace(/s$/, '') === (high.split(noBreakSpace)[1] ?? '').replace(/s$/, '');
  return (isSameUnit ? figure : low) + (language === 'fr' ? ' à ' : '–') + high;
}

/** Person-days of 8 hours, with one decimal under 10. */
export function formatDays(minutes: number, language: Language): string {
  const days = minutes / minutesPerDay;
  const text = formatNumber(days, language, days < 10 ? 1 : 0);
  const isOne = language === 'fr' ? Math.round(days * 10) / 10 < 2 : text === '1';
  const unit = language === 'fr' ? (isOne ? 'jour' : 'jours') : isOne ? 'day' : 'days';
  return `${text}${noBreakSpace}${unit}`;
}

/** A number of months in coarse steps, as it stands behind "in" and « en »: `under a month`, `about 2 months`, `over 10 years`. */
export function formatMonths(months: number, language: Language): string {
  if (months < 1) return language === 'fr' ? 'moins d’un mois' : 'under a month';
  if (months > 120) return language === 'fr' ? 'plus de 10 ans' : 'over 10 years';
  const step = nearestStep(months, [1, 2, 3, 6, 9, 12, 18, 24, 36, 60, 120]);
  if (step > 24) {
    return language === 'fr' ? `${step / 12}${noBreakSpace}ans environ` : `about ${step / 12}${noBreakSpace}years`;
  }
  if (language === 'fr') return `${step}${noBreakSpace}mois environ`;
  return `about ${step}${noBreakSpace}${step === 1 ? 'month' : 'months'}`;
}
