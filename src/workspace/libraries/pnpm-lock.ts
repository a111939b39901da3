import { indentedLines } from './indented-lines.ts';
import { type LockedEntry, packagesOf, type ParsedLock } from './locked-graph.ts';

interface Reading {
  /** Version as the lock file writes it, by importer folder and name. */
  readonly importers: Map<string, Map<string, string>>;
  readonly roots: string[];
  readonly packages: Map<string, { readonly line: number; readonly dependencies: string[]; isDevelopment: boolean }>;
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
  const entries = entriesOf(reading);
  const marked = [...reading.packages].some(([, { isDevelopment }]) => isDevelopment);
  const packages = packagesOf(entries, reading.roots).map((locked) =>
    marked ? { ...locked, isDevelopment: isMarked(reading, locked.name, locked.version) } : locked,
  );
  return {
    packages,
    installed: (folder, dependency) => versionOf(reading.importers.get(folder === '' ? '.' : folder)?.get(dependency)),
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
  const [key, section, name] = path;
  if (key === undefined) return;
  const known = packages.get(key) ?? { line, dependencies: [], isDevelopment: false };
  packages.set(key, known);
  if (section === 'dev' && value === 'true') known.isDevelopment = true;
  if (name !== undefined && isDependencySection(section) && section !== 'devDependencies')
    known.dependencies.push(keyOf(name, value));
}

function isDependencySection(section: string | undefined): boolean {
  return section === 'dependencies' || section === 'devDependencies' || section === 'optionalDependencies';
}

function entriesOf({ packages }: Reading): ReadonlyMap<string, LockedEntry> {
  const byIdentity = new Map<string, LockedEntry>();
  for (const [key, { line, dependencies }] of packages) {
    const identity = normalKey(key);
    const { name, version } = partsOf(identity);
    const earlier = byIdentity.get(identity);
    if (name === '' || !/^\d/.test(version)) continue;
    const all = [...(earlier?.dependencies ?? []), ...dependencies];
    byIdentity.set(identity, { name, version, line: earlier?.line ?? line, dependencies: all });
  }
  return byIdentity;
}

function isMarked({ packages }: Reading, name: string, version: string): boolean {
  const own = [...packages].filter(([key]) => normalKey(key) === `${name}@${version}`);
  return own.length > 0 && own.every(([, { isDevelopment }]) => isDevelopment);
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
