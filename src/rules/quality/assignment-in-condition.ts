import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isLogical, shownCode } from '../syntax/conditions.ts';

export const rule = defineRule({
  id: 'quality/assignment-in-condition',
  weakness: 'likely-bug',
  precision: 0.8,
  docs: {
    title: { en: 'Assignment where a comparison was meant', fr: 'Affectation au lieu d’une comparaison' },
    why: {
      en: '`=` in a condition assigns and then tests what it assigned: mostly `===` was meant. Where the assignment is intended, put it in parentheses of its own and compare its result.',
      fr: '`=` dans une condition affecte, puis teste ce qui vient d’être affecté : le plus souvent, `===` était voulu. Si l’affectation est voulue, mettez-la entre parenthèses et comparez son résultat.',
    },
    forLeads: {
      en: 'A check overwrites the value that it should only look at, and then always decides the same way.',
      fr: 'Une vérification écrase la valeur qu’elle ne devait que consulter, puis décide toujours de la même façon.',
    },
    bad: `export function close(order) {
  if (order.state = "paid") order.close();
}`,
    good: `export function close(order) {
  if (order.state === "paid") order.close();
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ code }: { code: string }) => `\`${code}\` assigns inside a condition; was \`===\` meant?`,
    fr: ({ code }) => `\`${code}\` affecte une valeur dans une condition ; fallait-il \`===\` ?`,
  },
  detect: ({ report }) => {
    const check = (condition: ts.Expression): void => {
      for (const part of bareParts(condition)) {
        if (ts.isBinaryExpression(part) && part.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
          report(part, { code: shownCode(part) });
        }
      }
    };
    return {
      IfStatement(node) {
        check(node.expression);
      },
      ConditionalExpression(node) {
        check(node.condition);
      },
      DoStatement(node) {
        if (isConstant(node.expression)) check(node.expression);
      },
      WhileStatement(node) {
        if (isConstant(node.expression)) check(node.expression);
      },
    };
  },
});

/** What decides a condition, as far as it stands there without parentheses of its own. */
function bareParts(condition: ts.Expression): readonly ts.Expression[] {
  return isLogical(condition) ? [...bareParts(condition.left), ...bareParts(condition.right)] : [condition];
}

/** A loop over `item = next()` is common; one over `state = 3` never ends. */
function isConstant(node: ts.Expression): boolean {
  return ts.isBinaryExpression(node) && (ts.isLiteralExpression(node.right) || isKeyword(node.right));
}

function isKeyword(node: ts.Expression): boolean {
  return [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind);
}
