import assert from 'node:assert/strict';
import { rangeInTeamStyle, rangeLike } from '../../../src/rules/libraries/range-style.ts';
import { manifestOf } from '../../registry/manifest-of.ts';

describe('ranges in the style of the team', () => {
  const alike = [
    ['^1.2.3', '^2.0.0'],
    ['~1.2.3', '~2.0.0'],
    ['1.2.3', '2.0.0'],
    ['=1.2.3', '=2.0.0'],
    ['^1.2.3-beta.1', '^2.0.0'],
    ['^1', undefined],
    ['1.x', undefined],
    ['>=1.0.0', undefined],
    ['^1.0.0 || ^2.0.0', undefined],
    ['', undefined],
  ] as const;
  for (const [range, expected] of alike) {
    it(`a newer \`${range}\` is ${expected ?? 'left to a person'}`, () =>
      assert.equal(rangeLike(range, '2.0.0'), expected));
  }

  const majorities = [
    { dependencies: { a: '1.0.0', b: '1.0.0', c: '^1.0.0' }, style: '2.0.0' },
    { dependencies: { a: '~1.0.0', b: '~1.0.0', c: '1.0.0' }, style: '~2.0.0' },
    { dependencies: { a: '*', b: 'workspace:*', c: '>=1' }, style: '^2.0.0' },
    { dependencies: {}, style: '^2.0.0' },
  ];
  for (const { dependencies, style } of majorities) {
    it(`among ${JSON.stringify(dependencies)} is ${style}`, () =>
      assert.equal(rangeInTeamStyle(manifestOf(JSON.stringify({ dependencies })), '2.0.0'), style));
  }
});
