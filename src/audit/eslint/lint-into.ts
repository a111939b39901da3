import type { Configuration } from '../../config/configuration.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { AuditOptions } from '../audit-options.ts';
import type { ForeignStore } from '../foreign/foreign-store.ts';
import { reviewWithEslint } from './review-with-eslint.ts';

/** What a session has that ESLint's review needs. */
export interface LintTarget {
  readonly workspace: Workspace;
  readonly configuration: Configuration;
  readonly foreign: ForeignStore;
  readonly onProgress: AuditOptions['onProgress'];
}

/** Runs the workspace's own ESLint over these files, or over all, within the configured bounds, and keeps its word. */
export async function lintInto(
  { workspace, configuration, foreign, onProgress }: LintTarget,
  files: readonly string[] | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { seconds, megabytes } = configuration.root.eslint;
  const review = await reviewWithEslint(workspace, files ?? [...workspace.files.keys()], {
    limits: { milliseconds: seconds * 1000, heapMegabytes: megabytes },
    signal,
    onProgress: (done, total) => onProgress?.({ phase: 'eslint', done, total }),
  });
  foreign.setEslint(review, files === undefined);
}
