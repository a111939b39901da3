import { sum } from './metrics.ts';

/** Counts with what explains them: log-linear columns and a factor that is known. */
export interface CountRow {
  readonly count: number;
  readonly columns: readonly number[];
  /** Logarithm of the known factor. */
  readonly offset: number;
  /** Rows of one group share an intercept. */
  readonly group: number;
}

/** Coefficients of the columns; the intercepts of groups follow from them. */
export type Coefficients = readonly number[];

/**
 * Poisson regression with one intercept for each group, which is the ratio of observed to expected counts there, so
 * only the columns' coefficients are iterated (Newton, with a small ridge).
 */
export function fitPoisson(rows: readonly CountRow[], columns: number): Coefficients {
  let beta = new Array<number>(columns).fill(0);
  for (let step = 0; step < 12; step++) {
    const means = expectedCounts(rows, beta);
    const gradient = new Array<number>(columns).fill(0);
    const hessian = Array.from({ length: columns }, () => new Array<number>(columns).fill(0));
    const centres = groupCentres(rows, means, columns);
    rows.forEach(({ count, columns: x, group }, index) => {
      const mean = means[index] ?? 0;
      const centre = centres.get(group) ?? [];
      for (let i = 0; i < columns; i++) {
        const xi = (x[i] ?? 0) - (centre[i] ?? 0);
        gradient[i] = (gradient[i] ?? 0) + (count - mean) * xi;
        const line = hessian[i] ?? [];
        for (let j = 0; j < columns; j++) line[j] = (line[j] ?? 0) + mean * xi * ((x[j] ?? 0) - (centre[j] ?? 0));
      }
    });
    const change = solve(hessian, gradient);
    beta = beta.map((value, index) => value + Math.max(-1, Math.min(1, change[index] ?? 0)));
    if (change.every((value) => Math.abs(value) < 1e-7)) break;
  }
  return beta;
}

/** Expected counts under these coefficients; each group's sum equals what was observed there. */
export function expectedCounts(rows: readonly CountRow[], beta: Coefficients): number[] {
  const raw = rows.map(({ columns, offset }) =>
    Math.exp(offset + sum(columns.map((value, index) => value * (beta[index] ?? 0)))),
  );
  const observed = new Map<number, number>();
  const predicted = new Map<number, number>();
  rows.forEach(({ count, group }, index) => {
    observed.set(group, (observed.get(group) ?? 0) + count);
    predicted.set(group, (predicted.get(group) ?? 0) + (raw[index] ?? 0));
  });
  return rows.map(({ group }, index) => ((raw[index] ?? 0) * (observed.get(group) ?? 0)) / (predicted.get(group) || 1));
}

/** Poisson deviance: twice the distance of the log-likelihood from a perfect forecast; smaller is better. */
export function deviance(rows: readonly CountRow[], means: readonly number[]): number {
  return 2 * sum(rows.map(({ count }, index) => devianceOf(count, Math.max(1e-12, means[index] ?? 0))));
}

function devianceOf(count: number, mean: number): number {
  return (count > 0 ? count * Math.log(count / mean) : 0) - (count - mean);
}

function groupCentres(rows: readonly CountRow[], means: readonly number[], columns: number): Map<number, number[]> {
  const weights = new Map<number, number>();
  const sums = new Map<number, number[]>();
  rows.forEach(({ columns: x, group }, index) => {
    const mean = means[index] ?? 0;
    weights.set(group, (weights.get(group) ?? 0) + mean);
    const line = sums.get(group) ?? new Array<number>(columns).fill(0);
    sums.set(group, line);
    for (let i = 0; i < columns; i++) line[i] = (line[i] ?? 0) + mean * (x[i] ?? 0);
  });
  return new Map([...sums].map(([group, line]) => [group, line.map((value) => value / (weights.get(group) || 1))]));
}

/** Gaussian elimination of a small positive-definite system, with a ridge against columns that say the same. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, index) => [
    ...line.map((value, at) => value + (at === index ? 1e-9 : 0)),
    right[index] ?? 0,
  ]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const pivotRow = rows[pivot] ?? [];
    for (let below = pivot + 1; below < size; below++) {
      const row = rows[below] ?? [];
      const factor = (row[pivot] ?? 0) / (pivotRow[pivot] || 1);
      for (let at = pivot; at <= size; at++) row[at] = (row[at] ?? 0) - factor * (pivotRow[at] ?? 0);
    }
  }
  const result = new Array<number>(size).fill(0);
  for (let pivot = size - 1; pivot >= 0; pivot--) {
    const row = rows[pivot] ?? [];
    const known = sum(result.slice(pivot + 1).map((value, index) => value * (row[pivot + 1 + index] ?? 0)));
    result[pivot] = ((row[size] ?? 0) - known) / (row[pivot] || 1);
  }
  return result;
}
