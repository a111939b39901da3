import fs from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { isInside } from '../base/paths.ts';
import { UserError } from '../base/user-error.ts';
import { realPathOf } from './confined-file-system.ts';

/**
 * Writes a file of the workspace as a whole or not at all: a crash in the middle leaves the old text. `file` is
 * relative to `root`; a place outside it, by its path or through a link, is a `UserError`.
 */
export async function writeWorkspaceFile(root: string, file: string, text: string): Promise<void> {
  const realRoot = realPathOf(root) ?? root;
  const target = path.resolve(realRoot, file);
  if (!isInside(realRoot, target) || target === realRoot) throw outside(file);
  if (!isInside(realRoot, nearestExisting(path.dirname(target)))) throw outside(file);
  await fs.mkdir(path.dirname(target), { recursive: true });
  const real = realPathOf(target);
  if (real !== undefined && !isInside(realRoot, real)) throw outside(file);
  await writeFileAtomic(real ?? target, text, { encoding: 'utf8' });
}

/** Real path of a folder, or of the nearest folder above that exists. */
function nearestExisting(folder: string): string {
  let existing = folder;
  let real = realPathOf(existing);
  while (real === undefined) {
    existing = path.dirname(existing);
    real = realPathOf(existing);
  }
  return real;
}

function outside(file: string): UserError {
  return new UserError(`"${file}" lies outside the workspace; name a file inside it.`);
}
