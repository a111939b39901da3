import type { Localized } from '../base/language.ts';

/** A range of an uncertain quantity: 10th, 50th and 90th percentile and the mean, in the unit of its field's name. */
export interface Range {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly mean: number;
}

/**
 * What leaving a finding costs, by cause. `drag` is development time, `defects` mended bugs and downtime,
 * `security` expected incident loss, `drift` upgrades that grow dearer.
 */
export const channels = ['drag', 'defects', 'security', 'drift'] as const;
export type Channel = (typeof channels)[number];

/** How far a figure can be trusted: A the team's own records … E no history or no profile. */
export type ConfidenceGrade = 'A' | 'B' | 'C' | 'D' | 'E';

/** One line of a derivation, readable on its own: a term, its value and where it comes from. */
export interface DerivationLine {
  readonly label: Localized;
  /** The value with its unit, or the formula with the numbers in it. */
  readonly value: Localized;
  /** Provenance tag and source of a constant; left out for inputs and results. */
  readonly source?: Localized;
}

/** A rare event behind an expected loss. */
export interface IncidentRisk {
  /** Chance that it happens within a year, 0 to 1. */
  readonly probabilityPerYear: number;
  /** Loss if it happens, EUR. */
  readonly lossEur: Range;
}

/** What one finding costs. Amounts are EUR whatever the profile's currency; conversion happens on display. */
export interface Price {
  readonly fixMinutes: Range;
  readonly fixEur: Range;
  /** Yearly cost of development drag, defects and upgrade drift. */
  readonly carryingEur: Range;
  /** Yearly expected loss through incidents. */
  readonly exposureEur: Range;
  /** Cost of leaving it for a year: carrying and exposure together. */
  readonly leaveEur: Range;
  /** Mean of `leaveEur` split by channel; the parts sum to that mean. */
  readonly byChannelEur: Readonly<Record<Channel, number>>;
  /** Yearly saving of mending only this one, EUR; differs from `leaveEur.mean` where findings share a file. */
  readonly onlyThisEur: number;
  readonly incident?: IncidentRisk;
  /** E[B] · PV / E[F]. */
  readonly roi: number;
  /** Left out where nothing is ever paid back, or without history. */
  readonly paybackMonths?: number;
  readonly delayEurPerMonth: number;
  /** Chance that the fix pays for itself within the horizon, 0 to 1; shown in words. */
  readonly winProbability: number;
  readonly grade: ConfidenceGrade;
  /** The input that moves the figure most. */
  readonly largestDriver: Localized;
}

/** Sums over findings. A share of a saturated channel counts, not the finding on its own, so parts sum to the whole. */
export interface Totals {
  readonly findings: number;
  readonly fixEur: Range;
  readonly fixMinutes: Range;
  readonly leaveEur: Range;
  readonly byChannelEur: Readonly<Record<Channel, Range>>;
  /** Chance of at least one incident a year through the priced findings, and its loss. */
  readonly incident?: IncidentRisk;
}
