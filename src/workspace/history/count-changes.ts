import { createHash } from 'node:crypto';
import type { FileHistory } from '../git-history.ts';
import { isFixCommit } from './fix-commit.ts';
import type { Commit, FileChange } from './git-log.ts';

/** A commit that touches more files is a reformatting or a move, and says nothing of any of them. */
export const bulkFiles = 300;

/** What a log amounts to; paths relative to the repository, as of HEAD. */
export interface ChangeCounts {
  readonly files: ReadonlyMap<string, FileHistory>;
  readonly touches: number;
  readonly authorMonths: number;
  readonly activeAuthors: number;
}

interface MutableHistory {
  commits: number;
  fixCommits: number;
  readonly changesByAuthor: Map<string, number>;
}

/**
 * Counts the changes of each file of `headFiles` over commits given the newest first. A commit without a parent
 * counts only when `countsRoots`: in a shallow clone it stands for all that came before.
 */
export function countChanges(
  commits: readonly Commit[],
  headFiles: ReadonlySet<string>,
  countsRoots: boolean,
): ChangeCounts {
  const nameOf = createRenameFollower(commits, headFiles);
  const files = new Map<string, MutableHistory>();
  const months = new Set<string>();
  const authors = new Set<string>();
  let touches = 0;
  for (const commit of commits) {
    const author = createHash('sha256').update(commit.mail.trim().toLowerCase()).digest('hex');
    months.add(`${author} ${monthOf(commit.time)}`);
    authors.add(author);
    const names = nameOf(commit.changes);
    if (commit.changes.length > bulkFiles || (commit.isRoot && !countsRoots)) continue;
    touches += commit.changes.length;
    const isFix = isFixCommit(commit.subject);
    for (const name of new Set(names)) addChange(files, name, author, isFix);
  }
  return { files, touches, authorMonths: months.size, activeAuthors: authors.size };
}

function addChange(files: Map<string, MutableHistory>, name: string, author: string, isFix: boolean): void {
  const history = files.get(name) ?? { commits: 0, fixCommits: 0, changesByAuthor: new Map<string, number>() };
  files.set(name, history);
  history.commits++;
  if (isFix) history.fixCommits++;
  history.changesByAuthor.set(author, (history.changesByAuthor.get(author) ?? 0) + 1);
}

function monthOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? '' : `${date.getUTCFullYear()}-${date.getUTCMonth()}`;
}

/**
 * Gives the names at HEAD of a commit's files; call it once a commit, the newest first. A name means the file that
 * bears it now, until a rename to it is met: before that, the file had its old name, and the name another file.
 */
function createRenameFollower(
  commits: readonly Commit[],
  headFiles: ReadonlySet<string>,
): (changes: readonly FileChange[]) => readonly string[] {
  const later = laterNames(commits, headFiles);
  const current = new Map<string, string | undefined>();
  const headName = (name: string): string | undefined => {
    if (current.has(name)) return current.get(name);
    return headFiles.has(name) ? name : later.get(name);
  };
  return (changes) => {
    const names = changes.map(({ path }) => headName(path));
    changes.forEach(({ path, from }) => {
      if (from !== undefined) current.set(path, undefined);
    });
    changes.forEach(({ from }, index) => {
      if (from !== undefined) current.set(from, names[index]);
    });
    return names.filter((name) => name !== undefined);
  };
}

/** For commits of a branch that ran beside a rename: where names that are gone lead, by every rename known. */
function laterNames(commits: readonly Commit[], headFiles: ReadonlySet<string>): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  for (const { changes } of commits)
    for (const { path, from } of changes) if (from !== undefined && !renames.has(from)) renames.set(from, path);
  const later = new Map<string, string>();
  for (const start of renames.keys()) {
    const seen = new Set<string>();
    let name: string | undefined = start;
    while (name !== undefined && !headFiles.has(name) && !seen.has(name)) {
      seen.add(name);
      name = renames.get(name);
    }
    if (name !== undefined && headFiles.has(name)) later.set(start, name);
  }
  return later;
}
