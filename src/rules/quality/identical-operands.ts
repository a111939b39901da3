import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isEquality, isLogical, shownCode } from '../syntax/conditions.ts';
import { unwrap } from '../syntax/names.ts';
import { isRepeatable, isSameCode } from '../syntax/same-code.ts';

export const rule = defineRule({
  id: 'quality/identical-operands',
  weakness: 'likely-bug',
  docs: {
    title: { en: 'Same expression on both sides', fr: 'Même expression des deux côtés' },
    why: {
      en: 'An operator with the same expression on both sides has a fixed or a useless result: mostly a copy that was meant to be changed.',
      fr: 'Un opérateur dont les deux côtés sont identiques a un résultat fixe ou inutile : le plus souvent une copie qui devait être modifiée.',
    },
    forLeads: {
      en: 'A calculation or check compares a value with itself: a slip that gives wrong results unnoticed.',
      fr: 'Un calcul ou une vérification compare une valeur à elle-même : une étourderie qui fausse les résultats sans bruit.',
    },
    bad: 'export const isSame = (a: { id: string }, b: { id: string }) => a.id === a.id && b.id !== undefined;',
    good: 'export const isSame = (a: { id: string }, b: { id: string }) => a.id === b.id;',
  },
  options: z.strictObject({}),
  message: {
    en: ({ operator, code }: { operator: string; code: string }) => `Both sides of \`${operator}\` are \`${code}\``,
    fr: ({ operator, code }) => `Les deux côtés de \`${operator}\` sont \`${code}\``,
  },
  detect: ({ report }) => ({
    BinaryExpression(node) {
      const { kind } = node.operatorToken;
      if (!judged.has(kind) || !isRepeatable(node.left)) return;
      const [left, right] = [unwrap(node.left), unwrap(node.right)];
      const isSame = isSameCode(left, right) || (isLogical(node) && isRepeatedInChain(node));
      if (!isSame || isLiteral(left) || isNaNTest(node)) return;
      report(node, { operator: node.operatorToken.getText(), code: shownCode(node.right) });
    },
  }),
});

const judged: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
]);

/** `a || b || a`: a test that was already made in the same chain. */
function isRepeatedInChain(node: ts.BinaryExpression): boolean {
  let left: ts.Expression = node.left;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === node.operatorToken.kind) {
    if (isSameCode(left.right, node.right)) return true;
    left = left.left;
  }
  return isSameCode(left, node.right);
}

/** Masks such as `1 / 1` are arithmetic on constants, written out on purpose. */
function isLiteral(node: ts.Expression): boolean {
  return ts.isNumericLiteral(node) || ts.isStringLiteralLike(node);
}

/** `value !== value` is an old way to find NaN. */
function isNaNTest(node: ts.BinaryExpression): boolean {
  return isEquality(node) && ts.isIdentifier(unwrap(node.left));
}
