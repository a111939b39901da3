/** Budgets that the slider stops at, person-days: finer where they are small, up to the first that mends everything. */
export function budgetStops(allDays: number): readonly number[] {
  const end = stops.findIndex((days) => days >= allDays);
  return stops.slice(0, end < 0 ? stops.length : Math.max(2, end + 1));
}

/** Index of the greatest stop that a budget reaches. */
export function stopOf(budgetDays: number, among: readonly number[]): number {
  return Math.max(
    0,
    among.findLastIndex((days) => days <= budgetDays),
  );
}

const stops: readonly number[] = [
  ...[0.25, 0.5, 1, 2, 3, 5, 8],
  ...[10, 100, 1000, 10_000].flatMap((ten) => [1, 1.5, 2, 3, 5].map((step) => ten * step)),
  100_000,
];
