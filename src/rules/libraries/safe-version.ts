import semver from 'semver';
import type { Advisory } from '../../registry/advisory.ts';
import type { LibraryFacts } from '../../registry/library-facts.ts';

/** The way out of a vulnerable version. */
export interface SafeVersion {
  readonly version: string;
  /** By the rules of semantic versioning the code may have to change; below 1.0.0 every minor counts. */
  readonly mayBreak: boolean;
}

/**
 * The smallest later stable version that no known vulnerability touches, within the same major where there is one.
 * Candidates are the published versions, or, where no registry was asked, those that advisories name as fixed.
 */
export function smallestSafeVersion(
  name: string,
  version: string,
  advisories: readonly Advisory[],
  libraries: LibraryFacts,
): SafeVersion | undefined {
  const installed = semver.parse(version);
  if (!installed) return undefined;
  const published = libraries.packageFacts(name)?.versions ?? [];
  const known = new Set(published);
  const isCandidate = (candidate: string): boolean =>
    semver.valid(candidate) !== null && semver.prerelease(candidate) === null && semver.gt(candidate, installed);
  const candidates = (published.length > 0 ? [...published] : fixedVersions(name, advisories, libraries))
    .filter((candidate) => isCandidate(candidate) && (known.size === 0 || known.has(candidate)))
    .sort(semver.compare);
  const safe = candidates.find((candidate) => libraries.advisoriesFor(name, candidate).length === 0);
  return safe === undefined ? undefined : { version: safe, mayBreak: !semver.satisfies(safe, `^${installed.version}`) };
}

/** Versions that advisories name as fixed, and what mends those that are vulnerable again by another advisory. */
function fixedVersions(name: string, advisories: readonly Advisory[], libraries: LibraryFacts): string[] {
  const found = new Set<string>();
  const queue = [...advisories];
  for (let advisory = queue.pop(); advisory; advisory = queue.pop()) {
    for (const fixed of advisory.affected.flatMap((range) => range.fixed ?? [])) {
      if (found.has(fixed)) continue;
      found.add(fixed);
      queue.push(...libraries.advisoriesFor(name, fixed));
    }
  }
  return [...found];
}
