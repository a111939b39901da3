import { toPosix } from '../../base/paths.ts';
import type { FileModel } from '../file-model.ts';
import type { Snapshot } from './compiler-host.ts';

/** Texts of unsaved files by path relative to the root; `undefined` for a deleted file. */
export type UnsavedTexts = ReadonlyMap<string, string | undefined>;

/** The files under review in one version of a workspace; keys are paths relative to the root. */
export interface ReviewedFiles {
  /** Each file without its project. */
  readonly contents: ReadonlyMap<string, FileModel>;
  /** Index of the project that owns each file. */
  readonly owners: ReadonlyMap<string, number>;
  readonly unsaved: UnsavedTexts;
}

/** Shows one version to the compiler, which asks by absolute path. */
export function createSnapshot(
  root: string,
  { contents, owners, unsaved }: ReviewedFiles,
  bucketOf: (owner: number) => string,
): Snapshot {
  const prefix = `${toPosix(root).replace(/\/$/, '')}/`;
  const inside = (absolute: string): string | undefined =>
    absolute.startsWith(prefix) ? absolute.slice(prefix.length) : undefined;
  let folders: ReadonlySet<string> | undefined;
  return {
    hasFolder: (absolute) => (folders ??= foldersOf(contents.keys())).has(inside(absolute) ?? ''),
    source: (absolute) => {
      const file = inside(absolute);
      const content = file === undefined ? undefined : contents.get(file);
      if (!content) return undefined;
      return { text: content.text, bucket: bucketOf(owners.get(content.path) ?? 0), tree: () => content.sourceFile };
    },
    overlay: (absolute) => unsaved.get(inside(absolute) ?? ''),
    isGone: (absolute) => {
      const file = inside(absolute);
      return file !== undefined && unsaved.has(file) && unsaved.get(file) === undefined;
    },
  };
}

function foldersOf(files: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let cut = file.lastIndexOf('/'); cut > 0; cut = file.lastIndexOf('/', cut - 1)) {
      const folder = file.slice(0, cut);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
