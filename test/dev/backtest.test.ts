import assert from 'node:assert/strict';
import {
  auc,
  aucWithinQuartiles,
  partialSpearman,
  popt,
  ranksOf,
  recallAtFifth,
} from '../../src/dev/backtest/metrics.ts';
import { expectedCounts, fitPoisson, type CountRow } from '../../src/dev/backtest/poisson.ts';
import { predictiveInterval } from '../../src/dev/backtest/predictive-interval.ts';
import { bootstrapMean } from '../../src/dev/backtest/bootstrap.ts';

const close = (actual: number, expected: number, tolerance = 1e-9): void =>
  assert.ok(Math.abs(actual - expected) < tolerance, `${actual} is not ${expected}`);

describe('measures of the back-test', () => {
  const files = [
    { lines: 10, fixes: 3 },
    { lines: 40, fixes: 0 },
    { lines: 30, fixes: 1 },
    { lines: 20, fixes: 0 },
  ];
  const scored = (...scores: number[]): { score: number; lines: number; fixes: number }[] =>
    files.map((file, index) => ({ ...file, score: scores[index] ?? 0 }));

  it('give 1 to the best order, 0 to the worst, and something between to none', () => {
    close(popt(scored(3, 0, 1, 0)), 1);
    close(popt(scored(-3, 0, -1, 0)), 0);
    const indifferent = popt(scored(10, 40, 30, 20));
    assert.ok(indifferent > 0.1 && indifferent < 0.6);
  });

  it('count what a fifth of the lines holds', () => {
    close(recallAtFifth(scored(10, 0, 1, 0)), 0.75 + 0.25 / 3);
    close(recallAtFifth(scored(10, 40, 30, 20)), 0.2);
  });

  it('compare pairs, ties as halves', () => {
    close(auc(scored(2, 1, 2, 1))!.value, 1);
    close(auc(scored(1, 1, 1, 1))!.value, 0.5);
    assert.equal(auc(files.map(({ lines }) => ({ lines, fixes: 0, score: lines }))), undefined);
    close(aucWithinQuartiles(Array.from({ length: 8 }, (_, i) => ({ lines: i, score: i % 2, fixes: i % 2 })))!, 1);
  });

  it('share ranks among equals', () => assert.deepEqual(ranksOf([5, 1, 5, 9]), [2.5, 1, 2.5, 4]));

  it('see through a correlation that a third quantity makes', () => {
    const size = Array.from({ length: 200 }, (_, index) => index);
    const noise = (seed: number): number[] => size.map((index) => (Math.imul(index + 1, seed) >>> 0) % 97);
    const a = size.map((value, index) => value * 3 + noise(2654435761)[index]!);
    const b = size.map((value, index) => value * 2 + noise(40503)[index]!);
    assert.ok(partialSpearman(a, b, []) > 0.9);
    assert.ok(Math.abs(partialSpearman(a, b, [size])) < 0.3);
    close(
      partialSpearman(
        size,
        size.map((value) => value ** 2),
        [noise(7)],
      ),
      1,
      1e-6,
    );
  });
});

describe('regression of counts', () => {
  it('finds the slope that made them, each group with its own level', () => {
    const rows: CountRow[] = [0, 1].flatMap((group) =>
      Array.from({ length: 60 }, (_, index) => {
        const x = index / 20;
        return { group, offset: 0, columns: [x], count: Math.exp(0.8 * x) * (group + 1) * 5 };
      }),
    );
    const beta = fitPoisson(rows, 1);
    close(beta[0]!, 0.8, 1e-4);
    const expected = expectedCounts(rows, beta);
    rows.forEach(({ count }, index) => close(expected[index]!, count, 0.01));
  });

  it('gives wider intervals to vaguer forecasts', () => {
    assert.deepEqual(predictiveInterval(4, 0), [2, 7]);
    const [low, high] = predictiveInterval(4, 0.9);
    assert.ok(low <= 1 && high >= 7);
  });

  it('draws whole repositories', () => {
    const { mean, low, high } = bootstrapMean(
      new Map([
        ['a', [0, 2]],
        ['b', [3]],
        ['c', [5, 5, 5]],
      ]),
    );
    close(mean, 3);
    assert.ok(low >= 1 && high <= 5 && low < high);
  });
});
