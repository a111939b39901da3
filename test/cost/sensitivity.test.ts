import assert from 'node:assert/strict';
import { strongestInputs } from '../../src/cost/sensitivity.ts';
import { timeByArea } from '../../src/cost/time-by-area.ts';
import { priceFindings } from '../../src/cost/price-findings.ts';
import { totalsOf } from '../../src/cost/totals.ts';
import { contextOf, findingOf } from './samples.ts';

describe('inputs that matter most', () => {
  const slow = [findingOf('cognitive-complexity', { complexity: 60 }, { file: 'src/hot.ts' })];
  const context = contextOf({ changeShares: { 'src/hot.ts': 0.1 }, business: { currency: 'USD', hourlyRate: 70 } });

  it('are the cost of an hour and the team’s time where only development is slow', () => {
    const [first, second, third] = strongestInputs(slow, context);
    assert.deepEqual(new Set([first!.input, second!.input]), new Set(['hourlyRate', 'shareOfTime']));
    const now = totalsOf(priceFindings(slow, context).findings, context).leaveEur.mean;
    assert.ok(Math.abs(first!.nowEur / now - 1) < 1e-9);
    assert.ok(Math.abs(first!.doubleEur / first!.halfEur - 4) < 0.01);
    assert.ok(
      third !== undefined && Math.abs(third.doubleEur - third.halfEur) <= Math.abs(second!.doubleEur - second!.halfEur),
    );
  });

  it('stay finite at the bounds of the schema', () => {
    for (const business of [
      { shareOfTime: 1 },
      { teamSize: 1e6 },
      { annualRevenue: 0, teamSize: 0.001 },
      { hourlyRate: 1e9 },
    ]) {
      for (const { halfEur, doubleEur } of strongestInputs(
        slow,
        contextOf({ business, changeShares: { 'src/hot.ts': 0.1 } }),
        9,
      )) {
        assert.ok(Number.isFinite(halfEur) && Number.isFinite(doubleEur));
      }
    }
  });
});

describe('where the time goes', () => {
  const areas = [{ name: 'Payments', paths: ['src/pay/**'] }];
  const context = contextOf({ areas, changeShares: { 'src/pay/card.ts': 0.3, 'src/cart.ts': 0.2, 'docs/a.md': 0.1 } });

  it('falls to areas, then to top folders, and never exceeds the team’s hours', () => {
    const time = timeByArea(context);
    assert.deepEqual(
      time.map(({ name }) => name),
      ['Payments', 'src/', 'docs/'],
    );
    assert.ok(Math.abs(time[0]!.hours - 0.3 * 1600 * 0.5 * 4) < 1e-6);
    assert.ok(time.reduce((sum, { hours }) => sum + hours, 0) <= 1600 * 0.5 * 4);
  });

  it('says nothing without a usable history', () => {
    assert.deepEqual(timeByArea(contextOf({ history: { isTruncated: true } })), []);
  });
});
