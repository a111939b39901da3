import assert from 'node:assert/strict';
import fc from 'fast-check';
import { businessSchema, dataSensitivities, resolveBusiness } from '../../src/cost/business-profile.ts';
import type { Constant } from '../../src/cost/constant.ts';
import { specificationConstants } from '../../src/cost/cost-constants.ts';
import type { CostContext } from '../../src/cost/cost-context.ts';
import { currencyPerEur } from '../../src/cost/currency-rates.ts';
import { channels, type Totals } from '../../src/cost/price.ts';
import { priceFindings } from '../../src/cost/price-findings.ts';
import { totalsOf } from '../../src/cost/totals.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { weaknesses, type Weakness } from '../../src/findings/weakness.ts';
import { contextOf, findingOf, type ContextFacts } from './samples.ts';

const files = ['src/a.ts', 'src/b.ts', 'src/pay/c.ts', 'package.json'];

const driversArbitrary = fc.record(
  {
    complexity: fc.integer({ min: 1, max: 500 }),
    lines: fc.integer({ min: 0, max: 50_000 }),
    sharedFiles: fc.subarray(files),
    cutImports: fc.integer({ min: 0, max: 20 }),
    importingFiles: fc.integer({ min: 0, max: 500 }),
    exposure: fc.constantFrom('public', 'authenticated', 'unknown', 'internal', 'test'),
    endOfLife: fc.constantFrom('2020-01-01', '2027-06-01', '2040-01-01'),
    vulnerability: fc.record(
      {
        epss: fc.double({ min: 0, max: 1, noNaN: true }),
        cvss: fc.double({ min: 0, max: 10, noNaN: true }),
        knownExploited: fc.boolean(),
        reach: fc.constantFrom('called', 'imported', 'transitive', 'development'),
        cwe: fc.subarray([89, 79, 22, 1333, 798, 400, 12345]),
      },
      { requiredKeys: ['reach', 'cwe'] },
    ),
  },
  { requiredKeys: [] },
);

const findingArbitrary: fc.Arbitrary<Finding> = fc
  .record({
    weakness: fc.constantFrom(...(Object.keys(weaknesses) as Weakness[])),
    drivers: driversArbitrary,
    file: fc.constantFrom(...files),
    line: fc.integer({ min: 0, max: 5 }),
    precision: fc.double({ min: 0, max: 1, noNaN: true }),
    role: fc.constantFrom('production', 'test', 'example', 'tooling'),
    named: fc.boolean(),
  })
  .map(({ weakness, drivers, file, line, precision, role, named }) =>
    findingOf(weakness, drivers as Finding['drivers'], {
      file,
      precision,
      role: role,
      range: { start: { line, column: 0 }, end: { line, column: 1 } },
      ...(named ? { package: { name: `package-${line}`, version: '1.0.0' } } : {}),
    }),
  );

const findingsArbitrary = fc.array(findingArbitrary, { maxLength: 25 });

/** Assumptions at the ends of what the schema lets a team state. */
const assumptionsArbitrary = fc
  .subarray(
    Object.entries<Constant>(specificationConstants.general).filter(
      ([, { tag, p10 }]) => tag === 'A' && p10 !== undefined,
    ),
  )
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map(([name, { p10 = 0, p90 = 0 }]) =>
        fc.constantFrom<[string, number]>([name, p10 / 2], [name, p90 * 2]),
      ),
    ),
  )
  .map((pairs) => Object.fromEntries(pairs));

const businessArbitrary = fc.record(
  {
    currency: fc.constantFrom(...currencyPerEur.keys()),
    assumptions: assumptionsArbitrary,
    hourlyRate: fc.oneof(fc.constantFrom(1e-3, 1e9), fc.double({ min: 1e-3, max: 1e4, noNaN: true })),
    annualRevenue: fc.oneof(fc.constantFrom(0, 1, 1e12, 1e18), fc.double({ min: 0, max: 1e10, noNaN: true })),
    teamSize: fc.oneof(fc.constantFrom(1e-3, 1e6), fc.double({ min: 0.1, max: 500, noNaN: true })),
    shareOfTime: fc.double({ min: 0, max: 1, noNaN: true }),
    dataSensitivity: fc.constantFrom(...dataSensitivities),
    horizonMonths: fc.double({ min: 1, max: 240, noNaN: true }),
    discountRate: fc.double({ min: 0, max: 1, noNaN: true }),
    exposedApplications: fc.double({ min: 1, max: 1e6, noNaN: true }),
  },
  { requiredKeys: [] },
);

// Plain facts, so that a counterexample is readable.
const factsArbitrary: fc.Arbitrary<ContextFacts> = fc
  .record({
    business: businessArbitrary,
    commits: fc.array(fc.nat({ max: 100 }), { minLength: 4, maxLength: 4 }),
    fixes: fc.nat({ max: 10 }),
    authorMonths: fc.nat({ max: 100 }),
    isTruncated: fc.boolean(),
    coverage: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    criticality: fc.constantFrom('normal', 'important', 'critical'),
  })
  .map(({ business, commits, fixes, authorMonths, isTruncated, coverage, criticality }) => {
    const history = new Map(
      files.map((file, index) => [
        file,
        {
          commits: commits[index]!,
          fixCommits: Math.min(fixes, commits[index]!),
          changesByAuthor: new Map([
            ['a', 9],
            ['b', index],
          ]),
        },
      ]),
    );
    const touches = commits.reduce((sum, count) => sum + count, 0);
    return {
      business,
      areas: [{ name: 'pay', paths: ['src/pay/**'], criticality: criticality as 'normal' }],
      history: { files: history, touches, authorMonths, activeAuthors: 5, isTruncated },
      context: {
        codeLines: new Map(files.map((file, index) => [file, index * 100])),
        ...(coverage === undefined ? {} : { coverage: new Map([['src/a.ts', coverage]]) }),
      },
    };
  });

describe('totals of any findings in any business', () => {
  it('are the sum of their parts', () => {
    fc.assert(
      fc.property(findingsArbitrary, factsArbitrary, fc.func(fc.boolean()), (findings, facts, isLeft) => {
        const context = contextOf(facts);
        const { findings: priced } = priceFindings(findings, context);
        const whole = totalsOf(priced, context);
        const left = totalsOf(
          priced.filter(({ finding }) => isLeft(finding.fingerprint)),
          context,
        );
        const right = totalsOf(
          priced.filter(({ finding }) => !isLeft(finding.fingerprint)),
          context,
        );
        const sum = priced.reduce((total, { price }) => total + price.leaveEur.mean, 0);
        assertSame(sum, whole.leaveEur.mean);
        assertSame(left.leaveEur.mean + right.leaveEur.mean, whole.leaveEur.mean);
        assertSame(left.fixEur.mean + right.fixEur.mean, whole.fixEur.mean);
        for (const channel of channels) {
          assertSame(
            left.byChannelEur[channel].mean + right.byChannelEur[channel].mean,
            whole.byChannelEur[channel].mean,
          );
        }
        for (const { price } of priced) {
          assertSame(
            channels.reduce((total, channel) => total + price.byChannelEur[channel], 0),
            price.leaveEur.mean,
          );
          assertSame(price.carryingEur.mean + price.exposureEur.mean, price.leaveEur.mean);
        }
      }),
    );
  });

  it('never fall when a finding is added', () => {
    fc.assert(
      fc.property(findingsArbitrary, findingArbitrary, factsArbitrary, (findings, another, facts) => {
        const context = contextOf(facts);
        const before = totals(findings, context);
        const after = totals([...findings, another], context);
        for (const channel of channels) {
          assertNotBelow(after.byChannelEur[channel].mean, before.byChannelEur[channel].mean, channel);
        }
        assertNotBelow(after.leaveEur.mean, before.leaveEur.mean, 'leave');
        assertNotBelow(after.fixEur.mean, before.fixEur.mean, 'fix');
      }),
    );
  });

  it('are nothing when everything is fixed, and one finding saves at most its whole price', () => {
    fc.assert(
      fc.property(findingsArbitrary, factsArbitrary, (findings, facts) => {
        const context = contextOf(facts);
        assert.equal(totals([], context).leaveEur.mean, 0);
        const [only] = priceFindings(findings.slice(0, 1), context).findings;
        if (only !== undefined) assertSame(only.price.onlyThisEur, only.price.leaveEur.mean);
      }),
    );
  });

  it('do not depend on the order of the findings', () => {
    fc.assert(
      fc.property(findingsArbitrary, factsArbitrary, (findings, facts) => {
        const context = contextOf(facts);
        const forward = priceFindings(findings, context).findings;
        const backward = priceFindings([...findings].reverse(), context).findings.toReversed();
        const whole = totals(findings, context);
        forward.forEach(({ price }, index) => {
          assertSame(price.leaveEur.mean, backward[index]!.price.leaveEur.mean);
          assertSame(price.onlyThisEur, backward[index]!.price.onlyThisEur, whole.leaveEur.mean);
        });
        assertSame(whole.leaveEur.p90, totals([...findings].reverse(), context).leaveEur.p90);
      }),
    );
  });

  it('are finite and not negative', () => {
    fc.assert(
      fc.property(findingsArbitrary, factsArbitrary, (findings, facts) => {
        const context = contextOf(facts);
        const { findings: priced } = priceFindings(findings, context);
        assertSound(totalsOf(priced, context));
        for (const { price } of priced) assertSound(price);
      }),
    );
  });

  it('are the same amounts in any currency', () => {
    fc.assert(
      fc.property(
        findingsArbitrary,
        businessArbitrary,
        fc.constantFrom(...currencyPerEur.keys()),
        (findings, business, code) => {
          const inEur = businessSchema.parse({ ...business, currency: 'EUR' });
          const rate = currencyPerEur.get(code)!;
          const converted = {
            ...inEur,
            currency: code,
            hourlyRate: (inEur.hourlyRate ?? 60) * rate,
            annualRevenue: (inEur.annualRevenue ?? 1e6) * rate,
          };
          const euros = contextOf({ context: { profile: resolveBusiness(inEur, specificationConstants) } });
          const others = contextOf({ context: { profile: resolveBusiness(converted, specificationConstants) } });
          assertSame(totals(findings, euros).leaveEur.mean, totals(findings, others).leaveEur.mean);
        },
      ),
    );
  });
});

function totals(findings: readonly Finding[], context: CostContext): Totals {
  return totalsOf(priceFindings(findings, context).findings, context);
}

/** Equal but for rounding, which is in proportion to `size`. */
function assertSame(actual: number, expected: number, size = Math.max(Math.abs(expected), Math.abs(actual))): void {
  const allowed = 1e-9 * Math.max(1e-6, size);
  assert.ok(Math.abs(actual - expected) <= allowed, `${actual} is not ${expected}`);
}

function assertNotBelow(after: number, before: number, what: string): void {
  assert.ok(after >= before * (1 - 1e-9), `${what} fell from ${before} to ${after}`);
}

function assertSound(value: object, path = 'price'): void {
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'number') assert.ok(Number.isFinite(part) && part >= 0, `${path}.${key} is ${part}`);
    else if (typeof part === 'object' && part !== null) assertSound(part as object, `${path}.${key}`);
  }
}
