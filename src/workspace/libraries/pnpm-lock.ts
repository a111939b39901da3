import { indentedLines } from './indented-lines.ts';
import { lockedFacts } from './locked-facts.ts';
import { type LockedEntry, lockedGraph, type ParsedLock } from './locked-graph.ts';

interface PnpmPackage {
  readonly line: number;
  readonly dependencies: string[];
  isDevelopment: boolean;
  readonly texts: Map<string, string>;
  readonly peers: Map<string, string>;
  readonly optionalPeers: Set<string>;
}

interface Reading {
  /** Version as the lock file writes it, by importer folder and name. */
  readonly importers: Map<string, Map<string, string>>;
  readonly roots: string[];
  readonly packages: Map<string, PnpmPackage>;
}

/** Reads `pnpm-lock.yaml` of formats 5, 6 and 9: with `importers`, or for a single package without. */
export function parsePnpmLock(text: string): ParsedLock {
  const reading: Reading = { importers: new Map(), roots: [], packages: new Map() };
  const path: string[] = [];
  for (const { indent, key, value, line } of indentedLines(text)) {
    const depth = Math.min(Math.floor(indent / 2), maxDepth);
    path.length = depth;
    path[depth] = key;
    take(reading, path, value, line);
  }
  const graph = lockedGraph(entriesOf(reading), reading.roots);
  const writtenIn = (folder: string, dependency: string): string | undefined =>
    reading.importers.get(folder === '' ? '.' : folder)?.get(dependency);
  return {
    packages: graph.packages,
    dependenciesOf: (one) => graph.dependenciesOf(one),
    locked: (folder, dependency) => {
      const written = writtenIn(folder, dependency);
      return written === undefined ? undefined : graph.at(keyOf(dependency, written));
    },
    installed: (folder, dependency) => versionOf(writtenIn(folder, dependency)),
  };
}

/** Lock files nest five levels; deeper lines are none of ours. */
const maxDepth = 8;

function take(reading: Reading, path: readonly string[], value: string, line: number): void {
  const [section, ...rest] = path;
  if (section === 'importers') takeImporter(reading, rest, value);
  else if (section === 'packages' || section === 'snapshots') takePackage(reading, rest, value, line);
  else if (isDependencySection(section)) takeImporter(reading, ['.', ...path], value);
}

/** `folder / section / name: version`, or one level deeper where the specifier stands beside the version. */
function takeImporter(reading: Reading, path: readonly string[], value: string): void {
  const [folder, section, name, field] = path;
  if (folder === undefined || name === undefined || !isDependencySection(section) || value === '') return;
  if (field !== undefined && field !== 'version') return;
  const versions = reading.importers.get(folder) ?? new Map<string, string>();
  reading.importers.set(folder, versions.set(name, value));
  if (section !== 'devDependencies') reading.roots.push(keyOf(name, value));
}

function takePackage({ packages }: Reading, path: readonly string[], value: string, line: number): void {
  const [key, section = '', name, field] = path;
  if (key === undefined) return;
  const known = packages.get(key) ?? emptyPackage(line);
  packages.set(key, known);
  if (section === 'dev' && value === 'true') known.isDevelopment = true;
  if (name === undefined) known.texts.set(section, value);
  else if (section === 'peerDependencies') known.peers.set(name, value);
  else if (section === 'peerDependenciesMeta' && field === 'optional' && value === 'true')
    known.optionalPeers.add(name);
  else if (isDependencySection(section) && section !== 'devDependencies') known.dependencies.push(keyOf(name, value));
}

function emptyPackage(line: number): PnpmPackage {
  const facts = { texts: new Map(), peers: new Map(), optionalPeers: new Set<string>() };
  return { line, dependencies: [], isDevelopment: false, ...facts };
}

function isDependencySection(section: string | undefined): boolean {
  return section === 'dependencies' || section === 'devDependencies' || section === 'optionalDependencies';
}

/** Several keys may be one package with other peers; formats 5 and 6 mark what only development needs. */
function entriesOf({ packages }: Reading): ReadonlyMap<string, LockedEntry> {
  const isMarked = [...packages.values()].some(({ isDevelopment }) => isDevelopment);
  const byIdentity = new Map<string, LockedEntry>();
  for (const [key, found] of packages) {
    const identity = normalKey(key);
    const { name, version } = partsOf(identity);
    const earlier = byIdentity.get(identity);
    if (name === '' || !/^\d/.test(version)) continue;
    byIdentity.set(identity, {
      name,
      version,
      line: earlier?.line ?? found.line,
      dependencies: [...(earlier?.dependencies ?? []), ...found.dependencies],
      ...(isMarked && { isDevelopment: found.isDevelopment && earlier?.isDevelopment !== false }),
      facts: { ...earlier?.facts, ...factsOf(found) },
    });
  }
  return byIdentity;
}

function factsOf({ texts, peers, optionalPeers }: PnpmPackage): LockedEntry['facts'] & object {
  return lockedFacts({
    license: undefined,
    bins: undefined,
    requires: undefined,
    resolved: /tarball: ([^,}\s]+)/.exec(texts.get('resolution') ?? '')?.[1],
    integrity: /integrity: ([^,}\s]+)/.exec(texts.get('resolution') ?? '')?.[1],
    nodeEngine: /node: '?([^',}]+)/.exec(texts.get('engines') ?? '')?.[1],
    deprecated: texts.get('deprecated'),
    hasInstallScript: texts.get('requiresBuild') === 'true' ? true : undefined,
    peers: new Map([...peers].filter(([name]) => !optionalPeers.has(name))),
  });
}

/** Key of what a dependency resolves to; an alias writes the whole key in place of the version. */
function keyOf(name: string, version: string): string {
  const isWholeKey = version.startsWith('/') || (!/^\d+\.\d/.test(version) && /^@?[^@(]+@\d/.test(version));
  return normalKey(isWholeKey ? version : `${name}@${version}`);
}

/** `/a/1.0.0_peer@2` (format 5), `/a@1.0.0(peer@2)` (6) and `a@1.0.0(peer@2)` (9) are all `a@1.0.0`. */
function normalKey(key: string): string {
  const bare = key.replace(/^\//, '').replace(/\(.*$/, '');
  const old = /^((?:@[^/]+\/)?[^/@]+)\/(\d[^/_]*)/.exec(bare);
  if (old) return `${old[1] ?? ''}@${old[2] ?? ''}`;
  const at = bare.indexOf('@', 1);
  const peers = at < 0 ? -1 : bare.indexOf('_', at);
  return peers < 0 ? bare : bare.slice(0, peers);
}

function partsOf(key: string): { readonly name: string; readonly version: string } {
  const at = key.indexOf('@', 1);
  return at < 0 ? { name: '', version: '' } : { name: key.slice(0, at), version: key.slice(at + 1) };
}

/** Undefined for a link to another package of the workspace. */
function versionOf(written: string | undefined): string | undefined {
  if (written === undefined || /^(link|file|workspace):/.test(written)) return undefined;
  const { version } = partsOf(keyOf('x', written));
  return version === '' ? undefined : version;
}
