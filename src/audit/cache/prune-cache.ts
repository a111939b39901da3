import fs from 'node:fs/promises';
import path from 'node:path';

const maxFiles = 200;
const maxTotalBytes = 512 * 1024 * 1024;
/** Milliseconds after which a file that was never renamed to its own name is what a killed process left. */
const abandonedMs = 60 * 60 * 1000;

/** Keeps a folder of results within its bounds: the newest stay, `keep` always. */
export async function pruneCache(folder: string, keep: string): Promise<void> {
  let bytes = 0;
  let files = 0;
  for (const { file, size, modifiedMs } of await newestFirst(folder)) {
    const isAbandoned = !file.endsWith('.json') && Date.now() - modifiedMs > abandonedMs;
    bytes += size;
    files++;
    if (file !== keep && (isAbandoned || files > maxFiles || bytes > maxTotalBytes)) await fs.rm(file, { force: true });
  }
}

async function newestFirst(
  folder: string,
): Promise<{ readonly file: string; readonly size: number; readonly modifiedMs: number }[]> {
  const names = await fs.readdir(folder);
  const entries = await Promise.all(names.map(async (name) => entryOf(path.join(folder, name))));
  return entries.flat().sort((a, b) => b.modifiedMs - a.modifiedMs);
}

/** Empty for a file that another process took away meanwhile. */
async function entryOf(file: string): Promise<{ file: string; size: number; modifiedMs: number }[]> {
  return fs.stat(file).then(
    ({ size, mtimeMs }) => [{ file, size, modifiedMs: mtimeMs }],
    () => [],
  );
}
