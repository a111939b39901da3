import fs from 'node:fs';
import path from 'node:path';
import type { Configuration } from '../../config/configuration.ts';
import { decodeText, unlessRefused } from '../../workspace/confined-file-system.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { AuditOptions } from '../audit-options.ts';
import type { ForeignStore } from '../foreign/foreign-store.ts';
import { reviewWithEslint } from './review-with-eslint.ts';

/** What a session has that ESLint's review needs. */
export interface LintTarget {
  readonly workspace: Workspace;
  readonly configuration: Configuration;
  readonly foreign: ForeignStore;
  /** Texts that the disk may not have. */
  readonly unsaved: ReadonlyMap<string, string>;
  readonly onProgress: AuditOptions['onProgress'];
}

/**
 * Runs the workspace's own ESLint over these files, or over all, within the configured bounds, and keeps its word. It
 * reads from disk: files whose text is not saved wait for that.
 */
export async function lintInto(
  { workspace, configuration, foreign, unsaved, onProgress }: LintTarget,
  files: readonly string[] | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { seconds, megabytes } = configuration.root.eslint;
  const isSaved = (name: string): boolean =>
    !unsaved.has(name) || workspace.files.get(name)?.text === textOnDisk(workspace, name);
  const wanted = (files ?? [...workspace.files.keys()]).filter(isSaved);
  if (wanted.length === 0) return;
  const review = await reviewWithEslint(workspace, wanted, {
    limits: { milliseconds: seconds * 1000, heapMegabytes: megabytes },
    signal,
    onProgress: (done, total) => onProgress?.({ phase: 'eslint', done, total }),
  });
  foreign.setEslint(review, files === undefined);
}

function textOnDisk({ root }: Workspace, name: string): string | undefined {
  const bytes = unlessRefused(() => fs.readFileSync(path.join(root, name)));
  return bytes && decodeText(bytes);
}
