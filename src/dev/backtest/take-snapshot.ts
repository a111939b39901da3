import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { auditFolder, type AuditOutcome } from '../../audit/audit-folder.ts';
import { weighFiles } from '../../cost/drag.ts';
import { fileRoleOf } from '../../workspace/file-role.ts';
import { readLaterChanges, type LaterChanges } from './later-changes.ts';
import type { FileRow, Snapshot } from './snapshot.ts';

/** A commit to look back at, and the one a year later. */
export interface PastDate {
  readonly commit: string;
  readonly laterCommit: string;
  /** ISO day. */
  readonly date: string;
}

/** The last commits of the main line 12, 24 and 36 months before HEAD; too young a repository has fewer. */
export function pastDatesOf(folder: string): PastDate[] {
  const head = new Date(git(folder, ['log', '-1', '--format=%cI', 'HEAD']));
  const commitAt = (monthsBefore: number): { readonly commit: string; readonly date: string } => {
    const day = new Date(head);
    day.setUTCMonth(day.getUTCMonth() - monthsBefore);
    const date = day.toISOString();
    return {
      date: date.slice(0, 10),
      commit: git(folder, ['rev-list', '-1', '--first-parent', `--before=${date}`, 'HEAD']),
    };
  };
  return [12, 24, 36].flatMap((months) => {
    const past = commitAt(months);
    const hasYearBefore = commitAt(months + 12).commit !== '';
    return hasYearBefore ? [{ ...past, laterCommit: commitAt(months - 12).commit }] : [];
  });
}

/** Audits a repository as it was at a past date, without network, and counts what the year after brought. */
export async function takeSnapshot(folder: string, past: PastDate): Promise<Snapshot> {
  const checkout = await fs.mkdtemp(path.join(os.tmpdir(), 'backtest-'));
  try {
    checkOut(folder, past.commit, checkout);
    const outcome = await auditFolder(checkout, { offline: true });
    const later = await readLaterChanges(checkout, past.commit, past.laterCommit);
    return snapshotOf(path.basename(folder), past, outcome, later);
  } finally {
    await fs.rm(checkout, { recursive: true, force: true });
  }
}

function snapshotOf(
  repository: string,
  { commit, date }: PastDate,
  outcome: AuditOutcome,
  later: ReadonlyMap<string, LaterChanges>,
): Snapshot {
  const { history, files } = outcome.workspace;
  if (history === undefined) throw new Error(`${repository} has no history at ${date}`);
  const costs = costByFile(outcome);
  const weights = weighFiles(
    outcome.priced.findings.map(({ workings }) => workings),
    outcome.priced.context,
  );
  const rows = [...files.values()]
    .filter((file) => fileRoleOf(file.path) === 'production')
    .map(({ path: file, codeLines }): FileRow => {
      const before = history.files.get(file);
      const after = later.get(file);
      const members = weights.get(file) ?? [];
      return {
        file,
        codeLines,
        commits: before?.commits ?? 0,
        fixCommits: before?.fixCommits ?? 0,
        weight: members.reduce((sum, { drag }) => sum + drag, 0),
        defectWeight: members.reduce((sum, { defects }) => sum + defects, 0),
        ...(costs.get(file) ?? nothing),
        laterCommits: after?.commits ?? 0,
        laterFixes: after?.fixCommits ?? 0,
        laterSecurityFixes: after?.securityFixes ?? 0,
      };
    });
  return { repository, commit, date, touches: history.touches, authorMonths: history.authorMonths, rows };
}

interface FileCost {
  dragEur: number;
  defectsEur: number;
  securityEur: number;
}

const nothing: FileCost = { dragEur: 0, defectsEur: 0, securityEur: 0 };

function costByFile({ priced }: AuditOutcome): ReadonlyMap<string, FileCost> {
  const costs = new Map<string, FileCost>();
  for (const { finding, shares } of priced.findings) {
    if (finding.package !== undefined) continue;
    const cost = costs.get(finding.file) ?? { ...nothing };
    costs.set(finding.file, cost);
    cost.dragEur += shares.drag.mean;
    cost.defectsEur += shares.defects.mean;
    cost.securityEur += shares.security.mean;
  }
  return costs;
}

/** Leaves out objects that a partial clone lacks, which a plain checkout would refuse. */
function checkOut(folder: string, commit: string, target: string): void {
  execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', '--no-tags', folder, target]);
  git(target, ['update-ref', '--no-deref', 'HEAD', commit]);
  git(target, ['read-tree', commit]);
  spawnSync('git', ['-C', target, 'checkout-index', '--all', '--force', '--quiet'], { stdio: 'ignore' });
}

function git(folder: string, args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).trim();
}
