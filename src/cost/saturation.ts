import type { Draft } from './draft.ts';

/** One source of incidents: how much it adds to the hazard of a year, and what an incident costs. */
export interface Hazard {
  readonly hazard: number;
  readonly lossEur: number;
}

/** Findings whose incidents saturate together: each has its hazard at the same place of the list. */
export interface HazardPool {
  readonly drafts: readonly Draft[];
  readonly hazards: readonly Hazard[];
  readonly rule: PoolRule;
}

/** What a pool of hazards costs a year, and what each of them answers for. */
export interface SettledPool {
  readonly totalEur: number;
  /** Part of the total that falls to each hazard, in the order given; the parts sum to the total. */
  readonly sharesEur: readonly number[];
  /** By how much the total falls without each hazard. */
  readonly marginsEur: readonly number[];
}

/** `decay` 1: at least one incident a year, so P = 1 − e^(−Σh). `decay` 0: every incident counts. */
export interface PoolRule {
  readonly decay: 0 | 1;
  /** Hazard from which more adds nothing. */
  readonly capacity: number;
}

/** Hazard of an event with this yearly probability: −ln(1 − p). */
export function hazardOf(probability: number): number {
  return -Math.log1p(-probability);
}

/**
 * Shares a saturating total among its causes. The dearest incidents fill the capacity first, so that adding a cause
 * never lowers the total; shares are in proportion to hazard × loss.
 */
export function settlePool(hazards: readonly Hazard[], rule: PoolRule): SettledPool {
  const order = hazards.map((_, index) => index).filter((index) => (hazards[index]?.hazard ?? 0) > 0);
  order.sort((a, b) => (hazards[b]?.lossEur ?? 0) - (hazards[a]?.lossEur ?? 0));
  const curve = accumulate(
    order.map((index) => hazards[index] ?? { hazard: 0, lossEur: 0 }),
    rule,
  );
  const totalEur = curve.valueAt(rule.capacity);
  let weights = 0;
  for (const { hazard, lossEur } of hazards) weights += hazard * lossEur;
  const sharesEur = hazards.map(({ hazard, lossEur }) => (weights > 0 ? (totalEur * hazard * lossEur) / weights : 0));
  const marginsEur = hazards.map(() => 0);
  order.forEach((index, rank) => {
    marginsEur[index] = Math.max(0, totalEur - curve.valueWithout(rank, rule.capacity));
  });
  return { totalEur, sharesEur, marginsEur };
}

interface Curve {
  /** Yearly cost of the first `hazard` units. */
  valueAt(hazard: number): number;
  /** The same when the entry of this rank is missing and all after it move up. */
  valueWithout(rank: number, hazard: number): number;
}

function accumulate(entries: readonly Hazard[], { decay }: PoolRule): Curve {
  const reach = (from: number, to: number): number =>
    decay === 1 ? -Math.exp(-from) * Math.expm1(from - to) : to - from;
  const hazards = new Float64Array(entries.length + 1);
  const values = new Float64Array(entries.length + 1);
  entries.forEach(({ hazard, lossEur }, index) => {
    const before = hazards[index] ?? 0;
    hazards[index + 1] = before + hazard;
    values[index + 1] = (values[index] ?? 0) + lossEur * reach(before, before + hazard);
  });
  const valueAt = (hazard: number): number => {
    const rank = lastNotAbove(hazards, hazard);
    const loss = entries[rank]?.lossEur ?? 0;
    return (values[rank] ?? 0) + loss * reach(hazards[rank] ?? 0, Math.min(hazard, hazards[rank + 1] ?? hazard));
  };
  const valueWithout = (rank: number, capacity: number): number => {
    const start = hazards[rank] ?? 0;
    if (start >= capacity) return valueAt(capacity);
    const end = hazards[rank + 1] ?? start;
    const gained = valueAt(capacity + end - start) - (values[rank + 1] ?? 0);
    return (values[rank] ?? 0) + Math.max(0, gained) * (decay === 1 ? Math.exp(end - start) : 1);
  };
  return { valueAt, valueWithout };
}

function lastNotAbove(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
