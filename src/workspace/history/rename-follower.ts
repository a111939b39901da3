import type { FileChange } from './git-log.ts';

/** What of a commit tells where files went. */
interface RenamingCommit {
  readonly changes: readonly FileChange[];
}

/**
 * Gives the names at HEAD of a commit's files, undefined for one that is gone; call it once a commit, the newest
 * first. A name means the file that bears it now, until a rename to it is met: before that, the file had its old
 * name, and the name another file.
 */
export function createRenameFollower(
  commits: readonly RenamingCommit[],
  headFiles: ReadonlySet<string>,
): (changes: readonly FileChange[]) => readonly (string | undefined)[] {
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
    return names;
  };
}

/** For commits of a branch that ran beside a rename: where names that are gone lead, by every rename known. */
function laterNames(commits: readonly RenamingCommit[], headFiles: ReadonlySet<string>): ReadonlyMap<string, string> {
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
