import semver from 'semver';
import type { TextPosition, TextRange } from '../base/text-range.ts';
import { isPublicAddress } from '../registry/registry-url.ts';
import type { LibraryFacts, PackageFacts } from '../registry/library-facts.ts';
import { lookupTargets, validName } from '../registry/lookup-targets.ts';
import { newestByPart, type VersionPart } from '../rules/libraries/lateness.ts';
import { createImporters } from '../rules/libraries/library-use.ts';
import { smallestSafeVersion, type SafeVersion } from '../rules/libraries/safe-version.ts';
import { parseDependencyRange } from '../workspace/dependency-range.ts';
import { readManifest } from '../workspace/libraries/read-manifest.ts';
import type { DeclaredDependency, LockedPackage, Manifest } from '../workspace/manifest.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A version with the day it came out, where the registry tells; `YYYY-MM-DD`. */
export interface DatedVersion {
  readonly version: string;
  readonly day?: string;
}

/** What is known of one declared dependency. Days are `YYYY-MM-DD`. */
export interface DependencyCard {
  /** From the name to the end of the range, in the text that was asked about. */
  readonly range: TextRange;
  readonly dependency: DeclaredDependency;
  readonly installed?: DatedVersion;
  /** Left out when the registry was not asked, did not answer, or does not know the package. */
  readonly published?: {
    readonly newest: ReadonlyMap<VersionPart, DatedVersion>;
    /** Day of the first version that is newer than the installed one. */
    readonly lateSince?: string;
    readonly askedOn: string;
    /** The publisher's words about the installed version; empty where there are none. */
    readonly deprecated?: string;
    /** Page of the project's own releases. */
    readonly releaseNotes?: string;
  };
  /** The smallest later version without a known vulnerability; left out when the installed one has none. */
  readonly safe?: SafeVersion;
  readonly licence?: string;
  /** Files of the workspace that import it, sorted. */
  readonly importers: readonly string[];
  /** Its page on the public registry; left out for a package that is not known to come from there. */
  readonly page?: string;
}

/** Finds the dependency that stands at a place of a manifest's present text; undefined beside all of them. */
export type DependencyCards = (file: string, text: string, at: TextPosition) => DependencyCard | undefined;

/** Answers from what an audit already knows: asks nothing of the disk or the network. */
export function createDependencyCards(workspace: Workspace, libraries: LibraryFacts): DependencyCards {
  let importers: ReturnType<typeof createImporters> | undefined;
  let targets: ReadonlySet<string> | undefined;
  return (file, text, at) => {
    const manifest = workspace.manifests.find((one) => one.file === file);
    const dependency = manifest && dependencyAt(file, text, at);
    if (!dependency) return undefined;
    importers ??= createImporters(workspace);
    targets ??= new Set(lookupTargets(workspace.manifests).map(({ name }) => name));
    const range = parseDependencyRange(dependency.name, dependency.range);
    const name = 'name' in range && targets.has(range.name) ? range.name : undefined;
    const locked = manifest.lockFile?.lockedPackage(file, dependency.name);
    const page = name === undefined ? undefined : pageOf(name, locked);
    return {
      range: { start: dependency.nameRange.start, end: dependency.rangeRange.end },
      dependency,
      ...versionFacts(manifest, dependency, name, libraries),
      ...(locked?.license === undefined ? {} : { licence: locked.license }),
      importers: importers({ manifest, dependency }),
      ...(page === undefined ? {} : { page }),
    };
  };
}

/** Looked up in the text as it stands, which may be ahead of the last audit. */
function dependencyAt(file: string, text: string, { line, column }: TextPosition): DeclaredDependency | undefined {
  const { manifest } = readManifest(file, text);
  return manifest?.dependencies.find(({ nameRange: { start }, rangeRange: { end } }) => {
    const isBehindStart = line > start.line || (line === start.line && column >= start.column);
    return isBehindStart && (line < end.line || (line === end.line && column <= end.column));
  });
}

function versionFacts(
  manifest: Manifest,
  { name: declared }: DeclaredDependency,
  name: string | undefined,
  libraries: LibraryFacts,
): Pick<DependencyCard, 'installed' | 'published' | 'safe'> {
  const installed = manifest.installedVersion(declared);
  const facts = name === undefined ? undefined : libraries.packageFacts(name);
  const advisories = name === undefined || installed === undefined ? [] : libraries.advisoriesFor(name, installed);
  const safe =
    name === undefined || installed === undefined || advisories.length === 0
      ? undefined
      : smallestSafeVersion(name, installed, advisories, libraries);
  return {
    ...(installed === undefined ? {} : { installed: dated(installed, facts) }),
    ...(facts ? { published: publishedFacts(installed, facts) } : {}),
    ...(safe ? { safe } : {}),
  };
}

function publishedFacts(installed: string | undefined, facts: PackageFacts): DependencyCard['published'] & object {
  const newest = newestByPart(installed, facts);
  const deprecated = installed === undefined ? undefined : facts.deprecated.get(installed);
  const lateSince = installed === undefined ? undefined : firstDayBehind(installed, facts);
  return {
    newest: new Map([...newest].map(([part, version]) => [part, dated(version, facts)])),
    askedOn: dayOf(facts.fetchedAt),
    ...(lateSince === undefined ? {} : { lateSince }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(facts.releaseNotes === undefined ? {} : { releaseNotes: facts.releaseNotes }),
  };
}

function firstDayBehind(installed: string, { versions, released }: PackageFacts): string | undefined {
  if (semver.valid(installed) === null) return undefined;
  const next = versions.find((one) => semver.prerelease(one) === null && semver.gt(one, installed));
  const date = next === undefined ? undefined : released?.get(next);
  return date === undefined ? undefined : dayOf(date);
}

function dated(version: string, facts: PackageFacts | undefined): DatedVersion {
  const date = facts?.released?.get(version);
  return { version, ...(date === undefined ? {} : { day: dayOf(date) }) };
}

function dayOf(date: string): string {
  return date.slice(0, 10);
}

/** A name that may be private is not put into an address of strangers, even for a person to follow. */
function pageOf(name: string, locked: LockedPackage | undefined): string | undefined {
  const isPublic = locked?.resolved === undefined || isPublicAddress(locked.resolved);
  if (!isPublic || !validName.test(name)) return undefined;
  return `https://www.npmjs.com/package/${name.split('/').map(segment).join('/')}`;
}

function segment(text: string): string {
  return encodeURIComponent(text).replace('%40', '@');
}
