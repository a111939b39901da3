import type { ConfinedFileSystem } from '../confined-file-system.ts';
import { isReviewedName } from './discover-files.ts';
import { rootIgnoreRules } from './ignore-rules.ts';
import { isToolFolder } from './output-folder.ts';

/** Whether a walk would take up a file of this path, which need not exist yet. `file` is relative to the root. */
export function isReviewedPath(
  root: string,
  exclude: readonly string[],
  disk: ConfinedFileSystem,
  file: string,
): boolean {
  const folders = file.split('/');
  const name = folders.pop() ?? '';
  if (!isReviewedName(name) || folders.some((folder) => folder === '..' || isToolFolder(folder))) return false;
  let rules = rootIgnoreRules(root, exclude, disk);
  let folder = '';
  for (const part of folders) {
    folder = folder === '' ? part : `${folder}/${part}`;
    if (rules.isIgnored(folder, true)) return false;
    rules = rules.inside(folder);
  }
  return !rules.isIgnored(file, false);
}
