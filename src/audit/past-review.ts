import type { Notice } from '../base/notice.ts';
import { french } from '../base/typography.ts';
import type { PastSecret } from '../rules/past-secret.ts';
import { createPastSecretReader } from '../rules/security/past-secrets.ts';
import { isAncestor, readPast } from '../workspace/history/read-past.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rulesThatNeed, type ActiveRule } from './active-rules.ts';
import { reviewPast } from './analyse-workspace.ts';
import type { Slice } from './finding-store.ts';

/** What the commits up to one of them brought in; holds no secret itself, so it may be kept on disk. */
export interface PastScan {
  /** Full hash of the commit looked back from. */
  readonly head: string;
  readonly mostCommits: number;
  readonly commits: number;
  readonly isWhole: boolean;
  readonly secrets: readonly PastSecret[];
}

/** Looks through the git history for the rules that need it: each commit once, across runs. */
export interface PastReview {
  /** Reads the commits that were not read before; tells whether there were any. Does nothing without git or rules. */
  read(workspace: Workspace, rules: readonly ActiveRule[], signal?: AbortSignal): Promise<boolean>;
  /** What the rules say of the commits read so far. */
  review(workspace: Workspace, rules: readonly ActiveRule[]): Slice;
  notices(): readonly Notice[];
  /** What a later run can begin with. */
  kept(): { readonly past?: PastScan };
}

export function createPastReview(stored: PastScan | undefined): PastReview {
  let scan = stored;
  return {
    read: async (workspace, rules, signal) => {
      const mostCommits = commitsWanted(rules);
      const head = workspace.history?.head;
      if (mostCommits === 0 || head === undefined) return false;
      if (scan?.head === head && scan.mostCommits >= mostCommits) return false;
      scan = await scanPast(workspace.root, head, mostCommits, scan, signal);
      return true;
    },
    review: (workspace, rules) =>
      scan ? reviewPast(workspace, { whole: rules, of: () => [] }, scan.secrets) : { findings: [], crashes: [] },
    notices: () => (scan && !scan.isWhole ? [partlyRead(scan.commits)] : []),
    kept: () => (scan ? { past: scan } : {}),
  };
}

function commitsWanted(rules: readonly ActiveRule[]): number {
  return Math.max(
    0,
    ...rulesThatNeed(rules, 'past').map(({ options }) => (options as { readonly mostCommits: number }).mostCommits),
  );
}

async function scanPast(
  root: string,
  head: string,
  mostCommits: number,
  before: PastScan | undefined,
  signal: AbortSignal | undefined,
): Promise<PastScan> {
  const isGoingOn =
    before !== undefined && before.mostCommits >= mostCommits && (await isAncestor(root, before.head, head, signal));
  const known = isGoingOn ? before : undefined;
  const reader = createPastSecretReader();
  const reading = await readPast(root, { head, known: known?.head, mostCommits, signal }, (hunk) => reader.read(hunk));
  const older = known?.secrets ?? [];
  const isOlder = new Set(older.map(({ digest }) => digest));
  return {
    head,
    mostCommits,
    commits: reading.commits + (known?.commits ?? 0),
    isWhole: reading.isWhole && known?.isWhole !== false,
    // What came in twice stands under the older commit.
    secrets: [...older, ...reader.secrets().filter(({ digest }) => !isOlder.has(digest))],
  };
}

function partlyRead(commits: number): Notice {
  return {
    level: 'info',
    code: 'past-partly-read',
    text: {
      en: `The git history was looked through for secrets only in its newest ${commits} commits; "mostCommits" of the rule security/secret-in-history sets the bound.`,
      fr: french(
        `L’historique git n’a été parcouru à la recherche de secrets que dans ses ${commits} commits les plus récents ; « mostCommits » de la règle security/secret-in-history en fixe la limite.`,
      ),
    },
  };
}
