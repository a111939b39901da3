import { createHash } from 'node:crypto';
import type { FileHistory } from '../git-history.ts';
import { isFixCommit } from './fix-commit.ts';
import type { Commit } from './git-log.ts';
import { createRenameFollower } from './rename-follower.ts';

/** A commit that touches more files is a reformatting or a move, and says nothing of any of them. */
export const bulkFiles = 300;

/** What a log amounts to; paths relative to the repository, as of HEAD. */
export interface ChangeCounts {
  readonly files: ReadonlyMap<string, FileHistory>;
  readonly touches: number;
  readonly authorMonths: number;
  readonly activeAuthors: number;
}

interface MutableHistory extends FileHistory {
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
    for (const name of new Set(names)) if (name !== undefined) addChange(files, name, author, isFix);
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
