import type { Finding } from '../findings/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { FileKeys } from './cache/file-keys.ts';
import type { FindingStore } from './finding-store.ts';
import { moveFindings } from './foreign/move-findings.ts';

/** What other files were found to send into an edited one, at its places of now; undefined where none imports it. */
export function earlierFlows(
  { workspace, store }: { readonly workspace: Workspace; readonly store: FindingStore },
  file: string,
  before: string | undefined,
  after: string | undefined,
): readonly Finding[] | undefined {
  if (workspace.moduleGraph().importersOf(file).length === 0) return undefined;
  if (before === undefined || after === undefined) return [];
  const findings = store.present(file, 'flows')?.findings ?? [];
  const incoming = findings.filter(({ related }) => related.some((place) => place.file !== file));
  return moveFindings(incoming, before, after);
}

/** Results that are not the whole go under keys that nobody asks for. */
export function hastyKeys({ flows, patterns, ...rest }: FileKeys): FileKeys {
  return {
    ...rest,
    ...(flows !== undefined && { flows: `hasty ${flows}` }),
    ...(patterns !== undefined && { patterns: `hasty ${patterns}` }),
  };
}
