import type { LockedFacts, LockedPackage } from '../manifest.ts';

/** What a parser of one lock-file format gives. */
export interface ParsedLock {
  readonly packages: readonly LockedPackage[];
  /** Version for a dependency of the manifest in `folder` (relative to the lock file, empty for its own). */
  readonly installed: (folder: string, dependency: string, range: string | undefined) => string | undefined;
  /** The package behind that dependency; undefined also for one of the workspace itself. */
  readonly locked: (folder: string, dependency: string, range: string | undefined) => LockedPackage | undefined;
  dependenciesOf(locked: LockedPackage): readonly LockedPackage[];
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
  /** Where the format marks it; else development is what production does not reach. */
  readonly isDevelopment?: boolean;
  readonly facts?: LockedFacts;
}

/** Packages of a lock file with their edges. */
export interface LockedGraph {
  readonly packages: readonly LockedPackage[];
  at(key: string): LockedPackage | undefined;
  dependenciesOf(locked: LockedPackage): readonly LockedPackage[];
}

/** Makes the graph; cycles are as good as any other edge. */
export function lockedGraph(entries: ReadonlyMap<string, LockedEntry>, productionRoots: Iterable<string>): LockedGraph {
  const production = reachable(entries, productionRoots);
  const packages = new Map<LockedEntry, LockedPackage>();
  const origins = new Map<LockedPackage, LockedEntry>();
  for (const entry of entries.values()) {
    if (packages.has(entry)) continue;
    const { name, version, line, facts, isDevelopment = !production.has(entry) } = entry;
    const locked = { name, version, line, isDevelopment, ...facts };
    packages.set(entry, locked);
    origins.set(locked, entry);
  }
  const at = (key: string): LockedPackage | undefined => {
    const entry = entries.get(key);
    return entry && packages.get(entry);
  };
  return {
    packages: [...packages.values()],
    at,
    dependenciesOf: (locked) => [...new Set((origins.get(locked)?.dependencies ?? []).flatMap((key) => at(key) ?? []))],
  };
}

function reachable(entries: ReadonlyMap<string, LockedEntry>, roots: Iterable<string>): ReadonlySet<LockedEntry> {
  const seen = new Set<LockedEntry>();
  const queue = [...roots];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const entry = entries.get(key);
    if (!entry || seen.has(entry)) continue;
    seen.add(entry);
    queue.push(...entry.dependencies);
  }
  return seen;
}
