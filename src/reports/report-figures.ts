import { formatEffortRange } from '../base/duration.ts';
import type { Language } from '../base/language.ts';
import { createMoneyFormat } from '../base/money.ts';
import { formatPercent } from '../base/typography.ts';
import type { IncidentRisk, Range } from '../cost/price.ts';
import type { DisplayCurrency } from './report-cost.ts';

/** Figures as reports write them: rounded ranges, never a single exact amount. */
export interface ReportFigures {
  /** `about €200–2,000`, or `under €50`. */
  about(rangeEur: Range): string;
  /** `€200–2,000`. */
  range(rangeEur: Range): string;
  /** `20 min–2 h`. */
  effort(minutes: Range): string;
  /** Chance within a year and loss if it happens; never multiplied for the reader. */
  incident(risk: IncidentRisk): string;
}

/** Makes the figures of one report. */
export function createReportFigures(currency: DisplayCurrency, language: Language): ReportFigures {
  const money = createMoneyFormat(language, currency);
  const range = ({ p10, p90 }: Range): string => money.range(p10, p90);
  const about = (rangeEur: Range): string => {
    const text = range(rangeEur);
    const isBound = /^(under|moins de) /.test(text);
    return isBound ? text : `${language === 'fr' ? 'environ' : 'about'} ${text}`;
  };
  return {
    about,
    range,
    effort: (minutes) => formatEffortRange(minutes, language),
    incident: ({ probabilityPerYear, lossEur }) => {
      const chance = formatPercent(probabilityPerYear, language);
      return language === 'fr'
        ? `${chance} de risque par an\u202f; si cela arrive, le plus souvent ${range(lossEur)}`
        : `${chance} a year; if it happens, typically ${range(lossEur)}`;
    },
  };
}
