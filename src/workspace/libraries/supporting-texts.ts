import path from 'node:path';
import type { ConfinedFileSystem } from '../confined-file-system.ts';
import type { Discovery } from '../discovery/discover-files.ts';
import type { UnsavedTexts } from '../typescript/create-snapshot.ts';

const maxBytes = 256 * 1024;
const maxTotalBytes = 32 * 1024 * 1024;

/** Gives the texts of files that may name packages, read from disk once and with unsaved texts in their place. */
export function createSupportingTexts(
  root: string,
  disk: ConfinedFileSystem,
  { supporting, configs, declarations }: Discovery,
): (unsaved: UnsavedTexts) => ReadonlyMap<string, string> {
  const files = [...supporting, ...configs, ...declarations].sort();
  let onDisk: ReadonlyMap<string, string> | undefined;
  return (unsaved) => {
    onDisk ??= readAll(root, disk, files);
    const changed = files.filter((file) => unsaved.has(file));
    if (changed.length === 0) return onDisk;
    const texts = new Map(onDisk);
    for (const file of changed) texts.set(file, unsaved.get(file) ?? '');
    return texts;
  };
}

function readAll(root: string, disk: ConfinedFileSystem, files: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let total = 0;
  for (const file of files) {
    const text = total > maxTotalBytes ? undefined : disk.readText(path.join(root, file), maxBytes);
    if (text === undefined) continue;
    texts.set(file, text);
    total += text.length;
  }
  return texts;
}
