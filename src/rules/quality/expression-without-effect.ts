import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { commentsAround } from '../syntax/comments.ts';
import { shownCode } from '../syntax/conditions.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { unwrap } from '../syntax/names.ts';
import { isAssignmentOperator } from '../syntax/operators.ts';

export const rule = defineRule({
  id: 'quality/expression-without-effect',
  weakness: 'likely-bug',
  docs: {
    title: { en: 'Expression that does nothing', fr: 'Expression sans effet' },
    why: {
      en: 'The value is worked out and dropped: mostly a call without its parentheses, `==` instead of `=`, or a missing `return`.',
      fr: 'La valeur est calculée puis abandonnée : le plus souvent un appel sans parenthèses, `==` au lieu de `=`, ou un `return` oublié.',
    },
    forLeads: {
      en: 'A line looks like a step of the work and does nothing: the step never happens.',
      fr: 'Une ligne ressemble à une étape du travail et ne fait rien : l’étape n’a jamais lieu.',
    },
    bad: `export function stop(server: { close(): void }) {
  server.close;
}`,
    good: `export function stop(server: { close(): void }) {
  server.close();
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ code }: { code: string }) => `\`${code}\` has no effect`,
    fr: ({ code }) => `\`${code}\` n’a aucun effet`,
  },
  detect: ({ file, report }) => ({
    ExpressionStatement(node) {
      // Tests, examples and benchmarks read names to show a type or to take time; a comparison is a forgotten check.
      const expression = unwrap(node.expression);
      if (file.role !== 'production' && !ts.isBinaryExpression(expression)) return;
      if (hasEffect(expression) || isOnPurpose(node, expression, file.text)) return;
      report(node.expression, { code: shownCode(node.expression) });
    },
  }),
});

function hasEffect(node: ts.Expression): boolean {
  const expression = unwrap(node);
  if (ts.isConditionalExpression(expression)) return hasEffect(expression.whenTrue) || hasEffect(expression.whenFalse);
  if (ts.isBinaryExpression(expression)) {
    return (
      isAssignmentOperator(expression.operatorToken.kind) || hasEffect(expression.right) || hasEffect(expression.left)
    );
  }
  if (ts.isPrefixUnaryExpression(expression)) return isStep(expression.operator) || hasEffect(expression.operand);
  if (ts.isPropertyAccessExpression(expression)) return hasEffect(expression.expression);
  if (ts.isElementAccessExpression(expression)) return hasEffect(expression.expression);
  if (ts.isTypeOfExpression(expression)) return hasEffect(expression.expression);
  return !withoutEffect.has(expression.kind);
}

const withoutEffect: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.ThisKeyword,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.ObjectLiteralExpression,
]);

function isStep(operator: ts.PrefixUnaryOperator): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

/** Directives, trials inside `try`, chai's checks, layout forced by reading it, and types shown in a comment. */
function isOnPurpose(node: ts.ExpressionStatement, expression: ts.Expression, text: string): boolean {
  if (ts.isStringLiteralLike(expression)) return true;
  if (ts.isBlock(node.parent) && ts.isTryStatement(node.parent.parent) && node.parent.parent.tryBlock === node.parent)
    return true;
  if (/\.(should|to|be|have|been|not)\b/.test(expression.getText())) return true;
  if (
    ts.isPropertyAccessExpression(expression) &&
    /^(offset|client|scroll)(Width|Height|Top|Left)$/.test(expression.name.text)
  )
    return true;
  const comments = commentsAround(node, text).join(' ');
  return (
    /\/\*\*|@type|@ts-|eslint-disable|\^\?|noinspection|trigger|track|subscribe|force/.test(comments) ||
    isWholeFile(node)
  );
}

/** A file that is one expression is read as a value by whoever loads it. */
function isWholeFile(node: ts.ExpressionStatement): boolean {
  const { parent } = node;
  return ts.isSourceFile(parent) && parent.statements.length === 1 && !isFunctionNode(unwrap(node.expression));
}
