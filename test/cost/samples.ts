import { createAreaLookup, type Area } from '../../src/cost/areas.ts';
import { businessSchema, resolveBusiness } from '../../src/cost/business-profile.ts';
import type { ChangeHistory, CostContext } from '../../src/cost/cost-context.ts';
import { constantsFor } from '../../src/cost/constant-sets.ts';
import type { CostDrivers, Finding } from '../../src/findings/finding.ts';
import type { Weakness } from '../../src/findings/weakness.ts';

let serial = 0;

/** A finding with neutral facts; each call gives another place and fingerprint. */
export function findingOf(weakness: Weakness, drivers: CostDrivers = {}, facts: Partial<Finding> = {}): Finding {
  serial += 1;
  return {
    rule: `sample/${weakness}`,
    weakness,
    cwe: [],
    file: 'src/checkout.ts',
    range: { start: { line: serial, column: 0 }, end: { line: serial, column: 4 } },
    message: { en: 'sample', fr: 'exemple' },
    data: {},
    fingerprint: serial.toString(16).padStart(20, '0'),
    scope: [],
    precision: 0.7,
    role: 'production',
    drivers,
    related: [],
    fixes: [],
    ...facts,
  };
}

export interface ContextFacts {
  readonly business?: Record<string, unknown>;
  readonly areas?: readonly Area[];
  /** Share of the changes by file; the rest of the repository has the others. */
  readonly changeShares?: Readonly<Record<string, number>>;
  readonly history?: Partial<ChangeHistory>;
  readonly context?: Partial<CostContext>;
}

const touches = 100_000;

/** A context with a full profile and a busy year of history: 48 author-months. */
export function contextOf({
  business = {},
  areas = [],
  changeShares = {},
  history = {},
  context = {},
}: ContextFacts = {}): CostContext {
  const files = new Map(
    Object.entries(changeShares).map(([file, share]) => [
      file,
      {
        commits: Math.round(share * touches),
        fixCommits: 0,
        changesByAuthor: new Map([
          ['a', 1],
          ['b', 1],
        ]),
      },
    ]),
  );
  const settings = businessSchema.parse(business);
  const constants = constantsFor(settings);
  return {
    constants,
    profile: resolveBusiness(settings, constants),
    areaOf: createAreaLookup(areas),
    history: { windowMonths: 12, files, touches, authorMonths: 48, activeAuthors: 4, isTruncated: false, ...history },
    codeLines: new Map(),
    typedShare: 1,
    today: '2026-11-22',
    ...context,
  };
}
