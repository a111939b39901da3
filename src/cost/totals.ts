import { sumShares, type ChannelShares } from './channel-shares.ts';
import type { CostContext } from './cost-context.ts';
import { deviationOf, fromMoments, rangeOf, scale, type Lognormal } from './lognormal.ts';
import { channels, type Channel, type IncidentRisk, type Totals } from './price.ts';
import type { PricedFinding } from './price-findings.ts';
import { breachLoss } from './security.ts';

/** Sums a part of the priced findings; the totals of two disjoint parts have means that add up to those of both. */
export function totalsOf(findings: readonly PricedFinding[], context: CostContext): Totals {
  const { general } = context.constants;
  const within = general.correlationWithin.value;
  const minutes = createSum();
  const sums: Record<Channel, MomentSum> = {
    drag: createSum(),
    defects: createSum(),
    security: createSum(),
    drift: createSum(),
  };
  let breachEur = 0;
  for (const { shares, sharedMinutes, workings } of findings) {
    add(minutes, sharedMinutes);
    for (const channel of channels) add(sums[channel], shares[channel]);
    if (workings.attack?.harm === 'breach') breachEur += shares.security.mean;
  }
  const byChannel: ChannelShares = {
    drag: settle(sums.drag, within),
    defects: settle(sums.defects, within),
    security: settle(sums.security, within),
    drift: settle(sums.drift, within),
  };
  const fixMinutes = settle(minutes, within);
  const incident = incidentOf(breachEur, context);
  return {
    findings: findings.length,
    fixMinutes: rangeOf(fixMinutes),
    fixEur: rangeOf(scale(fixMinutes, context.profile.hourlyRateEur / 60)),
    leaveEur: rangeOf(sumShares(byChannel, channels, general.correlationAcross.value)),
    byChannelEur: {
      drag: rangeOf(byChannel.drag),
      defects: rangeOf(byChannel.defects),
      security: rangeOf(byChannel.security),
      drift: rangeOf(byChannel.drift),
    },
    ...(incident === undefined ? {} : { incident }),
  };
}

interface MomentSum {
  mean: number;
  deviations: number;
  squares: number;
}

function createSum(): MomentSum {
  return { mean: 0, deviations: 0, squares: 0 };
}

function add(sum: MomentSum, part: Lognormal): void {
  if (part.mean <= 0) return;
  const deviation = deviationOf(part);
  sum.mean += part.mean;
  sum.deviations += deviation;
  sum.squares += deviation * deviation;
}

function settle({ mean, deviations, squares }: MomentSum, correlation: number): Lognormal {
  return fromMoments(mean, Math.sqrt((1 - correlation) * squares + correlation * deviations * deviations));
}

/** Chance of at least one attack a year that does full harm; a part of the findings has its share of it. */
function incidentOf(breachEur: number, { profile, constants }: CostContext): IncidentRisk | undefined {
  if (breachEur <= 0) return undefined;
  const { rangeEur } = breachLoss(profile, constants.general);
  return { probabilityPerYear: breachEur / rangeEur.mean, lossEur: rangeEur };
}
