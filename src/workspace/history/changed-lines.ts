import { bulkFiles } from './count-changes.ts';
import { createRenameFollower } from './rename-follower.ts';
import type { Hunk, PatchCommit } from './patch-log.ts';

/** Lines of HEAD that one commit changed: first and last of each run in turn, zero-based, both included, ascending. */
export type ChangedLines = readonly number[];

/**
 * Tells for each file of `headFiles` which of its present lines each commit changed, given the newest first. A line
 * that was replaced later stands for the one in its place; beside merged branches the lines are right within a few.
 */
export function followLines(
  commits: readonly PatchCommit[],
  headFiles: ReadonlySet<string>,
  countsRoots: boolean,
): ReadonlyMap<string, readonly ChangedLines[]> {
  const nameOf = createRenameFollower(commits, headFiles);
  const maps = new Map<string, LineMap>();
  const found = new Map<string, ChangedLines[]>();
  for (const { changes, isRoot } of commits) {
    const names = nameOf(changes);
    const counts = changes.length <= bulkFiles && (!isRoot || countsRoots);
    changes.forEach(({ hunks }, index) => {
      const name = names[index];
      if (name === undefined || hunks.length === 0 || hunks.some(isBeyondReach)) return;
      const after = maps.get(name) ?? { lines: [], shift: 0 };
      maps.set(name, lineMapBefore(after, hunks));
      if (!counts) return;
      const all = found.get(name) ?? [];
      found.set(name, all);
      all.push(touchedLines(after, hunks));
    });
  }
  return found;
}

/** Where the lines of an older version stand at HEAD: the first by table, all that follow moved by `shift`. */
interface LineMap {
  readonly lines: readonly number[];
  readonly shift: number;
}

const longestFile = 100_000;

function isBeyondReach({ oldStart, oldCount, newStart, newCount }: Hunk): boolean {
  return oldStart + oldCount > longestFile || newStart + newCount > longestFile;
}

function headLine({ lines, shift }: LineMap, line: number): number {
  return Math.max(0, lines[line] ?? line + shift);
}

/** The map of the version before a commit, from that of the version after it. */
function lineMapBefore(after: LineMap, hunks: readonly Hunk[]): LineMap {
  const lines: number[] = [];
  let next = 0;
  for (const { oldStart, oldCount, newStart, newCount } of hunks) {
    while (lines.length < oldStart) lines.push(headLine(after, next++));
    for (let index = 0; index < oldCount; index++) {
      lines.push(headLine(after, newStart + Math.min(index, newCount - 1)));
    }
    next = newStart + newCount;
  }
  const shift = after.shift + next - lines.length;
  while (next < after.lines.length) lines.push(headLine(after, next++));
  return { lines, shift };
}

function touchedLines(after: LineMap, hunks: readonly Hunk[]): ChangedLines {
  const runs: number[] = [];
  const add = (line: number): void => {
    const last = runs.at(-1);
    if (last !== undefined && line <= last + 1) runs[runs.length - 1] = Math.max(last, line);
    else runs.push(line, line);
  };
  for (const { newStart, newCount } of hunks) {
    if (newCount === 0) add(headLine(after, Math.max(0, newStart - 1)));
    for (let index = 0; index < newCount; index++) add(headLine(after, newStart + index));
  }
  return runs;
}
