import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import type { ConfinedFileSystem } from '../confined-file-system.ts';

/** Decides which paths a walk leaves out. Paths are relative to the workspace root, with `/`. */
export interface IgnoreRules {
  isIgnored(file: string, isFolder: boolean): boolean;
  /** Whether the caller's own globs leave the path out; no `.gitignore` can bring it back. */
  isExcluded(file: string): boolean;
  /** The rules inside a folder: its own `.gitignore` on top of these. */
  inside(folder: string): IgnoreRules;
}

interface Layer {
  /** Folder of the `.gitignore`, with a `/` at the end; empty for the root. */
  readonly prefix: string;
  readonly rules: Ignore;
}

interface Surroundings {
  readonly root: string;
  readonly disk: ConfinedFileSystem;
  readonly isExcluded: (file: string) => boolean;
}

/** Rules of the root folder: its `.gitignore`, and the globs of the caller, which win over everything. */
export function rootIgnoreRules(root: string, exclude: readonly string[], disk: ConfinedFileSystem): IgnoreRules {
  const isExcluded = exclude.length > 0 ? picomatch([...exclude], { dot: true }) : () => false;
  const surroundings = { root, disk, isExcluded };
  return withLayers(surroundings, readLayer(surroundings, ''));
}

function withLayers(surroundings: Surroundings, layers: readonly Layer[]): IgnoreRules {
  const { isExcluded } = surroundings;
  return {
    isExcluded,
    isIgnored: (file, isFolder) =>
      isExcluded(file) || (isFolder && isExcluded(`${file}/`)) || isIgnoredBy(layers, isFolder ? `${file}/` : file),
    inside: (folder) => withLayers(surroundings, [...layers, ...readLayer(surroundings, `${folder}/`)]),
  };
}

/** The deepest file that says anything of a path decides, as in git. */
function isIgnoredBy(layers: readonly Layer[], file: string): boolean {
  for (const { prefix, rules } of layers.toReversed()) {
    const { ignored, unignored } = rules.test(file.slice(prefix.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}

function readLayer({ root, disk }: Surroundings, prefix: string): readonly Layer[] {
  const text = disk.readText(path.join(root, prefix, '.gitignore'), maxIgnoreBytes);
  if (text === undefined) return [];
  const patterns = text.split(/\r?\n/).filter((line) => line.split('*').length <= maxStars);
  return [{ prefix, rules: ignore().add(patterns) }];
}

const maxIgnoreBytes = 256 * 1024;

/** Patterns become regular expressions, and each star multiplies what a hostile one can cost. */
const maxStars = 10;
