import { formatEffort } from '../base/duration.ts';
import type { Language } from '../base/language.ts';
import { createMoneyFormat, type Currency } from '../base/money.ts';
import { formatPercent, french } from '../base/typography.ts';
import { channels, type Channel, type Price } from '../cost/price.ts';
import { classLabel, statusLabel } from './labels.ts';
import type { AssessedFinding } from './assessment.ts';

/** Yearly cost under which no amount stands in the line of a diagnostic, EUR. */
export const inlineMinimumEur = 50;

/**
 * The money clause that follows a diagnostic's message: cost of leaving it where it is worth naming, the effort of the
 * fix, and the class, such as `about €200–2,000 of development time a year · fix ≈ 1 h · Must fix`.
 */
export function inlineText(assessed: AssessedFinding, language: Language, currency: Currency): string {
  const { price, triage } = assessed;
  const effort = formatEffort(price.fixMinutes.p50, language);
  const parts = [
    leaveClause(price, language, currency),
    language === 'fr' ? `correction ≈ ${effort}` : `fix ≈ ${effort}`,
    statusLabel(triage, language) ?? classLabel(assessed, language),
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** What leaving a finding costs a year, as a clause; undefined under the amount worth naming. */
export function leaveClause(price: Price, language: Language, currency: Currency): string | undefined {
  if (price.leaveEur.mean < inlineMinimumEur) return undefined;
  const money = createMoneyFormat(language, currency);
  const channel = mainChannel(price);
  if (channel === 'security' && price.incident !== undefined) {
    const chance = formatPercent(price.incident.probabilityPerYear, language);
    const loss = money.range(price.incident.lossEur.p10, price.incident.lossEur.p90);
    return language === 'fr'
      ? french(`environ ${chance} de risque par an, puis le plus souvent ${loss}`)
      : `about ${chance} a year, then typically ${loss}`;
  }
  return `${money.about(price.leaveEur.p10, price.leaveEur.p90)} ${ofWhat(channel)[language]}`;
}

/** The channel that makes at least four fifths of the cost; undefined where none does. */
export function mainChannel({ byChannelEur, leaveEur }: Price): Channel | undefined {
  return channels.find((channel) => byChannelEur[channel] >= 0.8 * leaveEur.mean && leaveEur.mean > 0);
}

function ofWhat(channel: Channel | undefined): Readonly<Record<Language, string>> {
  switch (channel) {
    case 'drag':
      return { en: 'of development time a year', fr: 'de temps de développement par an' };
    case 'defects':
      return { en: 'a year in failures', fr: 'par an de pannes' };
    case 'drift':
      return { en: 'a year of growing upgrade effort', fr: 'par an de mise à jour qui renchérit' };
    case 'security':
    case undefined:
      return { en: 'a year', fr: 'par an' };
  }
}
