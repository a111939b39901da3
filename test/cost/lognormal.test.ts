import assert from 'node:assert/strict';
import { cappedMean, fromPercentiles, normalCdf, rangeOf, sum } from '../../src/cost/lognormal.ts';

describe('lognormal arithmetic', () => {
  const table: readonly [number, number][] = [
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1, 0.15865525393145707],
    [2.9, 0.9981341866996161],
    [3.1, 0.9990323967867818],
    [-5, 2.866515718791945e-7],
    [-10, 7.619853024160593e-24],
  ];
  for (const [z, expected] of table) {
    it(`knows the normal distribution at ${z}`, () => {
      assert.ok(Math.abs(normalCdf(z) / expected - 1) < 1e-9, `${normalCdf(z)}`);
    });
  }

  it('gives back the percentiles it was made of', () => {
    const { p10, p50, p90 } = rangeOf(fromPercentiles(10, 20, 40));
    assert.ok(Math.abs(p10 - 10) < 0.01 && Math.abs(p50 - 20) < 1e-9 && Math.abs(p90 - 40) < 0.04);
  });

  it('keeps the mean of a sum, and a wider range the more its parts move together', () => {
    const parts = [fromPercentiles(10, 20, 60), fromPercentiles(5, 30, 200)];
    const apart = sum(parts, 0);
    const together = sum(parts, 1);
    assert.ok(Math.abs(apart.mean - parts[0]!.mean - parts[1]!.mean) < 1e-9);
    assert.ok(together.sigma > apart.sigma);
  });

  it('caps a mean at the cap and leaves it alone far below', () => {
    assert.ok(Math.abs(cappedMean(100, 0.5, 1e9) / (100 * Math.exp(0.125)) - 1) < 1e-9);
    assert.ok(Math.abs(cappedMean(1e9, 1, 10) - 10) < 1e-6);
  });
});
