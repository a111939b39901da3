import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { stringValue } from '../syntax/names.ts';
import { testCall } from '../syntax/test-calls.ts';
import { containsBelow } from '../syntax/walk.ts';
import { hasAssertion } from './assertions.ts';

export const rule = defineRule({
  id: 'tests/test-without-assertion',
  weakness: 'weak-test',
  precision: 0.85,
  docs: {
    title: { en: 'Test that checks nothing', fr: 'Test qui ne vérifie rien' },
    why: {
      en: 'The test runs code but compares nothing with what it should give: it stays green whatever the result. Check the outcome, or delete the test.',
      fr: 'Le test exécute du code mais ne compare rien à ce qui est attendu : il reste vert quel que soit le résultat. Vérifiez l’issue, ou supprimez le test.',
    },
    forLeads: {
      en: 'A test counts as passed although it can hardly fail: the safety it promises is not there.',
      fr: 'Un test compte comme réussi alors qu’il ne peut guère échouer : la sécurité promise n’existe pas.',
    },
    bad: `it('adds up', () => {
  const total = sum([2, 3]);
});`,
    good: `it('adds up', () => {
  expect(sum([2, 3])).toBe(5);
});`,
    exampleFile: 'test/basket.test.ts',
  },
  options: z.strictObject({}),
  message: {
    en: ({ isEmpty }: { isEmpty: boolean }) => (isEmpty ? 'This test is empty' : 'This test checks nothing'),
    fr: ({ isEmpty }) => (isEmpty ? 'Ce test est vide' : 'Ce test ne vérifie rien'),
  },
  detect: ({ file, report }) => ({
    CallExpression(node) {
      if (file.role !== 'test' || testCall(node.expression)?.kind !== 'test') return;
      const body = node.arguments.find((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument));
      if (!body || !ts.isBlock(body.body) || body.parameters.length > 1) return;
      if (
        testCall(node.expression)?.modifiers.some((modifier) =>
          /^(skip|todo|fails|(before|after)(Each|All)?|describe|step|use|extend)$/.test(modifier),
        )
      )
        return;
      if (hasAssertion(body.body) || mayAssertElsewhere(body.body) || isAboutTypes(node, body.body)) return;
      report(node.expression, { isEmpty: body.body.statements.length === 0 });
    },
  }),
});

/** The compiler is what checks: the test declares a type that must hold, or says in its title that it is about types. */
function isAboutTypes(call: ts.CallExpression, body: ts.Block): boolean {
  const title = stringValue(call.arguments[0]) ?? '';
  return /\btyp(e|es|ed|ing|ings)\b|\binfer/i.test(title) || containsBelow(body, ts.isTypeAliasDeclaration);
}

/** A helper that is given the test's values, or a comment that says the compiler checks, may do it. */
function mayAssertElsewhere(body: ts.Block): boolean {
  if (
    /@ts-expect-error|expectType|type/i.test(
      body
        .getText()
        .match(/\/\/.*|\/\*[\s\S]*?\*\//g)
        ?.join('') ?? '',
    )
  )
    return true;
  if (body.statements.length === 0) return false;
  const last = body.statements.at(-1);
  return (
    last !== undefined && (ts.isReturnStatement(last) || (ts.isExpressionStatement(last) && isCallOf(last.expression)))
  );
}

/** The last step of a test that only has to go through: `await server.close()`. */
function isCallOf(node: ts.Expression): boolean {
  return ts.isCallExpression(node) || (ts.isAwaitExpression(node) && ts.isCallExpression(node.expression));
}
