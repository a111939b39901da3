import type { Range } from './price.ts';

/** A lognormal quantity by its mean, in the unit of its owner, and the standard deviation of its logarithm. */
export interface Lognormal {
  readonly mean: number;
  readonly sigma: number;
}

/** Standard normal quantile of 0.9, as the cost model rounds it. */
export const z90 = 1.2816;
const spread = 2.563;

export const nothing: Lognormal = { mean: 0, sigma: 0 };
const emptyRange: Range = { p10: 0, p50: 0, p90: 0, mean: 0 };

/** Standard deviation of the logarithm of a quantity with these 10th and 90th percentiles, both above 0. */
export function sigmaOf(p10: number, p90: number): number {
  return Math.log(p90 / p10) / spread;
}

/** The lognormal with this median and the spread of these percentiles. */
export function fromPercentiles(p10: number, p50: number, p90: number): Lognormal {
  const sigma = sigmaOf(p10, p90);
  return { mean: p50 * Math.exp((sigma * sigma) / 2), sigma };
}

export function scale(quantity: Lognormal, factor: number): Lognormal {
  return { mean: quantity.mean * factor, sigma: quantity.sigma };
}

/** Standard deviation, in the unit of the mean. */
export function deviationOf({ mean, sigma }: Lognormal): number {
  return mean * Math.sqrt(Math.expm1(sigma * sigma));
}

/** The lognormal with this mean and standard deviation. */
export function fromMoments(mean: number, deviation: number): Lognormal {
  if (mean <= 0) return nothing;
  const ratio = deviation / mean;
  return { mean, sigma: Math.sqrt(Math.log1p(ratio * ratio)) };
}

/**
 * Fenton–Wilkinson: the lognormal that has mean and variance of a sum of equally correlated quantities,
 * Var = (1 − ρ) Σs² + ρ (Σs)².
 */
export function sum(parts: readonly Lognormal[], correlation: number): Lognormal {
  let mean = 0;
  let deviations = 0;
  let squares = 0;
  for (const part of parts) {
    const deviation = deviationOf(part);
    mean += part.mean;
    deviations += deviation;
    squares += deviation * deviation;
  }
  return fromMoments(mean, Math.sqrt((1 - correlation) * squares + correlation * deviations * deviations));
}

export function medianOf({ mean, sigma }: Lognormal): number {
  return mean * Math.exp((-sigma * sigma) / 2);
}

export function rangeOf(quantity: Lognormal): Range {
  if (quantity.mean <= 0) return emptyRange;
  const p50 = medianOf(quantity);
  const factor = Math.exp(z90 * quantity.sigma);
  return { p10: p50 / factor, p50, p90: p50 * factor, mean: quantity.mean };
}

/**
 * Standard normal distribution function, accurate in both tails: the series of Φ − ½ near the middle,
 * Laplace's continued fraction beyond.
 */
export function normalCdf(z: number): number {
  if (z < -3) return upperTail(-z);
  if (z > 3) return 1 - upperTail(z);
  let term = z;
  let series = z;
  for (let odd = 3; Math.abs(term) > 1e-14; odd += 2) {
    term *= (z * z) / odd;
    series += term;
  }
  return 0.5 + normalDensity(z) * series;
}

function upperTail(z: number): number {
  if (z > 38) return 0;
  let fraction = z;
  for (let step = 40; step > 0; step--) fraction = z + step / fraction;
  return normalDensity(z) / fraction;
}

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** E[min(X, cap)] of a lognormal with this median and spread. */
export function cappedMean(median: number, sigma: number, cap: number): number {
  const mu = Math.log(median);
  const z = (Math.log(cap) - mu) / sigma;
  return Math.exp(mu + (sigma * sigma) / 2) * normalCdf(z - sigma) + cap * normalCdf(-z);
}

/** Chance that `gain` exceeds `price`, both lognormal and independent; 0 for no gain. */
export function chanceOfExceeding(gain: Lognormal, price: Lognormal): number {
  if (gain.mean <= 0) return 0;
  const distance = Math.log(medianOf(gain) / medianOf(price));
  return normalCdf(distance / Math.sqrt(gain.sigma ** 2 + price.sigma ** 2));
}
