import path from 'node:path';
import semver from 'semver';
import type { Localized } from '../../base/language.ts';
import type { Fix } from '../../findings/finding.ts';
import type { LibraryFacts } from '../../registry/library-facts.ts';
import type { LockFile, Manifest } from '../../workspace/manifest.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { DependencyPath } from './dependency-paths.ts';
import { setInManifest } from './manifest-edits.ts';
import type { SafeVersion } from './safe-version.ts';

/** How to get rid of a version that came along with others. */
export interface WayOut {
  /** What to do, told at the declaration that brings the package along. */
  readonly advice: Localized;
  readonly fixes: readonly Fix[];
}

/**
 * The cheapest way to a safe version of a package that came along: a new installation where the package above already
 * admits it, a later version of the declared package that does, else an override.
 */
export function wayOut(
  workspace: Workspace,
  lockFile: LockFile,
  { packages, declared }: DependencyPath,
  safe: SafeVersion | undefined,
  libraries: LibraryFacts,
): WayOut {
  const chain = packages.map(({ name }) => name).join(' › ');
  const name = packages.at(-1)?.name ?? declared;
  if (!safe) {
    return {
      fixes: [],
      advice: { en: `Comes along through ${chain}`, fr: `Venu par ${chain}` },
    };
  }
  const range = packages.at(-2)?.requires?.get(name);
  if (range !== undefined && satisfies(safe.version, range)) {
    return {
      fixes: [],
      advice: {
        en: `Comes along through ${chain}; the range \`${range}\` admits ${safe.version}, so renewing the lock entry is enough`,
        fr: `Venu par ${chain}\u202f; l’intervalle \`${range}\` admet ${safe.version}, renouveler l’entrée du fichier de verrouillage suffit`,
      },
    };
  }
  const parent =
    packages.length === 2
      ? laterParent(packages[0]?.name ?? '', packages[0]?.version ?? '', name, libraries)
      : undefined;
  const fixes = safe.mayBreak ? [] : overrideFixes(workspace, lockFile, name, safe.version);
  return {
    fixes,
    advice:
      parent === undefined
        ? {
            en: `Comes along through ${chain}; an override to ${safe.version} replaces it${safe.mayBreak ? ', and may break what needs it' : ''}`,
            fr: `Venu par ${chain}\u202f; une surcharge vers ${safe.version} le remplace${safe.mayBreak ? ', au risque de casser ce qui en dépend' : ''}`,
          }
        : {
            en: `Comes along through ${chain}; \`${declared}\` ${parent} is the first that takes a safe version`,
            fr: `Venu par ${chain}\u202f; \`${declared}\` ${parent} est le premier à prendre une version sûre`,
          },
  };
}

/** The smallest later version of the declared package whose range for the other holds nothing vulnerable. */
function laterParent(parent: string, installed: string, name: string, libraries: LibraryFacts): string | undefined {
  const facts = libraries.packageFacts(parent);
  const published = libraries.packageFacts(name)?.versions;
  if (!facts?.details || semver.valid(installed) === null) return undefined;
  for (const [version, { dependencies }] of [...facts.details].sort(([a], [b]) => semver.compare(a, b))) {
    if (!semver.gt(version, installed)) continue;
    const range = dependencies?.get(name);
    if (range === undefined) return version;
    const taken = published ? semver.maxSatisfying([...published], range) : semver.minVersion(range)?.version;
    if (taken && libraries.advisoriesFor(name, taken).length === 0) return version;
  }
  return undefined;
}

function satisfies(version: string, range: string): boolean {
  return semver.validRange(range) !== null && semver.satisfies(version, range, { loose: true });
}

/** Where each package manager keeps its overrides, in the manifest beside the lock file. */
const places: Readonly<Record<LockFile['format'], readonly string[]>> = {
  npm: ['overrides'],
  bun: ['overrides'],
  pnpm: ['pnpm', 'overrides'],
  'yarn-classic': ['resolutions'],
  'yarn-berry': ['resolutions'],
};

/** Only where one line of versions is installed: an override speaks of all of them. */
function overrideFixes(workspace: Workspace, lockFile: LockFile, name: string, version: string): readonly Fix[] {
  const root = workspace.manifests.find(({ file }) => path.posix.dirname(file) === path.posix.dirname(lockFile.file));
  const versions = lockFile.packages.filter((one) => one.name === name).map((one) => one.version);
  const isOneLine = versions.every((one) => semver.valid(one) !== null && semver.satisfies(version, `^${one}`));
  if (!root || !isOneLine || isDeclared(root, name)) return [];
  return setInManifest(root, [...places[lockFile.format], name], version, {
    en: `Override \`${name}\` with ${version} in ${root.file}; install afterwards`,
    fr: `Surcharger \`${name}\` par ${version} dans ${root.file}\u202f; installez ensuite`,
  });
}

/** npm refuses an override that contradicts a declared range. */
function isDeclared({ dependencies }: Manifest, name: string): boolean {
  return dependencies.some((dependency) => dependency.name === name);
}
