import semver from 'semver';
import type { FileRange } from '../../base/text-range.ts';
import type { LockedPackage, LockFile } from '../../workspace/manifest.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { LibraryUse } from './library-use.ts';
import { targetName } from './library-use.ts';

/** A package that came along with others. */
export interface TransitivePackage {
  readonly name: string;
  /** Installed versions in ascending order. */
  readonly versions: readonly string[];
  /** The line of its first entry in the lock file. */
  readonly at: FileRange;
  readonly lockFile: LockFile;
  /** Only development needs it, in every version. */
  readonly isDevelopment: boolean;
}

/** Locked packages in versions that no manifest declares, each name once per lock file. */
export function transitivePackages(workspace: Workspace, uses: readonly LibraryUse[]): TransitivePackage[] {
  return workspace.lockFiles.flatMap((lockFile) => {
    const declared = new Set(
      uses
        .filter(({ manifest, installed }) => manifest.lockFile?.file === lockFile.file && installed !== undefined)
        .map((use) => keyOf(targetName(use), use.installed ?? '')),
    );
    const byName = new Map<string, LockedPackage[]>();
    for (const locked of lockFile.packages) {
      if (declared.has(keyOf(locked.name, locked.version)) || semver.valid(locked.version) === null) continue;
      const known = byName.get(locked.name);
      if (known) known.push(locked);
      else byName.set(locked.name, [locked]);
    }
    return [...byName].map(([name, packages]) => summarise(lockFile, name, packages));
  });
}

function summarise(lockFile: LockFile, name: string, packages: readonly LockedPackage[]): TransitivePackage {
  const line = packages.find((one) => one.line !== undefined)?.line ?? 0;
  return {
    name,
    versions: [...new Set(packages.map(({ version }) => version))].sort(semver.compareBuild),
    lockFile,
    at: { file: lockFile.file, range: { start: { line, column: 0 }, end: { line: line + 1, column: 0 } } },
    isDevelopment: packages.every((one) => one.isDevelopment),
  };
}

function keyOf(name: string, version: string): string {
  return JSON.stringify([name, version]);
}
