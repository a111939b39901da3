import assert from 'node:assert/strict';
import { createRestartPolicy } from '../../src/extension/restart-policy.ts';

const minute = 60_000;

describe('restart policy', () => {
  const cases = [
    { name: 'three crashes in a row', at: [0, 1, 2], allowed: [true, true, true] },
    { name: 'a fourth within five minutes', at: [0, 1, 2, 4.9], allowed: [true, true, true, false] },
    { name: 'a fourth when the first is long ago', at: [0, 1, 2, 5.1], allowed: [true, true, true, true] },
    { name: 'still too often after a refusal', at: [0, 1, 2, 3, 4], allowed: [true, true, true, false, false] },
  ];
  for (const { name, at, allowed } of cases) {
    it(name, () => {
      const policy = createRestartPolicy();
      assert.deepEqual(
        at.map((time) => policy.mayRestart(time * minute)),
        allowed,
      );
    });
  }

  it('forgets crashes when a person restarts', () => {
    const policy = createRestartPolicy();
    for (const time of [0, 1, 2]) policy.mayRestart(time);
    policy.reset();
    assert.equal(policy.mayRestart(3), true);
  });
});
