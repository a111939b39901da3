import { jsonOf } from '../base/json-text.ts';
import semver from 'semver';
import { z } from 'zod';
import type { Advisory, AdvisoryAnswer, AdvisorySource, AffectedRange, InstalledVersions } from './advisory.ts';
import { askService, type ServiceAccess } from './ask-service.ts';
import type { FailureReason } from './lookup-failure.ts';
import { LookupFailure } from './lookup-failure.ts';
import { scoreOfVector, sortIds } from './osv-record.ts';
import type { Registry } from './registry-config.ts';

// The answer of npm's own `audit`: by package name, the advisories that touch any of the versions sent.
const bulkAnswer = z.record(z.string(), z.unknown());
const bulkAdvisory = z.object({
  id: z.union([z.number(), z.string()]).optional(),
  url: z.string().optional(),
  severity: z.string().optional(),
  vulnerable_versions: z.string(),
  cwe: z.array(z.string()).default([]),
  cvss: z.object({ score: z.number().nullish(), vectorString: z.string().nullish() }).nullish(),
});

/** The largest question at once, in packages. */
const batchSize = 1_000;

/**
 * The advisories that npm registries know, by their bulk endpoint. Each package is named to its own registry only;
 * `registryFor` answers undefined for a package that no registry may hear of.
 */
export function npmAdvisories(
  access: ServiceAccess,
  registryFor: (name: string) => Registry | undefined,
): AdvisorySource {
  return {
    name: 'npm',
    advisoriesFor: async (packages, signal) => {
      const answers: AdvisoryAnswer[] = [];
      for (const { registry, names } of byRegistry(packages, registryFor)) {
        for (let start = 0; start < names.length; start += batchSize) {
          const batch = names.slice(start, start + batchSize);
          answers.push(await askRegistry(access, registry, batch, packages, signal));
        }
      }
      return joined(answers);
    },
  };
}

function byRegistry(packages: InstalledVersions, registryFor: (name: string) => Registry | undefined) {
  const groups = new Map<string, { readonly registry: Registry; readonly names: string[] }>();
  for (const [name, versions] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const registry = versions.size > 0 ? registryFor(name) : undefined;
    if (!registry) continue;
    const group = groups.get(registry.url) ?? { registry, names: [] };
    group.names.push(name);
    groups.set(registry.url, group);
  }
  return groups.values();
}

async function askRegistry(
  access: ServiceAccess,
  registry: Registry,
  names: readonly string[],
  packages: InstalledVersions,
  signal: AbortSignal | undefined,
): Promise<AdvisoryAnswer> {
  const body = JSON.stringify(Object.fromEntries(names.map((name) => [name, [...(packages.get(name) ?? [])].sort()])));
  const url = `${registry.url}-/npm/v1/security/advisories/bulk`;
  try {
    const { text, fetchedAt } = await askService(access, { url, registry, body, ...(signal ? { signal } : {}) });
    return { ...readBulkAnswer(text, new Set(names)), askedAt: fetchedAt };
  } catch (error) {
    if (!(error instanceof LookupFailure)) throw error;
    return { advisories: [], unreadable: 0, unanswered: { packages: names.length, reason: error.reason } };
  }
}

/** Reads the answer of the bulk endpoint. Throws a `LookupFailure` when it is no such answer. */
export function readBulkAnswer(text: string, names: ReadonlySet<string>): AdvisoryAnswer {
  const parsed = bulkAnswer.safeParse(jsonOf(text));
  if (!parsed.success) throw new LookupFailure('not-json');
  let unreadable = 0;
  const advisories = Object.entries(parsed.data).flatMap(([name, list]) =>
    (names.has(name) && Array.isArray(list) ? (list as unknown[]) : []).flatMap((entry) => {
      const read = bulkAdvisory.safeParse(entry);
      if (!read.success || semver.validRange(read.data.vulnerable_versions, { loose: true }) === null) {
        unreadable++;
        return [];
      }
      return [advisoryOf(name, read.data)];
    }),
  );
  return { advisories, unreadable };
}

function advisoryOf(name: string, entry: z.output<typeof bulkAdvisory>): Advisory {
  const github = /GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}/.exec(entry.url ?? '')?.[0];
  const score = entry.cvss?.vectorString ? scoreOfVector(entry.cvss.vectorString) : undefined;
  // A score of 0 stands for none.
  const cvss = score ?? (entry.cvss?.score ? entry.cvss.score : undefined);
  const severity = (['low', 'moderate', 'high', 'critical'] as const).find((word) => word === entry.severity);
  return {
    package: name,
    ids: sortIds([github ?? `npm:${entry.id ?? entry.vulnerable_versions}`]),
    affected: entry.vulnerable_versions.split('||').map(affectedRange),
    cwe: entry.cwe.map((id) => Number(/^CWE-(\d+)$/.exec(id)?.[1])).filter(Number.isInteger),
    ...(cvss === undefined ? {} : { cvss }),
    ...(severity === undefined ? {} : { severity }),
  };
}

/** What ends at `<2.0.0` is mended in 2.0.0. */
function affectedRange(text: string): AffectedRange {
  const range = text.trim();
  const fixed = /<\s*(\d+\.\d+\.\d+[\w.-]*)$/.exec(range)?.[1];
  return { range: range === '' ? '*' : range, ...(fixed === undefined ? {} : { fixed }) };
}

/** Answers of several questions as one; the oldest date and the first failure stand for all. */
export function joined(answers: readonly AdvisoryAnswer[]): AdvisoryAnswer {
  const dates = answers.flatMap(({ askedAt }) => askedAt ?? []).sort();
  const failures = answers.flatMap(({ unanswered }) => unanswered ?? []);
  const reason: FailureReason | undefined = failures[0]?.reason;
  const packages = failures.reduce((sum, failure) => sum + failure.packages, 0);
  return {
    advisories: answers.flatMap(({ advisories }) => advisories),
    unreadable: answers.reduce((sum, { unreadable }) => sum + unreadable, 0),
    ...(dates[0] === undefined ? {} : { askedAt: dates[0] }),
    ...(reason === undefined ? {} : { unanswered: { packages, reason } }),
  };
}
