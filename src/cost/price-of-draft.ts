import { presentValueFactor } from './business-profile.ts';
import { sumShares, type ChannelShares } from './channel-shares.ts';
import { gradeOf } from './confidence.ts';
import type { CostContext } from './cost-context.ts';
import type { Draft } from './draft.ts';
import { largestDriverOf } from './largest-driver.ts';
import { chanceOfExceeding, nothing, rangeOf, scale } from './lognormal.ts';
import { usableHistory } from './place.ts';
import { channels, type IncidentRisk, type Price, type Range } from './price.ts';
import { breachLoss, type BreachLoss } from './security.ts';

/** Makes the function that turns a finished draft into a price; what all findings share is worked out once. */
export function createPricer(context: CostContext): (draft: Draft, shares: ChannelShares) => Price {
  const { profile, constants } = context;
  const { general } = constants;
  const presentValue = presentValueFactor(profile);
  const loss = breachLoss(profile, general);
  const across = general.correlationAcross.value;
  const hasHistory = usableHistory(context) !== undefined;
  return (draft, shares) => {
    const leave = sumShares(shares, channels, across);
    const leaveEur = rangeOf(leave);
    const isOnlyCarrying = shares.security.mean <= 0;
    const isOnlyExposure = !isOnlyCarrying && leave.mean === shares.security.mean;
    const carryingEur = isOnlyCarrying ? leaveEur : rangeOf(sumShares(shares, carryingChannels, across));
    const exposureEur = isOnlyExposure ? leaveEur : rangeOf(isOnlyCarrying ? nothing : shares.security);
    const fixEur = scale(draft.fixMinutes, profile.hourlyRateEur / 60);
    const fixMinutesRange = rangeOf(draft.fixMinutes);
    const price: Price & { incident?: IncidentRisk; paybackMonths?: number } = {
      fixMinutes: fixMinutesRange,
      fixEur: scaleRange(fixMinutesRange, profile.hourlyRateEur / 60),
      carryingEur,
      exposureEur,
      leaveEur,
      byChannelEur: {
        drag: shares.drag.mean,
        defects: shares.defects.mean,
        security: shares.security.mean,
        drift: shares.drift.mean,
      },
      onlyThisEur: draft.dragMarginEur + draft.defectsMarginEur + draft.securityMarginEur + draft.driftMarginEur,
      roi: (leave.mean * presentValue) / fixEur.mean,
      delayEurPerMonth: leave.mean / 12,
      winProbability: chanceOfExceeding(scale(leave, presentValue), fixEur),
      grade: gradeOf(draft, shares, context),
      largestDriver: largestDriverOf(draft, shares),
    };
    const incident = incidentOf(draft, loss, general.defectSigma.value);
    if (incident !== undefined) price.incident = incident;
    const months = (12 * fixEur.mean) / leave.mean;
    if (hasHistory && months <= longestPayback) price.paybackMonths = months;
    return price;
  };
}

/** Months beyond which a fix counts as never paid back. */
const longestPayback = 1200;

const carryingChannels = ['drag', 'defects', 'drift'] as const;

/** The chance of an attack, and min(L, R) weighed by the severity of the class. */
function incidentOf({ attack, place }: Draft, loss: BreachLoss, downtimeSigma: number): IncidentRisk | undefined {
  if (attack === undefined) return undefined;
  const lossEur =
    attack.harm === 'breach'
      ? scaleRange(loss.rangeEur, attack.severity)
      : rangeOf({ mean: place.outageEur * attack.severity, sigma: downtimeSigma });
  return { probabilityPerYear: attack.probability, lossEur };
}

function scaleRange({ p10, p50, p90, mean }: Range, factor: number): Range {
  return { p10: p10 * factor, p50: p50 * factor, p90: p90 * factor, mean: mean * factor };
}
