import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { FileHistory, GitHistory } from '../../workspace/git-history.ts';
import type { KnownFile, KnownWorkspace } from '../../workspace/known-workspace.ts';
import type { FindingStore, KeyedSlice } from '../finding-store.ts';
import type { PastScan } from '../past-review.ts';
import { pruneCache } from './prune-cache.ts';

/** What one run leaves for the next one over the same folder. */
export interface StoredAnalysis {
  /** Names the state of everything that no reviewed text says; results under another gate are others. */
  readonly gate: string;
  readonly workspace: KnownWorkspace;
  readonly slices: ReturnType<FindingStore['kept']>;
  /** Findings of the rules that see the whole workspace. */
  readonly whole?: KeyedSlice;
  /** What the git history was found to hold. */
  readonly past?: PastScan;
}

/** Results of one folder on disk. Reading never fails: what another build wrote or what is broken is not there. */
export interface AnalysisCache {
  read(): Promise<StoredAnalysis | undefined>;
  /** Replaces the stored results as a whole; gives the system's words when the folder cannot be written. */
  write(analysis: StoredAnalysis): Promise<string | undefined>;
}

/** A change of what is stored takes another folder. */
export const analysisFolder = 'analysis-1';

/** Larger results are not kept: reading them would cost more than it spares. */
const maxBytes = 128 * 1024 * 1024;

/** Opens the results of `root` that `build` left in a cache folder of the user's. */
export function openAnalysisCache(cacheFolder: string, root: string, build: string): AnalysisCache {
  const folder = path.join(cacheFolder, analysisFolder);
  const file = path.join(folder, `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.json`);
  const header = `${build} ${root.replaceAll('\n', ' ')}`;
  return {
    read: () => readFile(file, header),
    write: async (analysis) => {
      const body = JSON.stringify({ ...analysis, workspace: stored(analysis.workspace) });
      if (body.length > maxBytes) return undefined;
      try {
        await fs.mkdir(folder, { recursive: true });
        const text = `${header}\n${checksum(body)}\n${body}`;
        await writeFileAtomic(file, text, { fsync: false });
        // A disk that fills up takes a part and says nothing of the rest.
        const missing = Buffer.byteLength(text) - (await fs.stat(file)).size;
        if (missing > 0) return `${missing} bytes of ${file} could not be written`;
        await pruneCache(folder, file);
        return undefined;
      } catch (error) {
        return systemMessage(error);
      }
    },
  };
}

/** Deletes everything that audits left in a cache folder; false when there was nothing. */
export async function clearAnalysisCache(cacheFolder: string): Promise<boolean> {
  const folder = path.join(cacheFolder, analysisFolder);
  const isThere = await fs.stat(folder).then(
    () => true,
    () => false,
  );
  await fs.rm(folder, { recursive: true, force: true });
  return isThere;
}

interface StoredWorkspace {
  readonly environment: KnownWorkspace['environment'];
  readonly files: readonly (readonly [string, KnownFile])[];
  readonly history?: StoredHistory;
}

interface StoredHistory extends Omit<GitHistory, 'files'> {
  readonly files: readonly (readonly [string, StoredFileHistory])[];
}

interface StoredFileHistory extends Omit<FileHistory, 'changesByAuthor'> {
  readonly changesByAuthor: readonly (readonly [string, number])[];
}

function stored({ environment, files, history }: KnownWorkspace): StoredWorkspace {
  return { environment, files: [...files], ...(history && { history: storedHistory(history) }) };
}

function storedHistory({ files, ...facts }: GitHistory): StoredHistory {
  return {
    ...facts,
    files: [...files].map(([name, file]) => [name, { ...file, changesByAuthor: [...file.changesByAuthor] }]),
  };
}

function revivedHistory({ files, ...facts }: StoredHistory): GitHistory {
  return {
    ...facts,
    files: new Map(files.map(([name, file]) => [name, { ...file, changesByAuthor: new Map(file.changesByAuthor) }])),
  };
}

async function readFile(file: string, header: string): Promise<StoredAnalysis | undefined> {
  const text = await fs.readFile(file, 'utf8').catch((error: unknown) => {
    systemMessage(error);
    return '';
  });
  const headerEnd = text.indexOf('\n');
  const bodyStart = text.indexOf('\n', headerEnd + 1) + 1;
  if (headerEnd < 0 || text.slice(0, headerEnd) !== header) return undefined;
  const body = text.slice(bodyStart);
  // A sum that fits says that this very build wrote every byte, so the form needs no other check.
  if (checksum(body) !== text.slice(headerEnd + 1, bodyStart - 1)) return undefined;
  const { workspace, ...rest } = JSON.parse(body) as Omit<StoredAnalysis, 'workspace'> & {
    readonly workspace: StoredWorkspace;
  };
  const { environment, files, history } = workspace;
  return {
    ...rest,
    workspace: { environment, files: new Map(files), ...(history && { history: revivedHistory(history) }) },
  };
}

function checksum(body: string): string {
  return createHash('sha1').update(body).digest('hex');
}

function systemMessage(error: unknown): string {
  if (error instanceof Error && 'code' in error && 'syscall' in error) return error.message;
  throw error;
}
