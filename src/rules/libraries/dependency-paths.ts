import type { LockedPackage, LockFile, Manifest } from '../../workspace/manifest.ts';
import type { FileRange } from '../../base/text-range.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The shortest way from a declared dependency to a locked package, the declared one first. */
export interface DependencyPath {
  readonly manifest: Manifest;
  /** Name as the manifest declares it. */
  readonly declared: string;
  readonly packages: readonly LockedPackage[];
}

/** Finds the way to a package of a lock file; each lock file is walked once, cycles included. */
export function createPathFinder(
  workspace: Workspace,
): (lockFile: LockFile, locked: LockedPackage) => DependencyPath | undefined {
  const walks = new Map<LockFile, Walk>();
  return (lockFile, locked) => {
    const walk = walks.get(lockFile) ?? walkFrom(workspace, lockFile);
    walks.set(lockFile, walk);
    const packages: LockedPackage[] = [];
    for (let one: LockedPackage | undefined = locked; one; one = walk.parents.get(one)) packages.unshift(one);
    const [first] = packages;
    const root = first && walk.roots.get(first);
    return root && { ...root, packages };
  };
}

interface Walk {
  readonly roots: ReadonlyMap<LockedPackage, Omit<DependencyPath, 'packages'>>;
  /** Whom a package was first met below; none for a declared one. */
  readonly parents: ReadonlyMap<LockedPackage, LockedPackage>;
}

/** Breadth first, production before development, so that the way found is short and the one that matters. */
function walkFrom(workspace: Workspace, lockFile: LockFile): Walk {
  const roots = new Map<LockedPackage, Omit<DependencyPath, 'packages'>>();
  for (const isDevelopment of [false, true]) {
    for (const manifest of workspace.manifests.filter((one) => one.lockFile?.file === lockFile.file)) {
      for (const { name, kind } of manifest.dependencies) {
        const locked = lockFile.lockedPackage(manifest.file, name);
        if (locked && (kind === 'devDependencies') === isDevelopment && !roots.has(locked))
          roots.set(locked, { manifest, declared: name });
      }
    }
  }
  const parents = new Map<LockedPackage, LockedPackage>();
  const queue = [...roots.keys()];
  for (let index = 0; index < queue.length; index++) {
    const parent = queue[index];
    if (!parent) continue;
    for (const child of lockFile.dependenciesOf(parent)) {
      if (roots.has(child) || parents.has(child)) continue;
      parents.set(child, parent);
      queue.push(child);
    }
  }
  return { roots, parents };
}

/** Where a package is told of: at its declaration, or at its entry in the lock file when it came along. */
export function placeOfLocked(lockFile: LockFile, locked: LockedPackage, path: DependencyPath | undefined): FileRange {
  const declared =
    path?.packages.length === 1 ? path.manifest.dependencies.find(({ name }) => name === path.declared) : undefined;
  if (path && declared) return { file: path.manifest.file, range: declared.nameRange };
  const line = locked.line ?? 0;
  return { file: lockFile.file, range: { start: { line, column: 0 }, end: { line: line + 1, column: 0 } } };
}

/** ` (through a, b)`, in which the package itself and a declared one stand for nothing. */
export function throughText(path: DependencyPath | undefined): string {
  const between = path?.packages.slice(0, -1).map(({ name }) => name) ?? [];
  return between.join(' › ');
}
