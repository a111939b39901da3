import type { LockedPackage } from '../manifest.ts';

/** What a parser of one lock-file format gives. */
export interface ParsedLock {
  readonly packages: readonly LockedPackage[];
  /** Version for a dependency of the manifest in `folder` (relative to the lock file, empty for its own). */
  installed(folder: string, dependency: string, range: string | undefined): string | undefined;
}

/** A manifest that a lock file serves, as far as telling production from development needs it. */
export interface Importer {
  /** Folder relative to the lock file's, empty for the same. */
  readonly folder: string;
  readonly dependencies: readonly {
    readonly name: string;
    readonly range: string;
    readonly isDevelopment: boolean;
  }[];
}

/** One resolved package of a lock file that names what it depends on by keys of the same file. */
export interface LockedEntry {
  readonly name: string;
  readonly version: string;
  readonly line: number;
  readonly dependencies: readonly string[];
}

/** Packages of a graph; development is what production does not reach. */
export function packagesOf(
  entries: ReadonlyMap<string, LockedEntry>,
  productionRoots: Iterable<string>,
): readonly LockedPackage[] {
  const production = new Set<LockedEntry>();
  const queue = [...productionRoots];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const entry = entries.get(key);
    if (!entry || production.has(entry)) continue;
    production.add(entry);
    queue.push(...entry.dependencies);
  }
  return [...new Set(entries.values())].map((entry) => ({
    name: entry.name,
    version: entry.version,
    line: entry.line,
    isDevelopment: !production.has(entry),
  }));
}
