import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A folder with these files that is deleted at the end of its block. */
export async function temporaryFolder(
  files: Record<string, string> = {},
): Promise<{ readonly path: string } & AsyncDisposable> {
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'registry-test-')));
  for (const [name, text] of Object.entries(files)) {
    await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await fs.writeFile(path.join(folder, name), text);
  }
  return { path: folder, [Symbol.asyncDispose]: () => fs.rm(folder, { recursive: true, force: true }) };
}
