import assert from 'node:assert/strict';
import { judged } from '../../src/rules/judged.ts';
import { rules } from '../../src/rules/registry.generated.ts';

describe('judged', () => {
  it('draws few findings towards one half and leaves many where they are', () => {
    const cases = [
      { right: 0, of: 0, share: 0.5 },
      { right: 2, of: 2, share: 0.75 },
      { right: 0, of: 8, share: 0.1 },
      { right: 180, of: 200, share: 0.9 },
    ];
    for (const { right, of, share } of cases) assert.equal(judged(right, of), share);
  });

  it('gives a share for each rule that uses it', () => {
    for (const { id, precision = 0.5 } of rules) assert.ok(precision > 0 && precision <= 1, id);
  });
});
