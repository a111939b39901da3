import type { KnownContent } from './create-file-model.ts';
import type { FileLinks } from './module-graph.ts';
import type { GitHistory } from './git-history.ts';
import type { EnvironmentRecord } from './typescript/environment.ts';

/** What an earlier run learnt of a file; its links hold while the environment does. */
export interface KnownFile extends KnownContent {
  readonly optionsKey: string;
  readonly links: FileLinks;
}

/** What an earlier run learnt of a folder, as plain data. */
export interface KnownWorkspace {
  readonly environment: EnvironmentRecord;
  readonly files: ReadonlyMap<string, KnownFile>;
  readonly history?: GitHistory;
}
