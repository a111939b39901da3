import type { Notice } from '../../src/base/notice.ts';
import type { LibraryFacts } from '../../src/registry/library-facts.ts';
import type { LibraryFactsRequest } from '../../src/registry/load-library-facts.ts';
import { loadLibraryFacts } from '../../src/registry/load-library-facts.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Setup extends Partial<Omit<LibraryFactsRequest, 'onNotice'>> {
  readonly manifests: LibraryFactsRequest['manifests'];
  /** The user's `.npmrc`. */
  readonly npmrc?: string;
  /** Files of the workspace, such as its own `.npmrc`. */
  readonly files?: Record<string, string>;
}

interface Loaded {
  readonly facts: LibraryFacts;
  /** Those about registries. */
  readonly notices: readonly Notice[];
  /** English texts of the notices, one a line. */
  readonly texts: string;
}

/** Loads facts as a user with this `.npmrc` would in a workspace with these files, without a cache unless given. */
export async function load({ npmrc = '', files = {}, environment = {}, ...request }: Setup): Promise<Loaded> {
  await using home = await temporaryFolder({ '.npmrc': npmrc });
  await using workspace = await temporaryFolder(files);
  const notices: Notice[] = [];
  const facts = await loadLibraryFacts({
    root: workspace.path,
    homeFolder: home.path,
    environment,
    network: true,
    cacheFolder: false,
    limits: { timeoutMs: 2_000, retries: 2, retryDelayMs: 10 },
    ...request,
    onNotice: (notice) => {
      if (notice.code.startsWith('registry-')) notices.push(notice);
    },
  });
  return { facts, notices, texts: notices.map((notice) => notice.text.en).join('\n') };
}
