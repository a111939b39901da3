import assert from 'node:assert/strict';
import { compareProfiles } from '../../src/triage/compare-profiles.ts';
import { contextOf, findingOf } from '../cost/samples.ts';

describe('a change of the profile', () => {
  const stored = findingOf('reflected-xss', { exposure: 'public' });
  const todo = findingOf('todo');

  it('shows totals before and after, and which findings change class', () => {
    const { before, after, changed } = compareProfiles(
      [todo, stored],
      contextOf({ business: { annualRevenue: 200_000, dataSensitivity: 'none', teamSize: 1 } }),
      contextOf({ business: { annualRevenue: 50_000_000, dataSensitivity: 'health', teamSize: 1 } }),
    );
    assert.ok(after.leaveEur.mean > before.leaveEur.mean);
    assert.deepEqual(
      changed.map(({ finding }) => finding),
      [stored],
    );
    assert.notEqual(changed[0]!.from, changed[0]!.to);
  });

  it('changes nothing where the profile stays', () => {
    const context = contextOf();
    const { before, after, changed } = compareProfiles([todo, stored], context, context);
    assert.deepEqual([before, changed], [after, []]);
  });
});
