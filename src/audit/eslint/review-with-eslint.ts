import type { Notice } from '../../base/notice.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { RuleCrash } from '../rule-report.ts';
import { eslintFindings, type EslintRules } from './eslint-findings.ts';
import {
  brokenNotices,
  earlyEslintNotice,
  endedNotice,
  failedNotice,
  lateConfigurationNotice,
  noEslintNotice,
  notInstalledNotice,
  ranNotice,
} from './eslint-notices.ts';
import { findEslint, type EslintFolder, type InstalledEslint } from './find-eslint.ts';
import { runEslint, type EslintLimits, type EslintRun } from './run-eslint.ts';

/** What the workspace's own ESLint had to say. */
export interface EslintReview {
  /** By file; reviewed files without findings are there too, others are left out. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly rules: EslintRules;
  readonly crashes: readonly RuleCrash[];
  readonly notices: readonly Notice[];
}

export interface EslintReviewOptions {
  readonly limits: EslintLimits;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Executes code of the workspace: its own ESLint with its configuration and plugins, over these files as they are on
 * disk. Only for workspaces that the user trusts and asked this for. Rejects when cancelled, with nothing else.
 */
export async function reviewWithEslint(
  workspace: Workspace,
  files: readonly string[],
  { limits, signal, onProgress }: EslintReviewOptions,
): Promise<EslintReview> {
  const folders = findEslint(workspace.root, files);
  const review: Draft = { findings: new Map(), rules: new Map(), crashes: [], notices: [] };
  if (folders.length === 0) review.notices.push(noEslintNotice());
  review.notices.push(...notInstalledNotice(folders.filter(({ installed }) => !installed)));
  const total = folders.reduce((sum, { files: own }) => sum + own.length, 0);
  const deadline = performance.now() + limits.milliseconds;
  let done = 0;
  for (const folder of folders) {
    const { installed } = folder;
    if (!installed || !isRunnable(folder, installed, review)) continue;
    const run = await runEslint(workspace.root, folder, installed, {
      limits: { ...limits, milliseconds: Math.max(1, deadline - performance.now()) },
      signal,
      onFile: () => onProgress?.(++done, total),
    });
    takeIn(review, workspace, { folder, installed, run, limits });
  }
  return review;
}

interface Draft {
  readonly findings: Map<string, readonly Finding[]>;
  readonly rules: EslintRules;
  readonly crashes: RuleCrash[];
  readonly notices: Notice[];
}

function isRunnable(folder: EslintFolder, { version }: InstalledEslint, { notices }: Draft): boolean {
  const major = Number.parseInt(version, 10);
  if (major < 8) notices.push(earlyEslintNotice(folder, version));
  else if (major >= 10 && !folder.isFlat) notices.push(lateConfigurationNotice(folder, version));
  else return true;
  return false;
}

interface Finished {
  readonly folder: EslintFolder;
  readonly installed: InstalledEslint;
  readonly run: EslintRun;
  readonly limits: EslintLimits;
}

function takeIn(review: Draft, workspace: Workspace, { folder, installed: { version }, run, limits }: Finished): void {
  let formatting = 0;
  const missing = new Set<string>();
  for (const [name, remarks] of run.remarks) {
    const file = workspace.files.get(name);
    if (!file) continue;
    for (const { message, ruleId } of remarks) if (isMissingRule(message)) missing.add(ruleId);
    const known = remarks.filter(({ message }) => !isMissingRule(message));
    const made = eslintFindings(file, known, { version, raw: run.rules, rules: review.rules });
    review.findings.set(name, made.findings);
    formatting += made.formatting;
  }
  for (const { rule, file, error } of run.crashes)
    review.crashes.push({ rule: `eslint:${rule ?? '(parser)'}`, file, error });
  const { ending, remarks, syntaxErrors } = run;
  const whole = { folder, version, files: folder.files.length, done: remarks.size };
  review.notices.push(...brokenNotices({ ...whole, missing: [...missing], syntaxErrors }));
  if (ending.kind === 'failed') review.notices.push(failedNotice(whole, ending.failure));
  else if (ending.kind === 'done') review.notices.push(ranNotice(whole, formatting));
  else review.notices.push(endedNotice(whole, ending, limits));
}

/** ESLint reports a rule that no plugin brings at the head of each file; it is the configuration's mistake. */
function isMissingRule(message: string): boolean {
  return /^Definition for rule '.*' (?:was )?not found/.test(message);
}
