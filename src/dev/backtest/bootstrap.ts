import { sum } from './metrics.ts';

/** A mean over repositories and its 95 % interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const resamples = 2000;

/** Cluster bootstrap: repositories are drawn with replacement, each with the mean of its dates. Seeded. */
export function bootstrapMean(byRepository: ReadonlyMap<string, readonly number[]>): Estimate {
  const means = [...byRepository.values()].filter((values) => values.length > 0).map(meanOf);
  const random = seededRandom(20261122);
  const drawn = Array.from({ length: resamples }, () =>
    meanOf(means.map(() => means[Math.floor(random() * means.length)] ?? 0)),
  ).sort((a, b) => a - b);
  return {
    mean: meanOf(means),
    low: drawn[Math.floor(resamples * 0.025)] ?? NaN,
    high: drawn[Math.floor(resamples * 0.975)] ?? NaN,
  };
}

export function meanOf(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
