import type { CostContext } from './cost-context.ts';
import type { DerivationWriter } from './derivation.ts';
import { forcedChance } from './drift.ts';
import type { DerivationLine } from './price.ts';
import type { PricedFinding } from './price-findings.ts';

/** The derivation of upgrade drift: F · (g + P_forced · premium). */
export function explainDrift(
  { price, workings }: PricedFinding,
  context: CostContext,
  writer: DerivationWriter,
): DerivationLine[] {
  const { general } = context.constants;
  const { drift } = workings.figures;
  if (drift === undefined) return [];
  const forced = forcedChance(workings, context);
  return [
    writer.line(labels.title, (f) => {
      const growth = `${f.percent(general.upgradeGrowth.value)} + ${f.percent(forced)} × ${f.number(general.forcedPremium.value)}`;
      const part = drift.part.value === 1 ? '' : ` × ${f.number(drift.part.value)}`;
      return `${f.money(price.fixEur.mean)} × (${growth})${part} → ${f.money(price.byChannelEur.drift)}`;
    }),
    writer.constant(labels.growth, general.upgradeGrowth, (f) => f.percent(general.upgradeGrowth.value)),
    forced === drift.forced.value
      ? writer.constant(labels.forced, drift.forced, (f) => f.percent(forced))
      : writer.line(labels.endOfLife, (f) => f.percent(forced)),
    writer.constant(labels.premium, general.forcedPremium),
    ...(drift.part.value === 1 ? [] : [writer.constant(labels.part, drift.part)]),
    writer.constant(labels.sigma, general.driftSigma),
  ];
}

const labels = {
  title: { en: 'Growth of the upgrade', fr: 'Renchérissement de la mise à jour' },
  growth: { en: 'Growth a year', fr: 'Croissance par an' },
  forced: { en: 'Chance that it is forced', fr: 'Probabilité qu’elle soit imposée' },
  endOfLife: {
    en: 'Support ends within the horizon: it is forced',
    fr: 'Le support prend fin dans l’horizon : elle est imposée',
  },
  premium: { en: 'Added effort when forced', fr: 'Surcoût quand elle est imposée' },
  part: { en: 'Part that counts', fr: 'Part retenue' },
  sigma: { en: 'Spread', fr: 'Dispersion' },
};
