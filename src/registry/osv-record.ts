import calculator from 'ae-cvss-calculator';
import semver from 'semver';
import { z } from 'zod';
import type { Advisory, AffectedRange } from './advisory.ts';

const event = z.object({
  introduced: z.string().optional(),
  fixed: z.string().optional(),
  last_affected: z.string().optional(),
});

const affected = z.object({
  package: z.object({ ecosystem: z.string(), name: z.string() }),
  ranges: z.array(z.object({ type: z.string(), events: z.array(event) })).default([]),
  versions: z.array(z.string()).default([]),
});

// https://ossf.github.io/osv-schema/
const osvRecord = z.object({
  id: z.string(),
  aliases: z.array(z.string()).default([]),
  modified: z.string().optional(),
  withdrawn: z.string().optional(),
  severity: z.array(z.object({ type: z.string(), score: z.string() })).default([]),
  affected: z.array(affected).default([]),
  database_specific: z.object({ cwe_ids: z.array(z.string()).optional(), severity: z.string().optional() }).optional(),
});

type OsvRecord = z.output<typeof osvRecord>;

/** What one OSV record says of npm packages. */
export interface ReadRecord {
  readonly advisories: readonly Advisory[];
  /** ISO date. */
  readonly modified?: string;
}

/** Reads one OSV record; one that was withdrawn says nothing. Throws a `ZodError` when it is no such record. */
export function readOsvRecord(json: unknown): ReadRecord {
  const record = osvRecord.parse(json);
  const modified = record.modified === undefined ? {} : { modified: record.modified };
  if (record.withdrawn !== undefined) return { advisories: [], ...modified };
  const facts = factsOf(record);
  const advisories = record.affected
    .filter((entry) => entry.package.ecosystem === 'npm')
    .map((entry) => ({ package: entry.package.name, affected: rangesOf(entry), ...facts }));
  return { advisories, ...modified };
}

function factsOf(record: OsvRecord): Omit<Advisory, 'package' | 'affected'> {
  const cvss = scoreOf(record);
  const severity = severityOf(record.database_specific?.severity);
  return {
    ids: sortIds([record.id, ...record.aliases]),
    cwe: (record.database_specific?.cwe_ids ?? [])
      .map((id) => Number(/^CWE-(\d+)$/.exec(id)?.[1]))
      .filter(Number.isInteger),
    ...(cvss === undefined ? {} : { cvss }),
    ...(severity === undefined ? {} : { severity }),
  };
}

/** Ids without repeats, the ones people search for first. */
export function sortIds(ids: readonly string[]): string[] {
  const rank = (id: string): number => (id.startsWith('GHSA-') ? 0 : id.startsWith('CVE-') ? 1 : 2);
  return [...new Set(ids)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Base score of the newest CVSS version that the record gives a complete vector of. */
function scoreOf({ severity }: OsvRecord): number | undefined {
  for (const type of ['CVSS_V4', 'CVSS_V3', 'CVSS_V2']) {
    const vector = severity.find((entry) => entry.type === type)?.score;
    const score = vector === undefined ? undefined : scoreOfVector(vector);
    if (score !== undefined) return score;
  }
  return undefined;
}

/** Base score of a CVSS vector of any version; undefined when it is incomplete or none. */
export function scoreOfVector(vector: string): number | undefined {
  const scores = calculator.fromVector(vector)?.calculateScores();
  return typeof scores?.base === 'number' ? scores.base : undefined;
}

function severityOf(text: string | undefined): Advisory['severity'] {
  const word = text?.toLowerCase();
  if (word === 'medium') return 'moderate';
  return (['low', 'moderate', 'high', 'critical'] as const).find((known) => known === word);
}

/** Ranges of the events, and single versions that no event speaks of. Commits (`GIT`) mean nothing to npm. */
function rangesOf(entry: z.output<typeof affected>): AffectedRange[] {
  const fromEvents = entry.ranges
    .filter(({ type }) => type === 'SEMVER' || type === 'ECOSYSTEM')
    .flatMap(({ events }) => intervals(events));
  const single = entry.versions
    .filter((version) => semver.valid(version) !== null)
    .map((version) => ({ range: version }));
  return [...fromEvents, ...single];
}

interface Bound {
  readonly kind: 'introduced' | 'fixed' | 'last_affected';
  readonly version: string;
}

/** Walks the events in the order of their versions: each `introduced` opens an interval, the next end closes it. */
function intervals(events: readonly z.output<typeof event>[]): AffectedRange[] {
  const bounds = events.flatMap(boundsOf).sort((a, b) => semver.compare(a.version, b.version));
  const ranges: AffectedRange[] = [];
  let open: string | undefined;
  for (const { kind, version } of bounds) {
    if (kind === 'introduced') open ??= version;
    else if (open !== undefined) {
      const end = kind === 'fixed' ? `<${version}` : `<=${version}`;
      ranges.push({ range: `>=${open} ${end}`, ...(kind === 'fixed' ? { fixed: version } : {}) });
      open = undefined;
    }
  }
  return open === undefined ? ranges : [...ranges, { range: `>=${open}` }];
}

function boundsOf(entry: z.output<typeof event>): Bound[] {
  return (['introduced', 'fixed', 'last_affected'] as const).flatMap((kind) => {
    const text = entry[kind];
    const version = text === '0' ? '0.0.0-0' : (semver.valid(text, { loose: true }) ?? semver.coerce(text)?.version);
    return version === undefined ? [] : [{ kind, version }];
  });
}
