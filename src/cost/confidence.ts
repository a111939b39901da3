import type { CostContext } from './cost-context.ts';
import type { ChannelShares } from './channel-shares.ts';
import { logVarianceOf } from './constant.ts';
import type { Draft } from './draft.ts';
import { usableHistory } from './place.ts';
import { channels, type Channel, type ConfidenceGrade } from './price.ts';

const grades: readonly ConfidenceGrade[] = ['A', 'B', 'C', 'D', 'E'];

/**
 * How far a price can be trusted: A from 30 records of the team's own on, where nothing else is missing; E without git or without a profile; D where the class only stands in or assumptions
 * make more than half of the variance of ln E[B]; C where exposure or exploit score is missing; one less where typed rules saw under 80 %.
 */
export function gradeOf(draft: Draft, shares: ChannelShares, context: CostContext): ConfidenceGrade {
  if (!context.profile.isGiven || usableHistory(context) === undefined) return 'E';
  const isRough = draft.finding.drivers.isStandIn === true || assumedShare(draft, shares, context) > 0.5;
  const isOwn = (context.calibration?.records ?? 0) >= context.constants.general.calibrationGradeA.value;
  const base = isRough ? 3 : isFactMissing(draft) ? 2 : isOwn ? 0 : 1;
  const lowered = base + (context.typedShare < 0.8 ? 1 : 0);
  return grades[Math.min(lowered, 4)] ?? 'E';
}

function isFactMissing({ attack }: Draft): boolean {
  if (attack === undefined) return false;
  return attack.isEpssAssumed === true || (attack.kind === 'own-code' && attack.exposure === 'unknown');
}

/** Part of the variance of the logarithm of the yearly cost that rests on assumptions, 0 to 1. */
function assumedShare(draft: Draft, shares: ChannelShares, context: CostContext): number {
  let assumed = 0;
  let all = 0;
  for (const channel of channels) {
    const weight = shares[channel].mean ** 2;
    if (weight <= 0) continue;
    const { assumedVariance, variance } = varianceOf(channel, draft, shares, context);
    assumed += weight * Math.min(assumedVariance, variance);
    all += weight * variance;
  }
  return all > 0 ? assumed / all : 0;
}

function varianceOf(
  channel: Channel,
  draft: Draft,
  shares: ChannelShares,
  { constants: { general } }: CostContext,
): { readonly assumedVariance: number; readonly variance: number } {
  const variance = shares[channel].sigma ** 2;
  switch (channel) {
    case 'drag':
      return { assumedVariance: logVarianceOf(general.causality), variance };
    case 'defects': {
      const rate = draft.figures.incidents?.perYear ?? general.fixShareOfIncident;
      return { assumedVariance: logVarianceOf(rate) + logVarianceOf(general.incidentHours) / 4, variance };
    }
    case 'security':
      return draft.attack ?? { assumedVariance: variance, variance };
    case 'drift':
      return {
        assumedVariance: logVarianceOf(general.upgradeGrowth) + logVarianceOf(general.forcedUpgrade) / 16,
        variance,
      };
  }
}
