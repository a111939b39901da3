import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { enclosingFunction } from '../syntax/functions.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { isTestBody } from '../syntax/test-calls.ts';

export const rule = defineRule({
  id: 'tests/sleep-in-test',
  weakness: 'weak-test',
  precision: 0.9,
  docs: {
    title: { en: 'Test that waits for a fixed time', fr: 'Test qui attend une durée fixe' },
    why: {
      en: 'A fixed pause is too short on a busy machine, so the test fails now and then, and too long everywhere else. Wait for the condition itself, or use fake timers.',
      fr: 'Une pause fixe est trop courte sur une machine chargée, et le test échoue de temps à autre ; elle est trop longue partout ailleurs. Attendez la condition elle-même, ou employez des minuteries simulées.',
    },
    forLeads: {
      en: 'Tests that fail at random cost the team time on every delivery and teach it to ignore red.',
      fr: 'Des tests qui échouent au hasard coûtent du temps à chaque livraison et apprennent à l’équipe à ignorer le rouge.',
    },
    bad: `it('saves', async () => {
  save();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(isSaved()).toBe(true);
});`,
    good: `it('saves', async () => {
  await save();
  expect(isSaved()).toBe(true);
});`,
    exampleFile: 'test/basket.test.ts',
  },
  options: z.strictObject({
    minMilliseconds: z.int().min(1).default(100).describe('Shortest pause in milliseconds that is reported.'),
  }),
  message: {
    en: ({ milliseconds, others }: { milliseconds: number; others: number }) =>
      `The test waits for ${milliseconds} ms and hopes that this is enough` +
      (others > 0 ? ` (${others} more in this file)` : ''),
    fr: ({ milliseconds, others }) =>
      `Le test attend ${milliseconds} ms en espérant que cela suffise` +
      (others > 0 ? ` (encore ${others} dans ce fichier)` : ''),
  },
  detect: ({ file, options, report }) => {
    if (file.role !== 'test' || /[fF]akeTimers/.test(file.text)) return {};
    let first: { readonly node: ts.Node; readonly milliseconds: number } | undefined;
    let count = 0;
    return {
      AwaitExpression(node) {
        const milliseconds = pauseOf(unwrap(node.expression));
        if (milliseconds === undefined || milliseconds < options.minMilliseconds) return;
        // A pause in a handler or a stand-in inside the test makes the situation: the test itself does not hope.
        const place = enclosingFunction(node);
        if (!place || !isTestBody(place)) return;
        first ??= { node, milliseconds };
        count += 1;
      },
      'SourceFile:exit'() {
        if (first) report(first.node, { milliseconds: first.milliseconds, others: count - 1 });
      },
    };
  },
});

/** Length of a pause: `sleep(500)`, `page.waitForTimeout(500)`, `new Promise((done) => setTimeout(done, 500))`. */
function pauseOf(node: ts.Expression): number | undefined {
  if (ts.isCallExpression(node)) {
    const isPause = /^(sleep|delay|wait|pause|waitForTimeout|waitFor|setTimeout|timeout)$/.test(
      lastName(node.expression),
    );
    return isPause ? numberOf(node.arguments[0]) : undefined;
  }
  if (!ts.isNewExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'Promise')
    return undefined;
  const executor = node.arguments?.[0];
  return executor && ts.isArrowFunction(executor) ? pauseInside(executor) : undefined;
}

/** The promise does nothing but wait: its only call hands the resolver itself to the timer. */
function pauseInside(executor: ts.ArrowFunction): number | undefined {
  const [resolver] = executor.parameters;
  const { body } = executor;
  const [only] = ts.isBlock(body) && body.statements.length === 1 ? body.statements : [];
  const call = ts.isBlock(body) ? only && ts.isExpressionStatement(only) && only.expression : body;
  if (!call || !ts.isCallExpression(call) || lastName(call.expression) !== 'setTimeout') return undefined;
  return call.arguments[0]?.getText() === resolver?.name.getText() ? numberOf(call.arguments[1]) : undefined;
}

function numberOf(node: ts.Expression | undefined): number | undefined {
  return node && ts.isNumericLiteral(node) ? Number(node.text) : undefined;
}
