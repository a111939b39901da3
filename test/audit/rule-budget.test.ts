import assert from 'node:assert/strict';
import ts from 'typescript';
import { createRuleBudget } from '../../src/audit/rule-budget.ts';

const node = ts.createSourceFile('shop.ts', '', ts.ScriptTarget.Latest);

/** Work that the machine's own clock sees as well, for a rule is charged the lesser of both. */
function work(clock: { ms: number }, milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
  clock.ms += milliseconds;
}

describe('the time that a rule may take over a file', () => {
  const clock = { ms: 0 };
  const budgetOf = (limitMs: number) => createRuleBudget(limitMs, () => clock.ms);

  it('leaves a rule out whose one call takes too long, and lets the others go on', () => {
    const budget = budgetOf(350);
    let others = 0;
    const slow = budget.guard('quality/slow', () => work(clock, 400), true);
    const quick = budget.guard(
      'quality/quick',
      () => {
        others++;
      },
      true,
    );
    for (let round = 0; round < 3; round++) [slow, quick].forEach((handler) => handler(node));
    assert.equal(others, 3);
    assert.deepEqual([...budget.spent()], [['quality/slow', 400]]);
  });

  it('leaves a rule out that takes too long in many calls', () => {
    const budget = budgetOf(50);
    let calls = 0;
    const slow = budget.guard(
      'quality/slow',
      () => {
        calls++;
        work(clock, 1);
      },
      false,
    );
    for (let round = 0; round < 2000; round++) slow(node);
    assert.ok(calls < 2000);
    assert.deepEqual([...budget.spent().keys()], ['quality/slow']);
  });

  it('does not count the time in which the processor did something else', () => {
    const budget = budgetOf(350);
    const waiting = budget.guard('quality/waiting', () => work({ ms: 0 }, 400), true);
    waiting(node);
    assert.equal(budget.spent().size, 0);
  });
});
