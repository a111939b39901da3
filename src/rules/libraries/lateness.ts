import semver from 'semver';
import type { PackageFacts } from '../../registry/library-facts.ts';
import type { DependencyRange } from '../../workspace/dependency-range.ts';

/** The first part of a version number that differs. */
export type VersionPart = 'patch' | 'minor' | 'major';

/** How far a version is behind another. */
export interface Lateness {
  readonly newest: string;
  readonly part: VersionPart;
  /** Published versions of that part in between, the newest included: 2 from 4.1.0 to 4.3.7 if 4.2 exists. */
  readonly count: number;
  /** What the upgrade may break by the rules of semantic versioning: below 1.0.0 a minor is as good as a major. */
  readonly impact: VersionPart;
  /** Day, as `YYYY-MM-DD`, on which the first version beyond that part came out, where the registry tells. */
  readonly since?: string;
}

/**
 * The newest version that a user should be on: stable, not deprecated, and not beyond the `latest` tag, since
 * publishers hold a version back that is out but not recommended yet.
 */
export function newestStable({ versions, latest, deprecated }: PackageFacts): string | undefined {
  const isTagStable = semver.prerelease(latest) === null;
  const candidates = versions.filter(
    (version) => semver.prerelease(version) === null && (!isTagStable || semver.lte(version, latest)),
  );
  return candidates.findLast((version) => !deprecated.has(version)) ?? candidates.at(-1);
}

/** The newest stable version behind the installed one, by the first part of the number that differs. */
export function newestByPart(installed: string | undefined, facts: PackageFacts): ReadonlyMap<VersionPart, string> {
  const from = semver.parse(installed);
  if (!from) return new Map();
  const isAhead: Record<VersionPart, (to: semver.SemVer) => boolean> = {
    patch: (to) => to.major === from.major && to.minor === from.minor,
    minor: (to) => to.major === from.major && to.minor > from.minor,
    major: (to) => to.major > from.major,
  };
  const newest = new Map<VersionPart, string>();
  for (const part of ['patch', 'minor', 'major'] as const) {
    const versions = facts.versions.filter((version) => isAhead[part](new semver.SemVer(version)));
    const found = newestStable({ ...facts, versions });
    if (found !== undefined && semver.gt(found, from)) newest.set(part, found);
  }
  return newest;
}

/** The version that an installation without a lock file takes today. */
export function freshInstall(range: DependencyRange, { versions }: PackageFacts): string | undefined {
  if (range.kind !== 'registry') return undefined;
  return semver.maxSatisfying([...versions], range.range, { loose: true }) ?? undefined;
}

/** How far a version is behind the newest one; undefined when it is not. */
export function latenessOf(installed: string, facts: PackageFacts): Lateness | undefined {
  const newest = newestStable(facts);
  const from = semver.parse(installed);
  const to = semver.parse(newest);
  if (newest === undefined || !from || !to || semver.gte(from, to)) return undefined;
  const part = from.major !== to.major ? 'major' : from.minor !== to.minor ? 'minor' : 'patch';
  const passed = facts.versions
    .map((version) => semver.parse(version))
    .filter((version) => version?.prerelease.length === 0 && semver.gt(version, from) && semver.lte(version, to))
    .filter((version) => version !== null)
    .filter((version) => part === 'major' || version.major === to.major)
    .filter((version) => part !== 'patch' || version.minor === to.minor);
  const numbers = new Set(
    passed.map((version) => version[part]).filter((number) => part === 'patch' || number > from[part]),
  );
  const beyond = passed.filter((version) => part === 'patch' || version[part] > from[part]);
  const since = beyond
    .flatMap(({ version }) => facts.released?.get(version) ?? [])
    .sort()[0]
    ?.slice(0, 10);
  const lateness: Lateness = { newest, part, count: Math.max(numbers.size, 1), impact: impactOf(from, part) };
  return since === undefined ? lateness : { ...lateness, since };
}

function impactOf(from: semver.SemVer, part: VersionPart): VersionPart {
  if (from.major > 0 || part === 'major') return part;
  if (part === 'minor') return 'major';
  return from.minor > 0 ? 'patch' : 'major';
}
