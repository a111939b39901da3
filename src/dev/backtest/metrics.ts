/** One file as a ranking sees it. */
export interface Ranked {
  readonly score: number;
  readonly lines: number;
  /** Fixes that the file received later. */
  readonly fixes: number;
}

/**
 * Popt of effort-aware defect prediction (Mende, Koschke 2010): 1 is the best order by fixes per line, 0 the worst.
 * Files with the same score count as looked at together.
 */
export function popt(files: readonly Ranked[]): number {
  const best = areaUnder(files, (file) => file.fixes / Math.max(1, file.lines));
  const worst = areaUnder(files, (file) => -file.fixes / Math.max(1, file.lines));
  return best === worst ? 0.5 : 1 - (best - areaUnder(files, density)) / (best - worst);
}

/** Share of the fixes in the files that come first, up to 20 % of the lines. */
export function recallAtFifth(files: readonly Ranked[]): number {
  return valueAt(curveOf(files, density), 0.2);
}

function density({ score, lines }: Ranked): number {
  return score / Math.max(1, lines);
}

interface Point {
  readonly lines: number;
  readonly fixes: number;
}

/** Cumulative shares of lines and fixes, from the highest score on; ties make one straight step. */
function curveOf(files: readonly Ranked[], scoreOf: (file: Ranked) => number): Point[] {
  const allLines = sum(files.map(({ lines }) => Math.max(1, lines)));
  const allFixes = sum(files.map(({ fixes }) => fixes)) || 1;
  const sorted = files.map((file) => ({ file, score: scoreOf(file) })).sort((a, b) => b.score - a.score);
  const points: Point[] = [{ lines: 0, fixes: 0 }];
  let [lines, fixes] = [0, 0];
  sorted.forEach(({ file, score }, index) => {
    lines += Math.max(1, file.lines) / allLines;
    fixes += file.fixes / allFixes;
    if (sorted[index + 1]?.score !== score) points.push({ lines, fixes });
  });
  return points;
}

function areaUnder(files: readonly Ranked[], scoreOf: (file: Ranked) => number): number {
  const points = curveOf(files, scoreOf);
  return sum(
    points.slice(1).map((point, index) => {
      const before = points[index] ?? point;
      return ((point.lines - before.lines) * (point.fixes + before.fixes)) / 2;
    }),
  );
}

function valueAt(points: readonly Point[], lines: number): number {
  const next = points.findIndex((point) => point.lines >= lines);
  const [before, after] = [points[next - 1], points[next]];
  if (after === undefined) return 1;
  if (before === undefined || after.lines === before.lines) return after.fixes;
  return before.fixes + ((after.fixes - before.fixes) * (lines - before.lines)) / (after.lines - before.lines);
}

/** Area under the ROC curve for “receives a fix at all”; ties count half. Undefined where all files are alike. */
export function auc(files: readonly Ranked[]): { readonly value: number; readonly pairs: number } | undefined {
  const ranks = ranksOf(files.map(({ score }) => score));
  const hit = files.map(({ fixes }) => fixes > 0);
  const positives = hit.filter(Boolean).length;
  const pairs = positives * (files.length - positives);
  if (pairs === 0) return undefined;
  const rankSum = sum(ranks.filter((_, index) => hit[index]));
  return { pairs, value: (rankSum - (positives * (positives + 1)) / 2) / pairs };
}

/** AUC among files of about the same size, weighted by the number of pairs: size cannot earn it. */
export function aucWithinQuartiles(files: readonly Ranked[]): number | undefined {
  const sorted = [...files].sort((a, b) => a.lines - b.lines);
  const quarter = Math.ceil(sorted.length / 4);
  const parts = [0, 1, 2, 3].map((index) => auc(sorted.slice(index * quarter, (index + 1) * quarter)));
  const pairs = sum(parts.map((part) => part?.pairs ?? 0));
  return pairs === 0 ? undefined : sum(parts.map((part) => (part?.value ?? 0) * (part?.pairs ?? 0))) / pairs;
}

/** Spearman correlation of two columns once the ranks of the controls are taken out of both. */
export function partialSpearman(
  a: readonly number[],
  b: readonly number[],
  controls: readonly (readonly number[])[],
): number {
  const columns = controls.map(ranksOf);
  const [left, right] = [residuals(ranksOf(a), columns), residuals(ranksOf(b), columns)];
  const norm = Math.sqrt(sum(left.map((x) => x * x)) * sum(right.map((x) => x * x)));
  return norm < 1e-9 ? 0 : sum(left.map((x, index) => x * (right[index] ?? 0))) / norm;
}

/** Gram–Schmidt on centred columns. */
function residuals(target: readonly number[], controls: readonly (readonly number[])[]): number[] {
  const basis: number[][] = [];
  const reduce = (column: readonly number[]): number[] => {
    const mean = sum(column) / Math.max(1, column.length);
    let rest = column.map((x) => x - mean);
    for (const axis of basis) {
      const length = sum(axis.map((x) => x * x));
      const along = length < 1e-9 ? 0 : sum(axis.map((x, index) => x * (rest[index] ?? 0))) / length;
      rest = rest.map((x, index) => x - along * (axis[index] ?? 0));
    }
    return rest;
  };
  for (const control of controls) basis.push(reduce(control));
  return reduce(target);
}

/** Ranks from 1; ties share their mean. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (order[end + 1]?.value === order[start]?.value) end++;
    for (let at = start; at <= end; at++) ranks[order[at]?.index ?? 0] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
