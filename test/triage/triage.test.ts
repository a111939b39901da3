import assert from 'node:assert/strict';
import type { Finding } from '../../src/findings/finding.ts';
import { assess } from '../../src/triage/assess.ts';
import type { TriageClass } from '../../src/triage/assessment.ts';
import { contextOf, findingOf, type ContextFacts } from '../cost/samples.ts';

const areas = [
  { name: 'payment', paths: ['src/payment/**'], criticality: 'critical' as const },
  { name: 'shop', paths: ['src/public/**'], exposure: 'public' as const },
];
const shop: ContextFacts = { areas, changeShares: { 'src/hot.ts': 0.06, 'src/cold.ts': 0.0005 } };
const publicFile = { file: 'src/public/search.ts' };
const bank: ContextFacts = { areas, business: { annualRevenue: 5e9, teamSize: 400 } };
const midCompany: ContextFacts = { areas, business: { annualRevenue: 8e6, teamSize: 10 } };
const founder: ContextFacts = { areas, business: { annualRevenue: 0, teamSize: 1 } };
const withoutRevenue: ContextFacts = { areas, business: { annualRevenue: 0 } };

const cve = (epss: number, reach: 'called' | 'imported', facts: object = {}): Finding =>
  findingOf('vulnerable-library', { vulnerability: { epss, reach, cwe: [918], ...facts } });

const cases: readonly [string, Finding, ContextFacts, TriageClass][] = [
  [
    'cognitive 42 in a hot file',
    findingOf('cognitive-complexity', { complexity: 42 }, { file: 'src/hot.ts' }),
    shop,
    'useful',
  ],
  [
    'cognitive 42 in a cold file',
    findingOf('cognitive-complexity', { complexity: 42 }, { file: 'src/cold.ts' }),
    shop,
    'incidental',
  ],
  ['public SQL injection', findingOf('injection', {}, publicFile), shop, 'indispensable'],
  ['SQL injection in a test script', findingOf('injection', {}, { role: 'test' }), shop, 'incidental'],
  ['CVE that is hardly exploited', cve(0.02, 'imported'), shop, 'incidental'],
  ['CVE that is likely exploited and called', cve(0.9, 'called'), shop, 'indispensable'],
  ['swallowed error in payment', findingOf('swallowed-error', {}, { file: 'src/payment/a.ts' }), shop, 'useful'],
  ['outdated major', findingOf('outdated-major', { importingFiles: 12 }), shop, 'incidental'],
  ['secret in a public bundle', findingOf('secret-in-browser-code', {}, { precision: 0.8 }), shop, 'indispensable'],

  ['public SQL injection at 8 million', findingOf('injection', {}, publicFile), midCompany, 'indispensable'],
  [
    'public reflected cross-site scripting at 8 million',
    findingOf('reflected-xss', {}, publicFile),
    midCompany,
    'useful',
  ],
  ['public code execution at a bank', findingOf('code-execution', {}, publicFile), bank, 'indispensable'],
  ['public SQL injection at a bank', findingOf('injection', {}, publicFile), bank, 'indispensable'],
  ['bundled secret at a bank', findingOf('secret-in-browser-code'), bank, 'indispensable'],
  ['to-do comment at a bank', findingOf('todo'), bank, 'incidental'],
  ['stored cross-site scripting without revenue', findingOf('stored-xss'), withoutRevenue, 'incidental'],
  [
    'public stored cross-site scripting of a lone founder',
    findingOf('stored-xss', {}, publicFile),
    founder,
    'incidental',
  ],

  [
    'live provider secret in a test',
    findingOf('secret-in-repository', { providerSecret: true }, { role: 'test' }),
    shop,
    'indispensable',
  ],
  ['known-exploited library that is imported', cve(0.001, 'imported', { knownExploited: true }), shop, 'indispensable'],
  [
    'known-exploited library for development',
    findingOf('vulnerable-library', { vulnerability: { reach: 'development', cwe: [], knownExploited: true } }),
    shop,
    'incidental',
  ],
  ['forbidden licence', findingOf('forbidden-licence'), shop, 'indispensable'],
  [
    'public runtime past its end of life',
    findingOf('engine-end-of-life', { endOfLife: '2026-11-22', isPublicRuntime: true }),
    shop,
    'indispensable',
  ],
  ['library past its end of life', findingOf('outdated-major', { endOfLife: '2026-01-01' }), shop, 'useful'],
  ['critical CVE that is called', cve(0.0001, 'called', { cvss: 9.8 }), shop, 'useful'],
  [
    'critical CVE whose fix is a major',
    findingOf('vulnerable-library-major', { vulnerability: { epss: 0.0001, cvss: 9.8, reach: 'called', cwe: [] } }),
    shop,
    'incidental',
  ],
];

describe('triage', () => {
  for (const [name, finding, facts, expected] of cases) {
    it(`finds ${name} ${expected}`, () => {
      const [assessed] = assess([finding], contextOf(facts)).findings;
      assert.equal(assessed!.triage.class, expected);
      for (const sentence of Object.values(assessed!.triage.reason)) assert.match(sentence, /^[A-Z].+\.$/);
      assert.doesNotMatch(assessed!.triage.reason.fr, / [;:!?€%]/);
    });
  }

  it('sends a long upgrade that does not pay to a later quarter', () => {
    const reasonOn = (today: string) =>
      assess([findingOf('outdated-major', { importingFiles: 12 })], contextOf({ context: { today } })).findings[0]!
        .triage.reason;
    assert.equal(reasonOn('2026-11-22').en, 'Not worth its own project today; review in April 2027.');
    assert.equal(reasonOn('2026-10-01').en, 'Not worth its own project today; review in January 2027.');
    assert.match(reasonOn('2026-12-31').fr, /à revoir en avril 2027\.$/);
  });

  it('ranks by class, then by what pays back first, whatever the order of the findings', () => {
    const findings = cases.slice(0, 9).map(([, finding]) => finding);
    const ranked = assess(findings, contextOf(shop)).findings;
    const backwards = assess(findings.toReversed(), contextOf(shop)).findings;
    const fingerprints = ranked.map(({ finding }) => finding.fingerprint);
    assert.deepEqual(
      backwards.map(({ finding }) => finding.fingerprint),
      fingerprints,
    );
    const paybacks = ranked.filter(({ triage }) => triage.class === 'useful').map(({ price }) => price.paybackMonths!);
    assert.deepEqual(
      paybacks,
      [...paybacks].sort((a, b) => a - b),
    );
    assert.deepEqual(
      ranked.map(({ triage }) => triage.class),
      [...Array<string>(3).fill('indispensable'), 'useful', 'useful', ...Array<string>(4).fill('incidental')],
    );
  });
});

describe('assessment', () => {
  const findings = cases.slice(0, 9).map(([, finding]) => finding);

  it('sums classes and what is set aside to the whole, and moves no cost when a finding is silenced', () => {
    const context = contextOf(shop);
    const all = assess(findings, context);
    const byClass = Object.values(all.totalsByClass).reduce((sum, { leaveEur }) => sum + leaveEur.mean, 0);
    assert.ok(Math.abs(byClass - all.totals.leaveEur.mean) < 1e-6);
    const silenced = findings.map((finding, index) =>
      index === 2 ? { ...finding, suppression: { reason: 'input is a constant', line: 1 } } : finding,
    );
    const after = assess(silenced, context);
    assert.equal(after.setAside.findings, 1);
    assert.ok(Math.abs(after.totals.leaveEur.mean + after.setAside.leaveEur.mean - all.totals.leaveEur.mean) < 1e-6);
    const priceOf = (parts: typeof all, fingerprint: string) =>
      parts.findings.find(({ finding }) => finding.fingerprint === fingerprint)!.price;
    for (const { fingerprint } of findings) assert.deepEqual(priceOf(after, fingerprint), priceOf(all, fingerprint));
  });

  it('warns before anyone presents totals that are out of proportion', () => {
    const typical = assess(findings, contextOf(shop));
    assert.equal(typical.sanity, undefined);
    const hot = Array.from({ length: 9 }, (_, index) => `src/${index}.ts`);
    const changeShares = Object.fromEntries(hot.map((file) => [file, 0.11]));
    const terrible = hot.flatMap((file) => [
      findingOf('large-file', { lines: 9000 }, { file }),
      ...Array.from({ length: 9 }, () => findingOf('cognitive-complexity', { complexity: 300 }, { file })),
      ...Array.from({ length: 30 }, () => findingOf('injection', { exposure: 'public' }, { file })),
    ]);
    const { sanity } = assess(terrible, contextOf({ changeShares, business: { annualRevenue: 0 } }));
    assert.match(sanity!.en, /^The total is out of proportion \(\d+ % of payroll, \d+ % of revenue\): calibrate/);
    assert.match(sanity!.fr, /\u00a0: calibrez/);
  });

  it('takes the lowest grade that carries a tenth of the cost', () => {
    const context = contextOf(shop);
    assert.equal(assess(findings.slice(0, 1), context).grade, 'B');
    assert.equal(assess([findings[0]!, findings[6]!], context).grade, 'B');
    assert.equal(assess(findings.slice(6, 7), context).grade, 'D');
    assert.equal(assess([], context).grade, 'B');
  });

  it('is explicit when there is nothing', () => {
    const empty = assess([], contextOf(shop));
    assert.equal(empty.totals.findings, 0);
    assert.equal(empty.totals.leaveEur.p90, 0);
    assert.deepEqual(empty.findings, []);
  });
});
