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
  /** The package that Node would load for a declared dependency, where `node_modules` of the workspace has it. */
  installedPackage(dependency: string): InstalledPackage | undefined;
}

/** A package in `node_modules`: data to read, code that is never run. */
export interface InstalledPackage {
  /** Text of its own `package.json`. */
  readonly manifestText: string;
  /** Text of one of its files by its path inside the package; undefined for what is not there, or leads outside. */
  read(file: string): string | undefined;
}

/** What a lock file says of a package beside its version; formats differ in how much they keep. */
export interface LockedFacts {
  /** SPDX expression as the publisher wrote it. */
  readonly license?: string;
  /** Address that the package is taken from. */
  readonly resolved?: string;
  /** Hash that a download must have, in the manager's own form. */
  readonly integrity?: string;
  /** Runs code of its own when it is installed. */
  readonly hasInstallScript?: boolean;
  /** `engines.node` as its publisher wrote it. */
  readonly nodeEngine?: string;
  /** The publisher's words where the version was given up. */
  readonly deprecated?: string;
  /** Ranges of the packages that it needs, by name. */
  readonly requires?: ReadonlyMap<string, string>;
  /** Ranges of the packages that it expects beside it, without the optional ones. */
  readonly peers?: ReadonlyMap<string, string>;
  /** Names of its commands. */
  readonly bins?: readonly string[];
}

/** One package as a lock file resolved it. */
export interface LockedPackage extends LockedFacts {
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
  /** The package that a manifest's declared dependency resolves to; undefined for a package of the workspace. */
  lockedPackage(manifest: string, dependency: string): LockedPackage | undefined;
  /** The packages that a package resolves its dependencies to, required peers included where the format tells. */
  dependenciesOf(locked: LockedPackage): readonly LockedPackage[];
}
