import semver from 'semver';
import { z } from 'zod';
import { jsonOf } from '../base/json-text.ts';
import { LookupFailure } from './lookup-failure.ts';
import type { PackageFacts, VersionDetails } from './library-facts.ts';

// Only the outline: the thousands of versions of a large package are not worth a schema's time.
const packument = z.object({
  name: z.string(),
  'dist-tags': z.unknown().optional(),
  modified: z.string().optional(),
  time: z.unknown().optional(),
  versions: z.custom<object>((value) => typeof value === 'object' && value !== null),
});

/**
 * Reads a registry's answer for one package: npm's abbreviated metadata, or the full form that simple registries
 * send instead. `modified` stands in for the date of the newest release, which the abbreviated form leaves out.
 * Throws a `LookupFailure` when the text describes no package of that name.
 */
export function parsePackument(text: string, name: string, fetchedAt: string): PackageFacts {
  const parsed = packument.safeParse(jsonOf(text));
  if (!parsed.success || parsed.data.name !== name) throw new LookupFailure('not-json');
  const published: [string, unknown][] = Object.entries(parsed.data.versions);
  const entries = published.filter(([version]) => semver.valid(version) === version);
  const versions = entries.map(([version]) => version).sort(semver.compareBuild);
  const latest = latestOf(parsed.data['dist-tags'], versions);
  if (latest === undefined) throw new LookupFailure('not-found');
  const released = releaseDates(parsed.data.time, versions);
  const lastPublished = newestOf(released) ?? isoDate(parsed.data.modified);
  return {
    name,
    latest,
    versions,
    deprecated: deprecations(entries),
    details: detailsOf(entries, versions),
    ...(released.size === 0 ? {} : { released }),
    ...(lastPublished === undefined ? {} : { lastPublished }),
    fetchedAt,
  };
}

function latestOf(tags: unknown, versions: readonly string[]): string | undefined {
  const tagged = typeof tags === 'object' && tags !== null && 'latest' in tags ? tags.latest : undefined;
  if (typeof tagged === 'string' && versions.includes(tagged)) return tagged;
  return versions.findLast((version) => semver.prerelease(version) === null) ?? versions.at(-1);
}

/** A deprecation is a text; registries also write `true`, and an empty text or `false` for one taken back. */
function deprecations(entries: readonly (readonly [string, unknown])[]): Map<string, string> {
  const messages = new Map<string, string>();
  for (const [version, facts] of entries) {
    if (typeof facts !== 'object' || facts === null || !('deprecated' in facts)) continue;
    const { deprecated } = facts;
    if (deprecated === true) messages.set(version, '');
    else if (typeof deprecated === 'string' && deprecated !== '') messages.set(version, plainLine(deprecated));
  }
  return messages;
}

/** Versions of which details are kept; the older ones of a large package are nobody's next step. */
const maxDetails = 60;

const versionOutline = z.object({
  engines: z.object({ node: z.string().optional() }).optional().catch(undefined),
  dependencies: z.record(z.string(), z.string()).optional().catch(undefined),
  peerDependencies: z.record(z.string(), z.string()).optional().catch(undefined),
  peerDependenciesMeta: z
    .record(z.string(), z.object({ optional: z.boolean().optional() }))
    .optional()
    .catch(undefined),
  hasInstallScript: z.boolean().optional().catch(undefined),
  dist: z
    .object({ tarball: z.url(), integrity: z.string().optional(), unpackedSize: z.number().optional() })
    .optional()
    .catch(undefined),
});

function detailsOf(
  entries: readonly (readonly [string, unknown])[],
  versions: readonly string[],
): Map<string, VersionDetails> {
  const kept = new Set(versions.filter((version) => semver.prerelease(version) === null).slice(-maxDetails));
  const details = new Map<string, VersionDetails>();
  for (const [version, facts] of entries) {
    const read = kept.has(version) ? versionOutline.safeParse(facts) : undefined;
    if (read?.success) details.set(version, outlineOf(read.data));
  }
  return details;
}

function outlineOf(facts: z.output<typeof versionOutline>): VersionDetails {
  const { engines, dependencies, peerDependencies = {}, peerDependenciesMeta = {}, hasInstallScript, dist } = facts;
  const optional = new Set(
    Object.entries(peerDependenciesMeta).flatMap(([name, meta]) => (meta.optional ? [name] : [])),
  );
  const peers = Object.entries(peerDependencies).filter(([name]) => !optional.has(name));
  return {
    ...(engines?.node === undefined ? {} : { nodeEngine: engines.node }),
    ...(dependencies === undefined ? {} : { dependencies: new Map(Object.entries(dependencies)) }),
    ...(peers.length === 0 ? {} : { peers: new Map(peers) }),
    ...(hasInstallScript === true ? { hasInstallScript } : {}),
    ...(dist && { tarball: dist.tarball }),
    ...(dist?.integrity !== undefined && { integrity: dist.integrity }),
    ...(dist?.unpackedSize !== undefined && { unpackedBytes: dist.unpackedSize }),
  };
}

/** The registry's text as one line of at most 300 characters without control characters. */
function plainLine(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

/** Dates that the full form gives by version; those of versions that were taken back do not count. */
export function releaseDates(time: unknown, versions: readonly string[]): Map<string, string> {
  const dates: [string, unknown][] = typeof time === 'object' && time !== null ? Object.entries(time) : [];
  const published = new Set(versions);
  return new Map(
    dates.flatMap(([version, date]) => {
      const iso = published.has(version) && typeof date === 'string' ? isoDate(date) : undefined;
      return iso === undefined ? [] : [[version, iso] as const];
    }),
  );
}

/** The newest of some dates. */
export function newestOf(released: ReadonlyMap<string, string>): string | undefined {
  return [...released.values()].sort().at(-1);
}

function isoDate(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
