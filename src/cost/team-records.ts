import { z } from 'zod';
import type { GeneralConstants } from './general-constants.ts';
import type { Lognormal } from './lognormal.ts';

const minutes = z
  .number({ error: 'expected a number of minutes' })
  .min(1, { error: 'expected at least 1 minute' })
  .max(100_000, { error: 'expected at most 100,000 minutes' });
const day = z.iso.date({ error: 'expected a day such as "2027-03-31"' });

/** The `records` section: what the team measured itself, which replaces assumptions bit by bit. */
export const recordsSchema = z.strictObject({
  fixes: z
    .array(
      z.strictObject({
        estimatedMinutes: minutes.describe('Minutes that the finding showed as its fix (P50).'),
        actualMinutes: minutes.describe('Minutes that the fix took.'),
        rule: z.string().max(200).optional().describe('Rule of the finding.'),
        date: day.optional().describe('Day of the fix.'),
      }),
    )
    .max(10_000)
    .default([])
    .describe('Fixes with what they were estimated at and what they took; from 10 on they count.'),
  incidents: z
    .array(
      z.strictObject({
        date: day.describe('Day of the incident.'),
        note: z.string().max(2000).optional().describe('What happened.'),
      }),
    )
    .max(10_000)
    .default([])
    .describe('Incidents that a defect in this code caused.'),
  since: day.optional().describe('Day from which every incident is recorded; without it incidents do not count.'),
});

export type TeamRecords = z.output<typeof recordsSchema>;

/** What the team's own records say, and how much they weigh against the model's figures. */
export interface Calibration {
  readonly records: number;
  /** By how much longer fixes take than estimated; 1 until there are enough records. */
  readonly fixFactor: number;
  /** Weight of the team's own fix times, 0 to 1. */
  readonly fixShare: number;
  /** Variance of the logarithm of actual over estimated minutes. */
  readonly fixLogVariance: number;
  /** Incidents that were seen in these years; 0 years where none are recorded. */
  readonly incidents: number;
  readonly incidentYears: number;
}

/**
 * Posterior of the fix times in log space, μ = (n·x̄ + 8·μ₀)/(n + 8), from ten records on; incidents are counted for
 * the gamma–Poisson update that pricing does, whose prior is worth two years.
 */
export function calibrate(records: TeamRecords | undefined, general: GeneralConstants, today: string): Calibration {
  const { fixes = [], incidents = [], since } = records ?? {};
  const logs = fixes.map(({ estimatedMinutes, actualMinutes }) => Math.log(actualMinutes / estimatedMinutes));
  const count = logs.length >= general.calibrationFixes.value ? logs.length : 0;
  const share = count / (count + general.calibrationPriorFixes.value);
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / Math.max(1, logs.length - 1);
  const years = since === undefined ? 0 : Math.max(0, yearsBetween(since, today));
  const seen = since === undefined ? [] : incidents.filter(({ date }) => date >= since && date <= today);
  return {
    records: fixes.length + seen.length,
    fixFactor: Math.exp(share * mean),
    fixShare: share,
    fixLogVariance: variance,
    incidents: seen.length,
    incidentYears: years,
  };
}

/** The effort as the team's records have it: median times the factor, variances mixed by their weight. */
export function calibrated(effort: Lognormal, calibration: Calibration | undefined): Lognormal {
  if (calibration === undefined || calibration.fixShare === 0) return effort;
  const { fixFactor, fixShare, fixLogVariance } = calibration;
  const variance = fixShare * fixLogVariance + (1 - fixShare) * effort.sigma ** 2;
  const median = effort.mean * Math.exp(-(effort.sigma ** 2) / 2) * fixFactor;
  return { mean: median * Math.exp(variance / 2), sigma: Math.sqrt(variance) };
}

/** By how much the recorded incidents change a foreseen yearly rate: posterior mean over prior mean. */
export function incidentFactor(
  perYear: number,
  calibration: Calibration | undefined,
  general: GeneralConstants,
): number {
  if (calibration === undefined || calibration.incidentYears <= 0 || perYear <= 0) return 1;
  const prior = general.calibrationPriorYears.value;
  const { incidents, incidentYears } = calibration;
  return (prior * perYear + incidents) / ((prior + incidentYears) * perYear);
}

function yearsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / (365.25 * 86_400_000);
}
