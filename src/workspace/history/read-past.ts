import { createHunkReader, hunkArguments, type PastHunk } from './past-hunks.ts';
import { gitOutput, runGit } from './git-process.ts';

/** How far back a look at the past went. */
export interface PastReading {
  readonly commits: number;
  /** Whether it came to its end: neither the bound on commits nor git itself stopped it. */
  readonly isWhole: boolean;
}

export interface PastOptions {
  /** Full hash of the commit to look back from. */
  readonly head: string;
  /** Full hash of a commit that was looked at before, with all that led to it. */
  readonly known?: string | undefined;
  readonly mostCommits: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Hands on all lines that the commits before `head` added below `root`, the newest commit first, each once. Merges
 * are left out: what they bring together was added before.
 */
export async function readPast(
  root: string,
  { head, known, mostCommits, signal }: PastOptions,
  onHunk: (hunk: PastHunk) => void,
): Promise<PastReading> {
  let commits = 0;
  const reader = createHunkReader(onHunk, () => (commits += 1));
  const revisions = known === undefined ? head : `${known}..${head}`;
  const read = (piece: string): void => reader.read(piece);
  const end = await runGit(root, hunkArguments(revisions, mostCommits), read, signal);
  reader.end();
  return { commits, isWhole: end.kind === 'done' && commits < mostCommits };
}

/** Whether one commit led to another; false also for commits that the repository does not have. */
export async function isAncestor(root: string, older: string, newer: string, signal?: AbortSignal): Promise<boolean> {
  if (![older, newer].every((hash) => /^[0-9a-f]{40,64}$/.test(hash))) return false;
  const { end } = await gitOutput(root, ['merge-base', '--is-ancestor', older, newer], signal);
  return end.kind === 'done';
}
