import type { CostConstants } from './cost-constants.ts';
import { nothing, sigmaOf, type Lognormal } from './lognormal.ts';
import { channels, type Range, type Totals } from './price.ts';

export interface SimulationOptions {
  /** The same seed gives the same range. */
  readonly seed?: number;
  readonly draws?: number;
}

/**
 * Yearly cost of several repositories together, by Monte-Carlo: the channels of all of them are lognormal, tied
 * within a channel more than across. The mean is exact; the percentiles are those of the draws.
 */
export function simulatePortfolio(
  totals: readonly Totals[],
  { general }: CostConstants,
  { seed = 1, draws = 10_000 }: SimulationOptions = {},
): Range {
  const parts = channels.map((channel) => totals.map(({ byChannelEur }) => lognormalOf(byChannelEur[channel])));
  const mean = parts.flat().reduce((sum, part) => sum + part.mean, 0);
  if (mean <= 0) return { p10: 0, p50: 0, p90: 0, mean: 0 };
  const across = general.correlationAcross.value;
  const weights = {
    all: Math.sqrt(across),
    channel: Math.sqrt(Math.max(0, general.correlationWithin.value - across)),
    own: Math.sqrt(1 - Math.max(across, general.correlationWithin.value)),
  };
  const normal = createNormal(seed);
  const outcomes = Float64Array.from({ length: draws }, () => drawOnce(parts, weights, normal)).sort();
  const at = (share: number): number => outcomes[Math.min(draws - 1, Math.floor(share * draws))] ?? 0;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), mean };
}

interface FactorWeights {
  readonly all: number;
  readonly channel: number;
  readonly own: number;
}

function drawOnce(parts: readonly (readonly Lognormal[])[], weights: FactorWeights, normal: () => number): number {
  const all = normal();
  let sum = 0;
  for (const members of parts) {
    const channel = normal();
    for (const { mean, sigma } of members) {
      const z = weights.all * all + weights.channel * channel + weights.own * normal();
      sum += mean * Math.exp(sigma * z - (sigma * sigma) / 2);
    }
  }
  return sum;
}

function lognormalOf({ p10, p90, mean }: Range): Lognormal {
  return mean > 0 ? { mean, sigma: sigmaOf(p10, p90) } : nothing;
}

/** Standard normal numbers from a seed: a Weyl sequence, mixed, then Box and Muller's transform. */
function createNormal(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32 + 2 ** -33;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
