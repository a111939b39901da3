import type { CostContext } from './cost-context.ts';
import type { Draft } from './draft.ts';
import { fixGroupKey } from './fix-cost.ts';

/** Shares the yearly growth of upgrades that wait; several findings on one package wait for the same upgrade. */
export function priceDrift(drafts: readonly Draft[], context: CostContext): void {
  const packages = new Map<string, { draft: Draft; driftEur: number }[]>();
  for (const draft of drafts) {
    const driftEur = driftEurOf(draft, context);
    if (driftEur <= 0) continue;
    const key = fixGroupKey(draft);
    const group = key === undefined ? undefined : packages.get(key);
    if (group !== undefined) group.push({ draft, driftEur });
    else if (key !== undefined) packages.set(key, [{ draft, driftEur }]);
    else {
      draft.driftEur += driftEur;
      draft.driftMarginEur += driftEur;
    }
  }
  for (const group of packages.values()) shareDrift(group);
}

/** Yearly chance that the upgrade is forced: certain once support ends within the horizon. */
export function forcedChance({ finding, figures }: Draft, { profile, today }: CostContext): number {
  const end = finding.drivers.endOfLife;
  if (end !== undefined && end <= daysLater(today, profile.horizonYears * 365.25)) return 1;
  return figures.drift?.forced.value ?? 0;
}

/** F · (g + P_forced · premium). */
function driftEurOf(draft: Draft, context: CostContext): number {
  const { drift } = draft.figures;
  if (drift === undefined) return 0;
  const { general } = context.constants;
  const fixEur = (draft.fixMinutes.mean / 60) * context.profile.hourlyRateEur;
  const growth = general.upgradeGrowth.value + forcedChance(draft, context) * general.forcedPremium.value;
  return fixEur * growth * drift.part.value;
}

function shareDrift(group: readonly { draft: Draft; driftEur: number }[]): void {
  const total = group.reduce((sum, { driftEur }) => sum + driftEur, 0);
  const sorted = group.map(({ driftEur }) => driftEur).sort((a, b) => b - a);
  const [largest = 0, second = 0] = sorted;
  for (const { draft, driftEur } of group) {
    draft.driftEur += (largest * driftEur) / total;
    draft.driftMarginEur += driftEur === largest ? largest - second : 0;
  }
}

function daysLater(isoDate: string, days: number): string {
  return new Date(Date.parse(isoDate.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10);
}
