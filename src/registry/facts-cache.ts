import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { PackageFacts, VersionDetails } from './library-facts.ts';

/** What an earlier run learnt of a package; without facts the registry did not know it. */
export interface CachedFacts {
  readonly facts?: PackageFacts;
  readonly etag?: string;
  /** ISO date of the last answer, a "not modified" included. */
  readonly fetchedAt: string;
}

/** Facts on disk, one file a package. Reading never fails; a broken entry is thrown away. */
export interface FactsCache {
  read(registry: string, name: string): Promise<CachedFacts | undefined>;
  write(registry: string, name: string, entry: CachedFacts): Promise<void>;
  /** Deletes the oldest entries beyond the bounds, when something was written. */
  prune(): Promise<void>;
  /** The first reason why the folder could not be written, in the system's words. */
  readonly writeError: string | undefined;
}

// A change of what is stored takes another folder, so an older release never reads a newer one's entries.
const folderName = 'registry-3';
const maxEntries = 5_000;
const maxEntryBytes = 4 * 1024 * 1024;
const maxTotalBytes = 100 * 1024 * 1024;

const entrySchema = z.object({
  registry: z.string(),
  name: z.string(),
  etag: z.string().optional(),
  fetchedAt: z.iso.datetime(),
  facts: z
    .object({
      latest: z.string(),
      versions: z.array(z.string()),
      /** Pairs, since versions that look like prototype members must stay data. */
      deprecated: z.array(z.tuple([z.string(), z.string()])),
      lastPublished: z.iso.datetime().optional(),
      released: z.array(z.tuple([z.string(), z.iso.datetime()])),
      details: z.array(
        z.tuple([
          z.string(),
          z.object({
            nodeEngine: z.string().optional(),
            dependencies: z.array(z.tuple([z.string(), z.string()])).optional(),
            peers: z.array(z.tuple([z.string(), z.string()])).optional(),
            hasInstallScript: z.boolean().optional(),
            tarball: z.string().optional(),
            integrity: z.string().optional(),
            unpackedBytes: z.number().optional(),
          }),
        ]),
      ),
    })
    .optional(),
});

/** Opens the cache in a folder of the user's, which is made on the first write. */
export function openFactsCache(cacheFolder: string): FactsCache {
  const folder = path.join(cacheFolder, folderName);
  let writeError: string | undefined;
  let hasWritten = false;
  return {
    read: (registry, name) => readEntry(fileOf(folder, registry, name), registry, name),
    write: async (registry, name, entry) => {
      if (writeError !== undefined) return;
      try {
        await fs.mkdir(folder, { recursive: true });
        await writeFileAtomic(fileOf(folder, registry, name), serialise(registry, name, entry), { fsync: false });
        hasWritten = true;
      } catch (error) {
        writeError = systemMessage(error);
      }
    },
    prune: async () => {
      if (hasWritten) await pruneFolder(folder);
    },
    get writeError() {
      return writeError;
    },
  };
}

function fileOf(folder: string, registry: string, name: string): string {
  const key = createHash('sha256').update(`${registry}\0${name}`).digest('hex').slice(0, 40);
  return path.join(folder, `${key}.json`);
}

function serialise(registry: string, name: string, { facts, etag, fetchedAt }: CachedFacts): string {
  const stored = facts && {
    latest: facts.latest,
    versions: [...facts.versions],
    deprecated: [...facts.deprecated],
    lastPublished: facts.lastPublished,
    released: [...(facts.released ?? [])],
    details: [...(facts.details ?? [])].map(([version, { dependencies, peers, ...rest }]): StoredDetails => [
      version,
      { ...rest, ...(dependencies && { dependencies: [...dependencies] }), ...(peers && { peers: [...peers] }) },
    ]),
  };
  return JSON.stringify({ registry, name, etag, fetchedAt, facts: stored } satisfies z.input<typeof entrySchema>);
}

async function readEntry(file: string, registry: string, name: string): Promise<CachedFacts | undefined> {
  try {
    const { size } = await fs.stat(file);
    const entry = size > maxEntryBytes ? undefined : entrySchema.parse(JSON.parse(await fs.readFile(file, 'utf8')));
    if (entry?.registry === registry && entry.name === name) return revive(entry);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
  }
  await remove(file);
  return undefined;
}

function revive({ name, facts, etag, fetchedAt }: z.output<typeof entrySchema>): CachedFacts {
  const { lastPublished } = facts ?? {};
  return {
    fetchedAt,
    ...(etag === undefined ? {} : { etag }),
    ...(facts && {
      facts: {
        name,
        latest: facts.latest,
        versions: facts.versions,
        deprecated: new Map(facts.deprecated),
        ...(lastPublished === undefined ? {} : { lastPublished }),
        ...(facts.released.length === 0 ? {} : { released: new Map(facts.released) }),
        details: new Map(facts.details.map(([version, one]) => [version, revivedDetails(one)])),
        fetchedAt,
      },
    }),
  };
}

type StoredDetails = NonNullable<z.input<typeof entrySchema>['facts']>['details'][number];

function revivedDetails({ dependencies, peers, ...rest }: StoredDetails[1]): VersionDetails {
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as VersionDetails;
  return {
    ...known,
    ...(dependencies && { dependencies: new Map(dependencies) }),
    ...(peers && { peers: new Map(peers) }),
  };
}

async function pruneFolder(folder: string): Promise<void> {
  const entries = await listEntries(folder);
  let bytes = 0;
  for (const [index, entry] of entries.entries()) {
    bytes += entry.size;
    if (index >= maxEntries || bytes > maxTotalBytes) await remove(entry.file);
  }
}

/** Files of the cache, the newest first. */
async function listEntries(folder: string): Promise<{ file: string; size: number; modifiedMs: number }[]> {
  try {
    const names = await fs.readdir(folder);
    const entries = await Promise.all(
      names.map(async (name) => {
        const file = path.join(folder, name);
        const { size, mtimeMs } = await fs.stat(file);
        return { file, size, modifiedMs: mtimeMs };
      }),
    );
    return entries.sort((a, b) => b.modifiedMs - a.modifiedMs);
  } catch (error) {
    // Missing, unreadable, or another process prunes at the same time: there is nothing to bound now.
    if (isSystemError(error)) return [];
    throw error;
  }
}

/** A file that cannot be deleted (a read-only folder) is overwritten or ignored later. */
async function remove(file: string): Promise<void> {
  try {
    await fs.rm(file, { force: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

function systemMessage(error: unknown): string {
  if (isSystemError(error)) return error.message;
  throw error;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
