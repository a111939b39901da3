import { deviance, expectedCounts, fitPoisson, type Coefficients, type CountRow } from './poisson.ts';
import type { FileRow, Snapshot } from './snapshot.ts';

/** Later counts in a file as a multiple of what its changes and its size foretell: 1 + ceiling (1 − e^(−scale · S)). */
export interface StructureEffect {
  readonly ceiling: number;
  readonly scale: number;
}

/** What is fitted: defects by later fixes, drag by later changes (a stand-in for time, which git does not record). */
export type Outcome = 'fixes' | 'changes';

/** A fit on one half of the repositories, judged on the other. */
export interface FitResult {
  readonly fitted: StructureEffect;
  readonly coefficients: Coefficients;
  /** Deviance on the held-out half, by which smaller is better. */
  readonly heldOut: Readonly<Record<'none' | 'specification' | 'fitted', number>>;
  readonly heldOutCount: number;
}

/** The search stays within each constant's own P10–P90: with so few repositories, more freedom only fits noise. */
const grids: Readonly<Record<Outcome, readonly number[]>> = {
  fixes: [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6],
  changes: [0.23, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1.08],
};
const scales = [0.5, 0.7, 1, 1.4, 2];

/** Fits by grid over the effect and regression over churn and size, one intercept for each repository and date. */
export function fitEffect(
  train: readonly Snapshot[],
  test: readonly Snapshot[],
  outcome: Outcome,
  specification: StructureEffect,
  allowedScales: readonly number[] = scales,
): FitResult {
  let best: { readonly effect: StructureEffect; readonly deviance: number } | undefined;
  for (const ceiling of grids[outcome]) {
    for (const scale of allowedScales) {
      const effect = { ceiling, scale };
      const found = devianceOn(train, train, outcome, effect);
      if (best === undefined || found < best.deviance) best = { effect, deviance: found };
    }
  }
  const fitted = best?.effect ?? specification;
  return {
    fitted,
    coefficients: coefficientsOf(train, outcome, fitted),
    heldOut: {
      none: devianceOn(train, test, outcome, { ceiling: 0, scale: 1 }),
      specification: devianceOn(train, test, outcome, specification),
      fitted: devianceOn(train, test, outcome, fitted),
    },
    heldOutCount: test.flatMap(({ rows }) => rows).reduce((total, row) => total + countOf(row, outcome), 0),
  };
}

function devianceOn(
  train: readonly Snapshot[],
  test: readonly Snapshot[],
  outcome: Outcome,
  effect: StructureEffect,
): number {
  const rows = countRows(test, outcome, effect);
  return deviance(rows, expectedCounts(rows, coefficientsOf(train, outcome, effect)));
}

function coefficientsOf(train: readonly Snapshot[], outcome: Outcome, effect: StructureEffect): Coefficients {
  return fitPoisson(countRows(train, outcome, effect), 3);
}

function countRows(snapshots: readonly Snapshot[], outcome: Outcome, effect: StructureEffect): CountRow[] {
  return snapshots.flatMap(({ rows }, group) =>
    rows.map((row) => ({
      group,
      count: countOf(row, outcome),
      columns: [Math.log(row.commits + 0.5), Math.log(row.fixCommits + 0.5), Math.log(Math.max(1, row.codeLines))],
      offset: Math.log(1 - effect.ceiling * Math.expm1(-effect.scale * weightOf(row, outcome))),
    })),
  );
}

function weightOf(row: FileRow, outcome: Outcome): number {
  return outcome === 'fixes' ? row.defectWeight : row.weight;
}

function countOf(row: FileRow, outcome: Outcome): number {
  return outcome === 'fixes' ? row.laterFixes : row.laterCommits;
}
