import assert from 'node:assert/strict';
import type { Area } from '../../src/cost/areas.ts';
import { priceFindings } from '../../src/cost/price-findings.ts';
import type { Range } from '../../src/cost/price.ts';
import { breachLoss } from '../../src/cost/security.ts';
import { totalsOf } from '../../src/cost/totals.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { contextOf, findingOf } from './samples.ts';

const payment: Area = { name: 'payment', paths: ['src/payment/**'], criticality: 'critical' };
const shop: Area = { name: 'shop', paths: ['src/public/**'], exposure: 'public' };
const injectionCwe = [918];

interface Pinned {
  readonly name: string;
  readonly finding: Finding;
  readonly fix: readonly [number, number, number, number];
  readonly leave: readonly [number, number, number, number];
  readonly roi: number;
  readonly payback: number;
  readonly win: number;
}

const pinned: readonly Pinned[] = [
  {
    name: 'cognitive 42 in a hot file',
    finding: findingOf('cognitive-complexity', { complexity: 42 }, { file: 'src/hot.ts' }),
    fix: [32, 86, 232, 116],
    leave: [189, 568, 1710, 822],
    roi: 13.1,
    payback: 1.7,
    win: 0.98,
  },
  {
    name: 'cognitive 42 in a cold file',
    finding: findingOf('cognitive-complexity', { complexity: 42 }, { file: 'src/cold.ts' }),
    fix: [32, 86, 232, 116],
    leave: [1.6, 4.7, 14, 6.9],
    roi: 0.11,
    payback: 204,
    win: 0.02,
  },
  {
    name: 'public SQL injection',
    finding: findingOf('injection', {}, { file: 'src/public/search.ts' }),
    fix: [27, 69, 177, 91],
    leave: [147, 549, 2057, 934],
    roi: 19,
    payback: 1.2,
    win: 0.98,
  },
  {
    name: 'SQL injection in a test script',
    finding: findingOf('injection', {}, { role: 'test' }),
    fix: [27, 69, 177, 91],
    leave: [2.9, 11, 41, 18.7],
    roi: 0.38,
    payback: 58,
    win: 0.17,
  },
  {
    name: 'CVE, EPSS 0.02, imported',
    finding: findingOf('vulnerable-library', { vulnerability: { epss: 0.02, reach: 'imported', cwe: injectionCwe } }),
    fix: [14, 32, 72, 39],
    leave: [1.5, 7.1, 33, 14.5],
    roi: 0.68,
    payback: 33,
    win: 0.25,
  },
  {
    name: 'CVE, EPSS 0.9, called',
    finding: findingOf('vulnerable-library', { vulnerability: { epss: 0.9, reach: 'called', cwe: injectionCwe } }),
    fix: [14, 32, 72, 39],
    leave: [39, 182, 846, 374],
    roi: 17.5,
    payback: 1.3,
    win: 0.96,
  },
  {
    name: 'swallowed error in payment',
    finding: findingOf('swallowed-error', {}, { file: 'src/payment/charge.ts' }),
    fix: [20, 43, 91, 51],
    leave: [14, 43, 136, 64],
    roi: 2.3,
    payback: 9.5,
    win: 0.72,
  },
  {
    name: 'outdated major, 12 importing files',
    finding: findingOf('outdated-major', { importingFiles: 12 }),
    fix: [46, 201, 881, 391],
    leave: [20, 57, 158, 78],
    roi: 0.37,
    payback: 60,
    win: 0.32,
  },
  {
    name: 'secret in a public bundle',
    finding: findingOf('secret-in-browser-code', {}, { precision: 0.8 }),
    fix: [28, 84, 253, 122],
    leave: [569, 2331, 9545, 4269],
    roi: 65,
    payback: 0.3,
    win: 1,
  },
];

describe('pinned examples of the cost model', () => {
  const context = contextOf({
    areas: [payment, shop],
    changeShares: { 'src/hot.ts': 0.06, 'src/cold.ts': 0.0005 },
  });
  for (const { name, finding, fix, leave, roi, payback, win } of pinned) {
    it(name, () => {
      const { price } = priceFindings([finding], context).findings[0]!;
      assertRange(price.fixEur, fix, 'fix');
      assertRange(price.leaveEur, leave, 'leave');
      assertClose(price.roi, roi, 'roi');
      assertClose(price.paybackMonths!, payback, 'payback');
      assert.ok(Math.abs(price.winProbability - win) <= 0.0051, `P(win) ${price.winProbability} is not ${win}`);
    });
  }

  it('expects a capped loss of 44,464 EUR at one million in revenue', () => {
    assertClose(breachLoss(context.profile, context.constants.general).rangeEur.mean, 44_464, 'mean loss', 0.0001);
  });
});

describe('no double count', () => {
  it('shares the drag of a file and states what fixing only one saves', () => {
    const context = contextOf({ changeShares: { 'src/hot.ts': 0.06 } });
    const facts = { file: 'src/hot.ts' };
    const findings = [
      findingOf('cognitive-complexity', { complexity: 42 }, facts),
      findingOf('large-file', { lines: 1000 + 2000 / 3 }, facts),
      findingOf('boundary-violation', {}, facts),
    ];
    const priced = priceFindings(findings, context);
    const shares = priced.findings.map(({ price }) => price.leaveEur.mean);
    const onlyThis = priced.findings.map(({ price }) => price.onlyThisEur);
    assertAll(shares, [668, 330, 165]);
    assertAll(onlyThis, [502, 210, 97]);
    assertClose(totalsOf(priced.findings, context).leaveEur.mean, 1163, 'total');
  });
});

describe('saturation', () => {
  const context = contextOf({ areas: [shop] });
  const attack = (precision: number): Finding => findingOf('injection', {}, { file: 'src/public/a.ts', precision });

  it('counts the loss of an application once', () => {
    const priced = priceFindings([attack(0.7), attack(0.35), attack(0.24)], context);
    const totals = totalsOf(priced.findings, context);
    assertClose(totals.incident!.probabilityPerYear, 0.03825, 'probability', 0.001);
    assertClose(totals.leaveEur.mean, 1701, 'total', 0.001);
  });

  it('caps the chance of an application at 25 % a year', () => {
    const priced = priceFindings(
      Array.from({ length: 20 }, () => attack(0.7)),
      context,
    );
    assertClose(totalsOf(priced.findings, context).incident!.probabilityPerYear, 0.25, 'probability', 1e-9);
  });
});

function assertRange({ p10, p50, p90, mean }: Range, expected: readonly number[], what: string): void {
  assertAll([p10, p50, p90, mean], expected, what);
}

function assertAll(actual: readonly number[], expected: readonly number[], what = 'value'): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, index) => assertClose(value, expected[index]!, `${what}[${index}]`));
}

/** Within 1 %, or within the rounding of the printed figure. */
function assertClose(actual: number, expected: number, what: string, tolerance = 0.01): void {
  const decimals = String(expected).split('.')[1]?.length ?? 0;
  const rounding = tolerance === 0.01 ? 0.5000001 * 10 ** -decimals : 0;
  const allowed = Math.max(Math.abs(expected) * tolerance, rounding);
  assert.ok(Math.abs(actual - expected) <= allowed, `${what}: ${actual} is not ${expected}`);
}
