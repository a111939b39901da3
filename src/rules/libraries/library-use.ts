import path from 'node:path';
import type { FileRange } from '../../base/text-range.ts';
import type { DependencyRange } from '../../workspace/dependency-range.ts';
import { parseDependencyRange } from '../../workspace/dependency-range.ts';
import type { DeclaredDependency, Manifest } from '../../workspace/manifest.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** One library that one manifest declares. */
export interface LibraryUse {
  readonly manifest: Manifest;
  readonly dependency: DeclaredDependency;
  readonly range: DependencyRange;
  /** Version that the lock file holds. */
  readonly installed?: string;
}

/**
 * The libraries of each manifest, each once: what a package merely expects its host to bring (`peerDependencies`)
 * is left out.
 */
export function libraryUses(workspace: Workspace): LibraryUse[] {
  return workspace.manifests.flatMap((manifest) => {
    const seen = new Set<string>();
    return manifest.dependencies.flatMap((dependency) => {
      if (dependency.kind === 'peerDependencies' || seen.has(dependency.name)) return [];
      seen.add(dependency.name);
      const installed = manifest.installedVersion(dependency.name);
      const range = parseDependencyRange(dependency.name, dependency.range);
      return [{ manifest, dependency, range, ...(installed === undefined ? {} : { installed }) }];
    });
  });
}

/** Name under which registries and lock files know the library: an `npm:` alias's target. */
export function targetName({ range, dependency }: LibraryUse): string {
  return 'name' in range ? range.name : dependency.name;
}

/** Place of the range's text in the manifest. */
export function placeOfRange({ manifest, dependency }: LibraryUse): FileRange {
  return { file: manifest.file, range: dependency.rangeRange };
}

/** Place of the library's name in the manifest. */
export function placeOfName({ manifest, dependency }: LibraryUse): FileRange {
  return { file: manifest.file, range: dependency.nameRange };
}

/** Counts the files that import a declared library. */
export function createImportCounter(workspace: Workspace): (use: LibraryUse) => number {
  const importers = createImporters(workspace);
  return (use) => importers(use).length;
}

/** Gives the files that import a declared library, sorted: those below its manifest that no nearer manifest serves. */
export function createImporters(
  workspace: Workspace,
): (use: Pick<LibraryUse, 'manifest' | 'dependency'>) => readonly string[] {
  const files = new Map<string, Set<string>>();
  for (const { package: name, from } of workspace.moduleGraph().packageImports) {
    files.set(name, (files.get(name) ?? new Set()).add(from));
  }
  const declaring = new Map<string, string[]>();
  for (const manifest of workspace.manifests) {
    for (const { name } of manifest.dependencies) {
      declaring.set(name, [...(declaring.get(name) ?? []), path.posix.dirname(manifest.file)]);
    }
  }
  return ({ manifest, dependency: { name } }) => {
    const own = path.posix.dirname(manifest.file);
    const folders = declaring.get(name) ?? [];
    return [...(files.get(name) ?? [])].filter((file) => nearestFolder(file, folders) === own).sort();
  };
}

function nearestFolder(file: string, folders: readonly string[]): string | undefined {
  const above = folders.filter((folder) => folder === '.' || file.startsWith(`${folder}/`));
  return above.sort((a, b) => depth(b) - depth(a))[0];
}

function depth(folder: string): number {
  return folder === '.' ? 0 : folder.split('/').length;
}
