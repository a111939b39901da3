import { generalConstants } from '../../cost/general-constants.ts';
import { bootstrapMean, meanOf, type Estimate } from './bootstrap.ts';
import { aucWithinQuartiles, partialSpearman, popt, recallAtFifth, sum, type Ranked } from './metrics.ts';
import { expectedCounts, fitPoisson, type CountRow } from './poisson.ts';
import { predictiveInterval } from './predictive-interval.ts';
import type { FileRow, Snapshot } from './snapshot.ts';

/** What orders files: our figures, and the baselines that they must beat. */
export const predictors = {
  'cost of leaving it (development and defects)': (row: FileRow) => row.dragEur + row.defectsEur,
  'development drag': (row: FileRow) => row.dragEur,
  defects: (row: FileRow) => row.defectsEur,
  'changes × defect ratio of the structure': (row: FileRow) =>
    (row.commits + 0.5) * (1 - generalConstants.defectRiskRatio.value * Math.expm1(-row.defectWeight)),
  'structure alone (weights)': (row: FileRow) => row.weight,
  'baseline: lines, largest first': (row: FileRow) => row.codeLines ** 2,
  'baseline: lines, smallest first': () => 1,
  'baseline: churn': (row: FileRow) => row.commits,
  'baseline: prior fixes': (row: FileRow) => row.fixCommits,
} as const satisfies Record<string, (row: FileRow) => number>;
export type Predictor = keyof typeof predictors | 'baseline: random';

/** How well one predictor ranks the files that later receive fixes, as means over repositories. */
export interface Ranking {
  readonly predictor: Predictor;
  readonly popt: Estimate;
  readonly recall: Estimate;
  readonly auc: Estimate;
  /** Spearman correlation with later fixes, lines and churn held fixed. */
  readonly partial: Estimate;
}

type Metric = 'popt' | 'recall' | 'auc' | 'partial';

/** Ranks the files of each snapshot by each predictor; a snapshot without later fixes says nothing. */
export function rankings(snapshots: readonly Snapshot[]): Ranking[] {
  const useful = snapshots.filter(({ rows }) => rows.some(({ laterFixes }) => laterFixes > 0));
  return [...Object.keys(predictors), 'baseline: random'].map((name) => rankingOf(name as Predictor, useful));
}

function rankingOf(predictor: Predictor, snapshots: readonly Snapshot[]): Ranking {
  const values: Record<Metric, Map<string, number[]>> = {
    popt: new Map(),
    recall: new Map(),
    auc: new Map(),
    partial: new Map(),
  };
  for (const [at, { repository, rows }] of snapshots.entries()) {
    const scores = rows.map((row, index) => scoreOf(predictor, row, at * 7919 + index));
    const files = rows.map((row, index): Ranked => ({
      score: scores[index] ?? 0,
      lines: row.codeLines,
      fixes: row.laterFixes,
    }));
    const add = (metric: Metric, value: number | undefined): void => {
      if (value !== undefined) values[metric].set(repository, [...(values[metric].get(repository) ?? []), value]);
    };
    // A random score must be random per line too, or it would favour small files.
    const dense =
      predictor === 'baseline: random' ? files.map((file) => ({ ...file, score: file.score * file.lines })) : files;
    add('popt', popt(dense));
    add('recall', recallAtFifth(dense));
    add('auc', aucWithinQuartiles(files));
    add(
      'partial',
      partialSpearman(
        scores,
        files.map(({ fixes }) => fixes),
        [rows.map(({ codeLines }) => codeLines), rows.map(({ commits }) => commits)],
      ),
    );
  }
  return {
    predictor,
    popt: bootstrapMean(values.popt),
    recall: bootstrapMean(values.recall),
    auc: bootstrapMean(values.auc),
    partial: bootstrapMean(values.partial),
  };
}

function scoreOf(predictor: Predictor, row: FileRow, seed: number): number {
  if (predictor !== 'baseline: random') return predictors[predictor](row);
  return (Math.imul(seed + 1, 2654435761) >>> 0) / 4294967296;
}

/** How forecasts of later fixes compare with what came. */
export interface Calibration {
  /** Slope of observed on predicted fixes in logarithms; 1 is right, below 1 the forecast is too extreme. */
  readonly slope: Estimate;
  /** Share of files whose count lies in the forecast's P10–P90, of those with a forecast of one fix or more. */
  readonly coverage: Estimate;
  readonly files: number;
}

/**
 * Forecasts each file's fixes: the repository's fixes of the year before, shared by changes and by the structure's
 * defect ratio. `sigma` is the spread of the defect channel; counts scatter around it.
 */
export function calibration(snapshots: readonly Snapshot[], ceiling: number, sigma: number): Calibration {
  const slopes = new Map<string, number[]>();
  const covered = new Map<string, number[]>();
  let files = 0;
  for (const { repository, rows } of snapshots) {
    const forecast = forecastFixes(rows, ceiling);
    const counts = rows.map((row, index): CountRow => ({
      group: 0,
      offset: 0,
      count: row.laterFixes,
      columns: [Math.log(forecast[index] ?? 1e-9)],
    }));
    if (sum(counts.map(({ count }) => count)) < 10) continue;
    append(slopes, repository, fitPoisson(counts, 1)[0] ?? 0);
    const means = expectedCounts(counts, [1]);
    const large = rows.flatMap((row, index) =>
      (means[index] ?? 0) >= 1 ? [{ count: row.laterFixes, mean: means[index] ?? 1 }] : [],
    );
    if (large.length === 0) continue;
    files += large.length;
    append(
      covered,
      repository,
      meanOf(large.map(({ count, mean }) => (isWithin(count, predictiveInterval(mean, sigma)) ? 1 : 0))),
    );
  }
  return { slope: bootstrapMean(slopes), coverage: bootstrapMean(covered), files };
}

function forecastFixes(rows: readonly FileRow[], ceiling: number): number[] {
  const shares = rows.map((row) => (row.commits + 0.5) * (1 - ceiling * Math.expm1(-row.defectWeight)));
  const all = sum(shares);
  const fixes = Math.max(1, sum(rows.map(({ fixCommits }) => fixCommits)));
  return shares.map((share) => (fixes * share) / all);
}

function isWithin(count: number, [low, high]: readonly [number, number]): boolean {
  return count >= low && count <= high;
}

function append(lists: Map<string, number[]>, key: string, value: number): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}
