import os from 'node:os';
import type { FileTask } from '../analyse-workspace.ts';
import type { Tier } from '../cache/tier.ts';

/** Kinds of rules that a worker can run on its own: they read types, and no results of other rules. */
const shared: ReadonlySet<Tier> = new Set(['types', 'estree']);

/** Characters of source below which a worker would spend its time on loading what this process has loaded. */
const charactersPerWorker = 2_000_000;
/** Bytes that the program of a large project takes. */
const workerBytes = 1.2 * 1024 ** 3;
const mostWorkers = 4;

/** Splits the work between this process and workers; every file's results are the same wherever they are made. */
export function shareWork(
  tasks: readonly FileTask[],
  workers: number,
): { readonly own: readonly FileTask[]; readonly shares: readonly (readonly FileTask[])[] } {
  if (workers === 0) return { own: tasks, shares: [] };
  const given = tasks.flatMap((task) => only(task, (tier) => shared.has(tier)));
  return {
    own: tasks.flatMap((task) => only(task, (tier) => !shared.has(tier))),
    shares: split(given, workers).filter((share) => share.length > 0),
  };
}

/** How many workers pay off: none for little work, no more than cores besides this one, or than memory holds. */
export function workerCount(tasks: readonly FileTask[], memoryBytes: number): number {
  const characters = sizeOf(tasks.filter(({ missing }) => [...missing].some((tier) => shared.has(tier))));
  return Math.min(
    Math.floor(characters / charactersPerWorker),
    os.availableParallelism() - 1,
    Math.floor(Math.min(memoryBytes, os.freemem()) / workerBytes),
    mostWorkers,
  );
}

function only(task: FileTask, isWanted: (tier: Tier) => boolean): FileTask[] {
  const missing = new Set([...task.missing].filter(isWanted));
  return missing.size === 0 ? [] : [{ ...task, missing }];
}

function sizeOf(tasks: readonly FileTask[]): number {
  return tasks.reduce((sum, { file }) => sum + file.text.length, 0);
}

/** Runs of about equal size; files of one project stay together where they can. */
function split(tasks: readonly FileTask[], count: number): FileTask[][] {
  const shares: FileTask[][] = Array.from({ length: count }, () => []);
  const total = sizeOf(tasks) || 1;
  let before = 0;
  for (const task of tasks) {
    shares[Math.min(count - 1, Math.floor((before * count) / total))]?.push(task);
    before += task.file.text.length;
  }
  return shares;
}
