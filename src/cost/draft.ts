import type { Exposure, Finding } from '../findings/finding.ts';
import type { FunctionShare } from './function-share.ts';
import type { Lognormal } from './lognormal.ts';
import type { Place } from './place.ts';
import type { WeaknessFigures } from './weakness-figures.ts';

/** How a finding slows its file, kept for the explanation. */
export interface DragWorkings {
  /** Weight in the finding's own file, and the sum of the file's weights. */
  readonly weight: number;
  readonly fileWeight: number;
  /** Yearly drag of the whole file, EUR. */
  readonly fileEur: number;
}

/** Chance and harm of an attack, kept for the explanation and for triage. */
export interface AttackWorkings {
  readonly kind: 'own-code' | 'secret' | 'library';
  readonly probability: number;
  readonly severity: number;
  readonly harm: 'breach' | 'downtime';
  readonly exposure?: Exposure;
  /** Exploit score that was used, and whether it stands in for a missing one. */
  readonly epss?: number;
  readonly isEpssAssumed?: boolean;
  /** Variance of the logarithm that rests on assumptions, and in all. */
  readonly assumedVariance: number;
  readonly variance: number;
}

/** A finding on its way to a price: each channel fills in its share, yearly EUR. */
export interface Draft {
  readonly finding: Finding;
  readonly figures: WeaknessFigures;
  readonly place: Place;
  /** Minutes of the work itself, and with the overhead of a fix that stands alone. */
  readonly ownMinutes: Lognormal;
  readonly fixMinutes: Lognormal;
  /** Minutes that this finding adds where several are mended together; these sum to the whole. */
  sharedMinutes: number;
  dragEur: number;
  dragMarginEur: number;
  drag: DragWorkings | undefined;
  /** Part of the file's changes that fall in the function, where the history tells. */
  functionShare: FunctionShare | undefined;
  defectsEur: number;
  defectsMarginEur: number;
  securityEur: number;
  securityMarginEur: number;
  attack: AttackWorkings | undefined;
  driftEur: number;
  driftMarginEur: number;
}
