import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isEquality, isNegation, isRelational, shownCode } from '../syntax/conditions.ts';

export const rule = defineRule({
  id: 'quality/operator-precedence',
  weakness: 'likely-bug',
  precision: 0.95,
  docs: {
    title: { en: 'Operators that bind otherwise than they read', fr: 'Opérateurs dont la priorité trompe' },
    why: {
      en: '`!` binds tighter than `in`, `instanceof` and comparisons, and comparisons bind tighter than `&`, `|` and `^`: the code computes something else than it seems to say. Add parentheses around what belongs together.',
      fr: '`!` a priorité sur `in`, `instanceof` et les comparaisons, et les comparaisons sur `&`, `|` et `^` : le code calcule autre chose que ce qu’il semble dire. Mettez entre parenthèses ce qui va ensemble.',
    },
    forLeads: {
      en: 'A check asks something else than its author meant, and mostly always gives the same answer.',
      fr: 'Une vérification demande autre chose que ce que son auteur voulait, et répond presque toujours la même chose.',
    },
    bad: 'export const isMissing = (key: string, map: object) => !key in map;',
    good: 'export const isMissing = (key: string, map: object) => !(key in map);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ code, operator, inner }: { code: string; operator: string; inner: string }) =>
      `In \`${code}\`, \`${inner}\` is worked out before \`${operator}\``,
    fr: ({ code, operator, inner }) => `Dans \`${code}\`, \`${inner}\` est évalué avant \`${operator}\``,
  },
  detect: ({ report }) => ({
    BinaryExpression(node) {
      const inner = misreadOperand(node);
      if (!inner) return;
      report(node, { code: shownCode(node), operator: node.operatorToken.getText(), inner: shownCode(inner) });
    },
  }),
});

const tests: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.InKeyword, ts.SyntaxKind.InstanceOfKeyword]);
const bitwise: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
]);

function misreadOperand(node: ts.BinaryExpression): ts.Expression | undefined {
  const { kind } = node.operatorToken;
  if (tests.has(kind) || isRelational(node))
    return isNegation(node.left) && !isDouble(node.left) ? node.left : undefined;
  if (isEquality(node)) return isNegatedText(node) ? node.left : undefined;
  if (!bitwise.has(kind)) return undefined;
  const [left, right] = [isComparison(node.left), isComparison(node.right)];
  return left === right ? undefined : left ? node.left : node.right;
}

function isComparison(node: ts.Expression): boolean {
  return ts.isBinaryExpression(node) && isEquality(node);
}

/** `!a == 'x'`; `!a === !b` and `!a === true` compare booleans on purpose. */
function isNegatedText(node: ts.BinaryExpression): boolean {
  return isNegation(node.left) && !isDouble(node.left) && ts.isLiteralExpression(node.right);
}

function isDouble(node: ts.PrefixUnaryExpression): boolean {
  return isNegation(node.operand);
}
