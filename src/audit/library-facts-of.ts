import type { Notice } from '../base/notice.ts';
import type { Configuration } from '../config/configuration.ts';
import { loadLibraryFacts } from '../registry/load-library-facts.ts';
import type { LibraryFacts } from '../registry/library-facts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { AuditOptions } from './audit-options.ts';

/** What is known of the workspace's libraries, asked for as options and configuration allow. */
export async function libraryFacts(
  workspace: Workspace,
  { root: { libraries } }: Configuration,
  { offline, cacheFolder, advisories, signal }: AuditOptions,
  onNotice: (notice: Notice) => void,
): Promise<LibraryFacts> {
  const network = libraries.online && offline !== true;
  return loadLibraryFacts({
    ...{ manifests: workspace.manifests, root: workspace.root, network },
    ...(network && { imports: new Set(workspace.moduleGraph().packageImports.map(({ package: name }) => name)) }),
    policy: libraries,
    onNotice,
    ...(cacheFolder !== undefined && { cacheFolder }),
    ...(advisories !== undefined && { advisories }),
    ...(signal && { signal }),
  });
}
