import type { TextRange } from '../base/text-range.ts';

/** The sections of a `package.json` that name other packages. */
export type DependencyKind = 'dependencies' | 'devDependencies' | 'peerDependencies' | 'optionalDependencies';

/** One declared dependency. */
export interface DeclaredDependency {
  readonly name: string;
  /** The range as written: semver, `workspace:*`, `npm:other@1`, a git address… */
  readonly range: string;
  readonly kind: DependencyKind;
  /** Place of the name, and of the range's text inside its quotes, in the manifest. */
  readonly nameRange: TextRange;
  readonly rangeRange: TextRange;
}

/** One `package.json`. */
export interface Manifest {
  /** Path relative to the workspace root, with `/`. */
  readonly file: string;
  readonly name?: string;
  readonly version?: string;
  readonly isPrivate: boolean;
  /** `engines.node` as written. */
  readonly nodeEngine?: string;
  readonly dependencies: readonly DeclaredDependency[];
  /** Nearest lock file at or above the manifest's folder, inside the workspace. */
  readonly lockFile?: LockFile;
  /** Text of the manifest, for fixes. */
  readonly text: string;
  /** Installed version of a declared dependency: from the lock file, else from `node_modules` in the workspace. */
  installedVersion(dependency: string): string | undefined;
}

/** One package as a lock file resolved it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Zero-based line in the lock file where its entry begins, where it is known. */
  readonly line?: number;
  readonly isDevelopment: boolean;
}

export type LockFormat = 'npm' | 'yarn-classic' | 'yarn-berry' | 'pnpm' | 'bun';

/** One lock file; an unknown or broken one has a notice in the workspace and no packages. */
export interface LockFile {
  readonly file: string;
  readonly format: LockFormat;
  readonly packages: readonly LockedPackage[];
  /** Version that a manifest's declared dependency resolves to; undefined when the lock file does not know it. */
  installedVersion(manifest: string, dependency: string): string | undefined;
}
