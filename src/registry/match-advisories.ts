import semver from 'semver';
import type { Advisory } from './advisory.ts';
import { sortIds } from './osv-record.ts';

/** Gives the vulnerabilities of one version of a package, each once however many ids and sources it has. */
export type AdvisoryMatcher = (name: string, version: string) => readonly Advisory[];

/** Prepares advisories for matching; answers are kept, since rules ask about the same versions again. */
export function createAdvisoryMatcher(advisories: readonly Advisory[]): AdvisoryMatcher {
  const byPackage = new Map<string, Advisory[]>();
  for (const advisory of advisories) {
    const known = byPackage.get(advisory.package);
    if (known) known.push(advisory);
    else byPackage.set(advisory.package, [advisory]);
  }
  const answers = new Map<string, readonly Advisory[]>();
  return (name, version) => {
    const key = JSON.stringify([name, version]);
    const answer = answers.get(key) ?? mergeAliases((byPackage.get(name) ?? []).filter((one) => touches(one, version)));
    answers.set(key, answer);
    return answer;
  };
}

function touches({ affected }: Advisory, version: string): boolean {
  return affected.some(({ range }) => semver.satisfies(version, range, { includePrerelease: true, loose: true }));
}

/** Joins records that share an id, directly or through others: they are one vulnerability told several times. */
function mergeAliases(advisories: readonly Advisory[]): Advisory[] {
  let groups: Advisory[][] = [];
  for (const advisory of advisories) {
    const ids = new Set(advisory.ids);
    const related = groups.filter((group) => group.some((member) => member.ids.some((id) => ids.has(id))));
    groups = [...groups.filter((group) => !related.includes(group)), [...related.flat(), advisory]];
  }
  return groups.map(mergeGroup).sort((a, b) => (b.cvss ?? 0) - (a.cvss ?? 0) || compareIds(a, b));
}

/** The worst of what the records say, since a source that knows less says less. */
function mergeGroup(group: readonly Advisory[]): Advisory {
  const [first] = group;
  if (!first || group.length === 1) return first as Advisory;
  const { cvss, epss, knownExploited, ...rest } = first;
  const worstCvss = worst(
    group.map((one) => one.cvss),
    cvss,
  );
  const worstEpss = worst(
    group.map((one) => one.epss),
    epss,
  );
  const severity = (['critical', 'high', 'moderate', 'low'] as const).find((word) =>
    group.some((one) => one.severity === word),
  );
  return {
    ...rest,
    ids: sortIds(group.flatMap((one) => one.ids)),
    affected: group.flatMap((one) => one.affected),
    cwe: [...new Set(group.flatMap((one) => one.cwe))],
    ...(worstCvss === undefined ? {} : { cvss: worstCvss }),
    ...(worstEpss === undefined ? {} : { epss: worstEpss }),
    ...(severity === undefined ? {} : { severity }),
    ...(knownExploited || group.some((one) => one.knownExploited) ? { knownExploited: true } : {}),
  };
}

function worst(values: readonly (number | undefined)[], start: number | undefined): number | undefined {
  return values.reduce(
    (worstSoFar, value) => (value === undefined ? worstSoFar : Math.max(worstSoFar ?? 0, value)),
    start,
  );
}

function compareIds(a: Advisory, b: Advisory): number {
  return (a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1;
}
