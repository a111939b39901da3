import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

/** A text that a service gave, and when. */
export interface KeptAnswer {
  readonly text: string;
  /** ISO date. */
  readonly fetchedAt: string;
}

/** Answers on disk, one file a question. Reading never fails; a folder that cannot be written keeps nothing. */
export interface AnswerCache {
  read(question: string): Promise<KeptAnswer | undefined>;
  write(question: string, answer: KeptAnswer): Promise<void>;
}

// A change of what is stored takes another folder, so an older release never reads a newer one's entries.
const folderName = 'advisories-1';
const maxEntryBytes = 16 * 1024 * 1024;
const maxAgeMs = 30 * 24 * 60 * 60 * 1000;
const entrySchema = z.object({ question: z.string(), text: z.string(), fetchedAt: z.iso.datetime() });

/** Opens the cache in a folder of the user's; `false` keeps nothing. */
export function openAnswerCache(cacheFolder: string | false): AnswerCache {
  if (cacheFolder === false) return { read: () => Promise.resolve(undefined), write: () => Promise.resolve() };
  const folder = path.join(cacheFolder, folderName);
  const fileOf = (question: string): string =>
    path.join(folder, `${createHash('sha256').update(question).digest('hex').slice(0, 40)}.json`);
  return {
    read: (question) => readEntry(fileOf(question), question),
    write: async (question, answer) => {
      try {
        await fs.mkdir(folder, { recursive: true });
        await writeFileAtomic(fileOf(question), JSON.stringify({ question, ...answer }), { fsync: false });
        await removeOld(folder);
      } catch (error) {
        // The next run asks again; the cache of packages tells why a folder cannot be written.
        if (!isSystemError(error)) throw error;
      }
    },
  };
}

async function readEntry(file: string, question: string): Promise<KeptAnswer | undefined> {
  try {
    const { size } = await fs.stat(file);
    if (size > maxEntryBytes) return undefined;
    const entry = entrySchema.parse(JSON.parse(await fs.readFile(file, 'utf8')));
    return entry.question === question ? entry : undefined;
  } catch (error) {
    if (isSystemError(error) || error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

async function removeOld(folder: string): Promise<void> {
  const limit = Date.now() - maxAgeMs;
  for (const name of await fs.readdir(folder)) {
    const file = path.join(folder, name);
    if ((await fs.stat(file)).mtimeMs < limit) await fs.rm(file, { force: true });
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
