import { randomUUID } from 'node:crypto';
import type { Notice } from '../../base/notice.ts';
import type { FileHistory, GitHistory } from '../git-history.ts';
import { type ChangedLines, followLines } from './changed-lines.ts';
import { type ChangeCounts, countChanges } from './count-changes.ts';
import { type Commit, createLogReader, logArguments } from './git-log.ts';
import { type GitEnd, gitOutput, runGit } from './git-process.ts';
import { historyNotice, type HistoryProblem } from './history-notices.ts';
import { createPatchReader, patchArguments, type PatchCommit } from './patch-log.ts';

/** A history, or the reason why there is none. */
export interface HistoryReading {
  readonly history?: GitHistory;
  readonly notices: readonly Notice[];
}

export interface HistoryOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of commits read so far. */
  readonly onProgress?: (commits: number) => void;
  /** What an earlier run read; it serves again while HEAD is the same commit and git would tell the same of it. */
  readonly known?: GitHistory | undefined;
}

const windowMonths = 12;

/** Reads the 12 months of history before HEAD of the repository that holds `root`, which may be a folder in it. */
export async function readGitHistory(root: string, options: HistoryOptions = {}): Promise<HistoryReading> {
  const place = await findRepository(root, options.signal);
  if (typeof place === 'string') return { notices: [historyNotice(place)] };
  const head = await gitOutput(root, ['log', '-1', '--format=%H %ct', 'HEAD', '--'], options.signal);
  if (head.end.kind !== 'done') return { notices: [historyNotice('no-commits')] };
  const [hash = '', seconds = '0'] = head.output.trim().split(' ');
  if (options.known?.head === hash && isWhole(options.known, place)) return { history: options.known, notices: [] };
  const headDate = new Date(Number(seconds) * 1000);
  const since = Math.max(0, monthsBefore(headDate, windowMonths));
  const commits = await readLog(root, since, options);
  const tree = await gitOutput(root, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', 'HEAD'], options.signal);
  if (!commits || tree.end.kind !== 'done') return { notices: [historyNotice('git-failed')] };
  const headFiles = new Set(tree.output.split('\0'));
  const counts = countChanges(commits, headFiles, !place.isShallow);
  const lines = await readChangedLines(root, since, commits.length, headFiles, place, options);
  const isTruncated = place.isShallow && commits.some(({ isRoot }) => isRoot);
  return {
    history: {
      head: hash,
      headDate: headDate.toISOString(),
      windowMonths,
      prefix: place.prefix,
      ...below(withLines(counts, lines), place.prefix),
      isTruncated,
    },
    notices: isTruncated ? [historyNotice('history-truncated')] : [],
  };
}

interface Place {
  /** Path of the root inside the repository, with a `/` at the end; empty at its top. */
  readonly prefix: string;
  readonly isShallow: boolean;
}

async function findRepository(root: string, signal?: AbortSignal): Promise<Place | HistoryProblem> {
  const { end, output } = await gitOutput(root, ['rev-parse', '--is-shallow-repository', '--show-prefix'], signal);
  if (end.kind !== 'done') return problemOf(end);
  const lineEnd = output.indexOf('\n');
  return { isShallow: output.slice(0, lineEnd) === 'true', prefix: output.slice(lineEnd + 1).replace(/\n$/, '') };
}

function problemOf(end: Exclude<GitEnd, { kind: 'done' }>): HistoryProblem {
  if (end.kind === 'missing') return 'git-missing';
  if (end.reason.includes('dubious ownership')) return 'git-refused';
  return end.reason.includes('not a git repository') ? 'no-repository' : 'git-failed';
}

/** A partial clone lacks the contents that tell renames, so a log that fails is read again without them. */
async function readLog(root: string, since: number, options: HistoryOptions): Promise<readonly Commit[] | undefined> {
  for (const followsRenames of [true, false]) {
    const commits: Commit[] = [];
    const mark = randomUUID();
    const reader = createLogReader(mark, (commit) => commits.push(commit));
    const read = (piece: string): void => {
      reader.read(piece);
      options.onProgress?.(commits.length);
    };
    const end = await runGit(root, logArguments(mark, since, followsRenames), read, options.signal);
    reader.end();
    if (end.kind === 'done') return commits;
  }
  return undefined;
}

/** A shallow clone may be deepened without another HEAD, and the same commit serves other folders of the repository. */
function isWhole(known: GitHistory, { prefix, isShallow }: Place): boolean {
  return !isShallow && !known.isTruncated && known.prefix === prefix;
}

/** In a year with more commits the patches would take longer than what they tell is worth. */
const mostPatches = 5000;

/** A partial clone has no contents to compare: then, as in very busy histories, no lines are known. */
async function readChangedLines(
  root: string,
  since: number,
  count: number,
  headFiles: ReadonlySet<string>,
  { isShallow }: Place,
  { signal }: HistoryOptions,
): Promise<ReadonlyMap<string, readonly ChangedLines[]>> {
  if (count > mostPatches) return new Map();
  const commits: PatchCommit[] = [];
  const mark = randomUUID();
  const reader = createPatchReader(mark, (commit) => commits.push(commit));
  const end = await runGit(root, patchArguments(mark, since), (piece) => reader.read(piece), signal);
  reader.end();
  return end.kind === 'done' ? followLines(commits, headFiles, !isShallow) : new Map();
}

function withLines(counts: ChangeCounts, lines: ReadonlyMap<string, readonly ChangedLines[]>): ChangeCounts {
  const files = new Map<string, FileHistory>();
  for (const [name, history] of counts.files) {
    const changedLines = lines.get(name);
    files.set(name, changedLines === undefined ? history : { ...history, changedLines });
  }
  return { ...counts, files };
}

/** Seconds since 1970 of the moment some months before a date; the last day of a shorter month stays in it. */
function monthsBefore(date: Date, months: number): number {
  const before = new Date(date);
  before.setUTCMonth(date.getUTCMonth() - months);
  if (before.getUTCDate() !== date.getUTCDate()) before.setUTCDate(0);
  return Math.floor(before.getTime() / 1000);
}

/** Files below the workspace root under their names there; the sums stay those of the whole repository. */
function below(counts: ChangeCounts, prefix: string): ChangeCounts {
  if (prefix === '') return counts;
  const files = new Map<string, FileHistory>();
  for (const [name, history] of counts.files)
    if (name.startsWith(prefix)) files.set(name.slice(prefix.length), history);
  return { ...counts, files };
}
