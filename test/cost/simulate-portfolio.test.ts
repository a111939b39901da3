import assert from 'node:assert/strict';
import { specificationConstants } from '../../src/cost/cost-constants.ts';
import { priceFindings } from '../../src/cost/price-findings.ts';
import { simulatePortfolio } from '../../src/cost/simulate-portfolio.ts';
import { totalsOf } from '../../src/cost/totals.ts';
import { contextOf, findingOf } from './samples.ts';

describe('simulation of a portfolio', () => {
  const context = contextOf({ changeShares: { 'src/checkout.ts': 0.3 } });
  const findings = [
    findingOf('cognitive-complexity', { complexity: 60 }),
    findingOf('injection', { exposure: 'public' }),
    findingOf('swallowed-error'),
    findingOf('outdated-major', { importingFiles: 20 }),
  ];
  const totals = totalsOf(priceFindings(findings, context).findings, context);

  it('agrees with the closed form for one repository', () => {
    const simulated = simulatePortfolio([totals], specificationConstants);
    assert.equal(simulated.mean.toFixed(6), totals.leaveEur.mean.toFixed(6));
    for (const percentile of ['p10', 'p50', 'p90'] as const) {
      assert.ok(Math.abs(simulated[percentile] / totals.leaveEur[percentile] - 1) < 0.15, percentile);
    }
  });

  it('narrows with the number of repositories, and repeats with the seed', () => {
    const one = simulatePortfolio([totals], specificationConstants, { seed: 7 });
    const ten = simulatePortfolio(
      Array.from({ length: 10 }, () => totals),
      specificationConstants,
      { seed: 7 },
    );
    assert.ok(ten.p90 / ten.p10 < one.p90 / one.p10);
    assert.deepEqual(simulatePortfolio([totals], specificationConstants, { seed: 7 }), one);
    assert.notDeepEqual(simulatePortfolio([totals], specificationConstants, { seed: 8 }), one);
  });

  it('gives nothing for nothing', () => {
    assert.deepEqual(simulatePortfolio([], specificationConstants), { p10: 0, p50: 0, p90: 0, mean: 0 });
  });
});
