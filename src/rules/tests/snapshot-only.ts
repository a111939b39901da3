import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { testCall } from '../syntax/test-calls.ts';
import { containsBelow, walkBelow } from '../syntax/walk.ts';
import { isAssertionCall, isSnapshotCall } from './assertions.ts';

export const rule = defineRule({
  id: 'tests/snapshot-only',
  weakness: 'weak-test',
  profile: 'strict',
  precision: 0.8,
  docs: {
    title: { en: 'Test that only compares with a snapshot', fr: 'Test qui ne compare qu’à un instantané' },
    why: {
      en: 'A stored snapshot says that something changed, not that it is right; it is updated with one key. Check the few values that matter beside it.',
      fr: 'Un instantané enregistré dit que quelque chose a changé, pas que c’est juste ; il se met à jour d’une touche. Vérifiez à côté les quelques valeurs qui comptent.',
    },
    forLeads: {
      en: 'This test notices changes but does not know what is right: mistakes get waved through.',
      fr: 'Ce test remarque les changements sans savoir ce qui est juste : des erreurs passent par simple validation.',
    },
    bad: `it('renders', () => {
  expect(render()).toMatchSnapshot();
});`,
    good: `it('renders', () => {
  expect(render().title).toBe('Basket');
});`,
    exampleFile: 'test/basket.test.ts',
  },
  options: z.strictObject({}),
  message: {
    en: () => 'This test only compares with a stored snapshot',
    fr: () => 'Ce test ne compare qu’à un instantané enregistré',
  },
  detect: ({ file, report }) => ({
    CallExpression(node) {
      if (file.role !== 'test' || testCall(node.expression)?.kind !== 'test') return;
      const body = node.arguments.find(
        (argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument),
      )?.body;
      if (!body || !containsBelow(body, isSnapshotCall)) return;
      const checks = assertionsIn(body);
      if (checks.length > 0 && checks.every(isSnapshotCall)) report(node.expression, {});
    },
  }),
});

/** The outermost calls of each check: `expect(…).toBe(…)` counts once. */
function assertionsIn(body: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  walkBelow(body, (child) => {
    if (!isAssertionCall(child) && !isSnapshotCall(child)) return undefined;
    found.push(child);
    return 'skip';
  });
  return found;
}
