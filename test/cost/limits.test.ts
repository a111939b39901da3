import assert from 'node:assert/strict';
import { businessSchema, presentValueFactor, resolveBusiness } from '../../src/cost/business-profile.ts';
import { specificationConstants } from '../../src/cost/cost-constants.ts';
import { priceFindings } from '../../src/cost/price-findings.ts';
import { breachLoss } from '../../src/cost/security.ts';
import { totalsOf } from '../../src/cost/totals.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { contextOf, findingOf, type ContextFacts } from './samples.ts';

describe('bounds of the cost model', () => {
  it('never prices drag above 8.3 % of payroll, single owners included', () => {
    const shares = { 'src/a.ts': 0.5, 'src/b.ts': 0.5 };
    const facts: ContextFacts = { changeShares: shares };
    const context = contextOf(facts);
    for (const changes of context.history!.files.values()) {
      (changes.changesByAuthor as Map<string, number>).set('b', 0);
    }
    const findings = Object.keys(shares).flatMap((file) =>
      Array.from({ length: 60 }, () => findingOf('cognitive-complexity', { complexity: 400 }, { file })),
    );
    const drag = totalsOf(priceFindings(findings, context).findings, context).byChannelEur.drag.mean;
    const share = drag / context.profile.payrollEur;
    assert.ok(share <= 1 / 12 + 1e-9 && share > 0.0833, `${share}`);
  });

  it('makes a single owner dearer by 15 % in a repository with three authors', () => {
    const findings = [findingOf('long-function', {}, { file: 'src/a.ts' })];
    const priceWith = (changesByAuthor: Map<string, number>, activeAuthors: number): number => {
      const files = new Map([['src/a.ts', { commits: 10, fixCommits: 0, changesByAuthor }]]);
      const context = contextOf({ history: { files, touches: 100, activeAuthors } });
      return priceFindings(findings, context).findings[0]!.price.leaveEur.mean;
    };
    const shared = priceWith(
      new Map([
        ['a', 5],
        ['b', 5],
      ]),
      3,
    );
    const owned = priceWith(
      new Map([
        ['a', 9],
        ['b', 1],
      ]),
      3,
    );
    assert.ok(Math.abs(owned / shared - 1.15) < 1e-9);
    assert.equal(
      priceWith(
        new Map([
          ['a', 9],
          ['b', 1],
        ]),
        2,
      ),
      shared,
    );
  });

  it('prices a dormant repository in proportion to the people who still commit', () => {
    const finding = [findingOf('long-function', {}, { file: 'src/a.ts' })];
    const dragOf = (authorMonths: number, teamSize: number): number => {
      const context = contextOf({
        business: { teamSize },
        changeShares: { 'src/a.ts': 0.1 },
        history: { authorMonths },
      });
      return priceFindings(finding, context).findings[0]!.price.leaveEur.mean;
    };
    assert.ok(Math.abs(dragOf(1, 4) / dragOf(48, 4) - 1 / 48) < 1e-12);
    assert.ok(dragOf(1, 5) < 0.02 * dragOf(60, 5));
  });

  it('gives the same price on both sides of ten million in revenue', () => {
    const finding = [findingOf('injection', { exposure: 'public' })];
    const lossOf = (annualRevenue: number): number =>
      priceFindings(finding, contextOf({ business: { annualRevenue } })).findings[0]!.price.leaveEur.mean;
    assert.ok(Math.abs(lossOf(10.01e6) / lossOf(9.99e6) - 1) < 0.01);
  });

  for (const complexity of [16, 42, 135, 400]) {
    it(`keeps the percentiles of a fix in order at complexity ${complexity}`, () => {
      const { price } = priceFindings([findingOf('cognitive-complexity', { complexity })], contextOf()).findings[0]!;
      assert.ok(price.fixMinutes.p10 < price.fixMinutes.p50 && price.fixMinutes.p50 < price.fixMinutes.p90);
    });
  }

  it('values a year over the horizon as the specification does', () => {
    const profile = contextOf().profile;
    assert.ok(Math.abs(presentValueFactor(profile) - 1.8482) < 0.0001);
    assert.equal(presentValueFactor({ ...profile, discountRate: 0 }), 2);
  });

  it('matches insurers’ claims at 30 million and at 10 billion', () => {
    const lossAt = (annualRevenue: number): { median: number; mean: number } => {
      const { profile, constants } = contextOf({ business: { annualRevenue } });
      const { medianEur, sigma } = breachLoss(profile, constants.general);
      return { median: medianEur, mean: medianEur * Math.exp(sigma ** 2 / 2) };
    };
    assert.ok(Math.abs(lossAt(30e6).median / 39e3 - 1) < 0.01);
    assert.ok(Math.abs(lossAt(30e6).mean / 260e3 - 1) < 0.01);
    assert.ok(Math.abs(lossAt(10e9).mean / 4.5e6 - 1) < 0.01);
  });
});

describe('parts of the model that share', () => {
  const leaveOf = (findings: readonly Finding[], facts: ContextFacts = {}): number[] =>
    priceFindings(findings, contextOf(facts)).findings.map(({ price }) => price.leaveEur.mean);
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const hot = { changeShares: { 'src/checkout.ts': 0.06 } };

  it('counts cognitive and cyclomatic complexity of one function once', () => {
    const range = { start: { line: 3, column: 0 }, end: { line: 3, column: 5 } };
    const both = [
      findingOf('cognitive-complexity', { complexity: 42 }, { range }),
      findingOf('cyclomatic-complexity', { complexity: 30 }, { range }),
    ];
    const context = contextOf(hot);
    const priced = priceFindings(both, context);
    assert.ok(Math.abs(total(leaveOf(both, hot)) - leaveOf(both.slice(0, 1), hot)[0]!) < 1e-6);
    const alone = priceFindings(both.slice(0, 1), context).findings;
    assert.ok(
      Math.abs(totalsOf(priced.findings, context).fixMinutes.mean - totalsOf(alone, context).fixMinutes.mean) < 1e-9,
    );
  });

  it('gives n complex functions 1/(n + 1) of the changes each', () => {
    const functions = [42, 42].map((complexity) => findingOf('cognitive-complexity', { complexity }));
    const { drag } = priceFindings(functions, contextOf(hot)).findings[0]!.workings;
    assert.ok(Math.abs(drag!.fileWeight - (2 * 0.03 * 27) / 3) < 1e-12);
  });

  it('caps what dead code, to-do comments, any and skipped tests add to a file', () => {
    const minor = Array.from({ length: 50 }, () => [findingOf('todo'), findingOf('skipped-test')]).flat();
    const { drag } = priceFindings(minor, contextOf(hot)).findings[0]!.workings;
    assert.ok(Math.abs(drag!.fileWeight - 0.1) < 1e-12);
  });

  it('spreads a cycle over its files', () => {
    const sharedFiles = ['src/a.ts', 'src/b.ts'];
    const changeShares = { 'src/a.ts': 0.1, 'src/b.ts': 0.3 };
    const cycle = findingOf('circular-dependency', { sharedFiles, cutImports: 2 }, { file: 'src/a.ts' });
    const oneFile = findingOf('circular-dependency', { sharedFiles: ['src/a.ts'] }, { file: 'src/a.ts' });
    const [whole] = leaveOf([cycle], { changeShares });
    const [one] = leaveOf([oneFile], { changeShares });
    assert.ok(Math.abs(whole! / one! - 4) < 1e-9);
    const fix = priceFindings([cycle], contextOf()).findings[0]!.workings.ownMinutes.mean;
    const half = priceFindings([oneFile], contextOf()).findings[0]!.workings.ownMinutes.mean;
    assert.ok(Math.abs(fix / half - 2) < 1e-9);
  });

  it('counts the work and the overhead of one package bump once', () => {
    const facts = { package: { name: 'cart', version: '1.0.0' }, file: 'package.json' };
    const vulnerability = { epss: 0.1, reach: 'imported', cwe: [89] } as const;
    const bump = [1, 2, 3].map(() => findingOf('vulnerable-library', { vulnerability }, facts));
    const context = contextOf();
    const minutesOf = (findings: readonly Finding[]): number =>
      totalsOf(priceFindings(findings, context).findings, context).fixMinutes.mean;
    assert.ok(Math.abs(minutesOf(bump) - minutesOf(bump.slice(0, 1))) < 1e-9);
  });

  it('lets a package drift once, however many findings name it', () => {
    const facts = { package: { name: 'cart', version: '1.0.0' }, file: 'package.json' };
    const drift = (findings: readonly Finding[]): number =>
      total(priceFindings(findings, contextOf()).findings.map(({ price }) => price.byChannelEur.drift));
    const major = findingOf('outdated-major', { importingFiles: 3 }, facts);
    const deprecated = findingOf('deprecated-library', { importingFiles: 3 }, facts);
    assert.ok(Math.abs(drift([major, deprecated]) - Math.max(drift([major]), drift([deprecated]))) < 1e-9);
  });

  it('bounds the incidents of an application to six a year', () => {
    const areas = [{ name: 'all', paths: ['**'], criticality: 'critical' as const }];
    const errors = Array.from({ length: 500 }, () => findingOf('swallowed-error'));
    const [one] = leaveOf(errors.slice(0, 1), { areas });
    assert.ok(Math.abs(total(leaveOf(errors, { areas })) - (6 / 0.05) * one!) < 1e-6);
  });

  it('raises the bugs of a file by what nothing tests and what nothing types', () => {
    const history = {
      files: new Map([['src/checkout.ts', { commits: 100, fixCommits: 12, changesByAuthor: new Map() }]]),
      touches: 1000,
    };
    const context = { coverage: new Map([['src/checkout.ts', 0.2]]), codeLines: new Map([['src/checkout.ts', 200]]) };
    const defects = (findings: readonly Finding[]): number =>
      total(
        priceFindings(findings, contextOf({ history, context })).findings.map(
          ({ price }) => price.byChannelEur.defects,
        ),
      );
    const bugEur = (360 + 1e6 / 8760 + 120) * 0.05;
    const untested = defects([findingOf('missing-test')]);
    assert.ok(Math.abs(untested - 12 * (1 - 1 / 1.24) * 0.5 * bugEur) < 1e-6, `${untested}`);
    const untyped = defects([findingOf('any-hole')]) - defects([findingOf('any-hole', {}, { file: 'src/other.ts' })]);
    const structure = 12 * (1 - 1 / (1 + 0.25 * (1 - Math.exp(-0.01)))) * 0.5 * bugEur;
    assert.ok(Math.abs(untyped - 12 * 0.15 * 0.05 * bugEur - structure) < 1e-6, `${untyped}`);
    assert.equal(defects([findingOf('duplicated-block'), findingOf('todo')]), 0);
  });

  it('makes fixes slower where coverage is known to be thin, and only there', () => {
    const own = (coverage?: number): number => {
      const context = coverage === undefined ? {} : { coverage: new Map([['src/checkout.ts', coverage]]) };
      return priceFindings([findingOf('long-function')], contextOf({ context })).findings[0]!.workings.ownMinutes.mean;
    };
    assert.ok(Math.abs(own(0.29) / own() - 1.5) < 1e-12);
    assert.equal(own(0.3), own());
  });

  it('prices a denial of service as downtime and a known-exploited library as certain elsewhere', () => {
    const [regex] = leaveOf([findingOf('regex-denial-of-service', { exposure: 'public' })]);
    assert.ok(Math.abs(regex! - 0.03 * 0.2 * 1.3 * 0.7 * (360 + 1e6 / 8760 + 120)) < 1e-6);
    const vulnerability = { epss: 0.001, knownExploited: true, reach: 'called', cwe: [] } as const;
    const { incident } = priceFindings([findingOf('vulnerable-library', { vulnerability })], contextOf()).findings[0]!
      .price;
    assert.ok(Math.abs(incident!.probabilityPerYear - 0.014) < 1e-12);
  });

  it('takes the most severe class of an advisory', () => {
    const severityOf = (cwe: readonly number[]): number =>
      priceFindings(
        [findingOf('vulnerable-library', { vulnerability: { epss: 0.1, reach: 'called', cwe } })],
        contextOf(),
      ).findings[0]!.workings.attack!.severity;
    assert.equal(severityOf([601, 89]), 1);
    assert.equal(severityOf([601]), 0.05);
    assert.equal(severityOf([999_999]), 0.4);
  });

  it('does not let an area or a test folder hide a secret', () => {
    const [live, inTest] = leaveOf([
      findingOf('secret-in-repository', {}, { file: 'src/a.ts' }),
      findingOf('secret-in-repository', {}, { file: 'test/a.ts', role: 'test' }),
    ]);
    assert.ok(Math.abs(live! - inTest!) < 1e-9);
  });
});

describe('what is missing', () => {
  const finding = findingOf('cognitive-complexity', { complexity: 42 }, { file: 'src/a.ts' });
  const codeLines = new Map([
    ['src/a.ts', 100],
    ['src/b.ts', 300],
  ]);
  const priceWith = (facts: ContextFacts) => priceFindings([finding], contextOf(facts)).findings[0]!.price;

  it('prices by lines of code without a usable history, at grade E and without a payback', () => {
    const withoutGit = { ...contextOf({ context: { codeLines } }) };
    delete (withoutGit as { history?: unknown }).history;
    const { price } = priceFindings([finding], withoutGit).findings[0]!;
    assert.equal(price.grade, 'E');
    assert.equal(price.paybackMonths, undefined);
    assert.ok(price.leaveEur.mean > 0);
    const shallow = priceWith({ history: { isTruncated: true }, context: { codeLines } });
    assert.deepEqual(shallow, price);
  });

  it('is grade E without a business profile', () => {
    const profile = resolveBusiness(undefined, specificationConstants);
    assert.equal(priceWith({ context: { profile } }).grade, 'E');
    assert.deepEqual({ ...profile, isGiven: true }, resolveBusiness(businessSchema.parse({}), specificationConstants));
  });

  it('lowers the grade by one where typed rules saw too little', () => {
    const facts = { changeShares: { 'src/a.ts': 0.06 } };
    assert.equal(priceWith(facts).grade, 'B');
    assert.equal(priceWith({ ...facts, context: { typedShare: 0.79 } }).grade, 'C');
  });

  it('grades C without exposure or exploit score, D where assumptions rule', () => {
    const gradeOf = (each: Finding): string => priceFindings([each], contextOf()).findings[0]!.price.grade;
    assert.equal(gradeOf(findingOf('injection', { exposure: 'public' })), 'B');
    assert.equal(gradeOf(findingOf('injection')), 'C');
    assert.equal(gradeOf(findingOf('injection', {}, { precision: 0.5 })), 'D');
    assert.equal(gradeOf(findingOf('vulnerable-library', { vulnerability: { reach: 'called', cwe: [89] } })), 'C');
    assert.equal(gradeOf(findingOf('swallowed-error')), 'D');
  });

  it('prices nothing where nothing is known to cost', () => {
    const { price } = priceFindings([findingOf('unknown-licence')], contextOf()).findings[0]!;
    assert.equal(price.leaveEur.mean, 0);
    assert.equal(price.paybackMonths, undefined);
    assert.equal(price.winProbability, 0);
  });
});
