import { randomUUID } from 'node:crypto';
import { bulkFiles } from '../../workspace/history/count-changes.ts';
import { isFixCommit } from '../../workspace/history/fix-commit.ts';
import { createLogReader, logArguments, type Commit } from '../../workspace/history/git-log.ts';
import { runGit } from '../../workspace/history/git-process.ts';

/** What happened to one file after a date. */
export interface LaterChanges {
  commits: number;
  fixCommits: number;
  securityFixes: number;
}

const securityWord =
  /\b(security|vulnerab\w*|cve-\d+|xss|csrf|ssrf|sqli|(sql|nosql|command|code|html|script|header|log) injection|prototype pollution|path traversal|redos|open redirect)\b/i;

/**
 * Counts the commits of `from..to` for each file under the name it had at `from`, renames followed forward. Merges
 * and bulk changes are left out, as they are in the history that the predictions rest on.
 */
export async function readLaterChanges(
  folder: string,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, LaterChanges>> {
  const commits = (await readRange(folder, from, to, true)) ?? (await readRange(folder, from, to, false));
  if (commits === undefined) throw new Error(`git log ${from}..${to} failed in ${folder}`);
  return countForward(commits.reverse());
}

/** A partial clone lacks contents that tell renames; then the log is read without them. */
async function readRange(folder: string, from: string, to: string, renames: boolean): Promise<Commit[] | undefined> {
  const commits: Commit[] = [];
  const mark = randomUUID();
  const reader = createLogReader(mark, (commit) => commits.push(commit));
  const end = await runGit(folder, logArguments(mark, 0, renames, `${from}..${to}`), (piece) => reader.read(piece));
  reader.end();
  return end.kind === 'done' ? commits : undefined;
}

/** `commits` the oldest first. */
function countForward(commits: readonly Commit[]): ReadonlyMap<string, LaterChanges> {
  const firstNames = new Map<string, string>();
  const counts = new Map<string, LaterChanges>();
  for (const { subject, changes } of commits) {
    const isFix = isFixCommit(subject);
    const isSecurityFix = securityWord.test(subject);
    for (const { path, from } of changes) {
      const name = firstNames.get(from ?? path) ?? from ?? path;
      if (from !== undefined) firstNames.set(path, name);
      if (changes.length > bulkFiles) continue;
      const count = counts.get(name) ?? { commits: 0, fixCommits: 0, securityFixes: 0 };
      counts.set(name, count);
      count.commits++;
      if (isFix) count.fixCommits++;
      if (isSecurityFix) count.securityFixes++;
    }
  }
  return counts;
}
