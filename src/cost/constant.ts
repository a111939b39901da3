import type { Localized } from '../base/language.ts';
import { french } from '../base/typography.ts';
import { sigmaOf } from './lognormal.ts';

/**
 * Where a figure comes from: V read in a public source, D derived from public data, S second-hand,
 * A an assumption, shipped as an editable default.
 */
export type Provenance = 'V' | 'D' | 'S' | 'A';

export const provenances: Readonly<Record<Provenance, Localized>> = {
  V: { en: 'read in a public source', fr: 'lu dans une source publique' },
  D: { en: 'derived from public data', fr: 'calculé à partir de données publiques' },
  S: { en: 'second-hand', fr: 'de seconde main' },
  A: { en: 'assumption, editable', fr: 'hypothèse modifiable' },
};

/** Where a figure comes from and when it was last checked (ISO date). */
export interface Sourced {
  readonly tag: Provenance;
  readonly source: Localized;
  readonly date: string;
}

/** One number of the cost model. A definition that is not uncertain has no range. */
export interface Constant extends Sourced {
  readonly value: number;
  readonly p10?: number;
  readonly p90?: number;
}

/** Three percentiles of an effort in minutes. */
export interface MinutesConstant extends Sourced {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** Variance of the logarithm that the constant's range stands for; 0 without a range. */
export function logVarianceOf({ p10, p90 }: Constant): number {
  if (p10 === undefined || p90 === undefined) return 0;
  return sigmaOf(p10, p90) ** 2;
}

export const specificationDate = '2026-11-22';

/** Makes a constant of the current specification. */
export function constant(
  value: number,
  tag: Provenance,
  en: string,
  fr: string,
  range?: readonly [p10: number, p90: number],
): Constant {
  const sourced = { value, tag, source: { en, fr: french(fr) }, date: specificationDate };
  return range === undefined ? sourced : { ...sourced, p10: range[0], p90: range[1] };
}
