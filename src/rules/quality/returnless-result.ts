import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { calleeText, unwrap } from '../syntax/names.ts';
import { isAssignmentOperator } from '../syntax/operators.ts';
import { containsBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/returnless-result',
  weakness: 'likely-bug',
  precision: 0.9,
  docs: {
    title: {
      en: 'Result used of a function that returns nothing',
      fr: 'Résultat utilisé d’une fonction qui ne rend rien',
    },
    why: {
      en: 'The function never returns a value, so what is used here is always `undefined`. Return something, or drop the use.',
      fr: 'La fonction ne rend jamais de valeur : ce qui est utilisé ici vaut toujours `undefined`. Renvoyez quelque chose, ou retirez cet usage.',
    },
    forLeads: {
      en: 'The program works on with an answer that never comes.',
      fr: 'Le programme poursuit avec une réponse qui ne vient jamais.',
    },
    bad: `function save(order) {
  order.save();
}
export const saved = save({ save() {} });`,
    good: `function save(order) {
  return order.save();
}
export const saved = save({ save() {} });`,
    exampleFile: 'example.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `\`${name}\` returns nothing, so this is always \`undefined\``,
    fr: ({ name }) => `\`${name}\` ne rend rien : ceci vaut toujours \`undefined\``,
  },
  detect: ({ values, report }) => ({
    CallExpression(node) {
      if (!ts.isIdentifier(unwrap(node.expression)) || !isUsed(node)) return;
      const called = values().functionOf(node.expression);
      if (called && isReturnless(called)) report(node, { name: calleeText(node.expression) });
    },
  }),
});

/** Where the value goes somewhere, other than out of the function or into a place for effects. */
function isUsed(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isUsed(parent);
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node && !ts.isForStatement(parent.parent.parent);
  if (ts.isBinaryExpression(parent)) return isUsedByOperator(parent, node);
  if (ts.isConditionalExpression(parent)) return parent.condition === node || isUsedResult(parent);
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression !== node;
  return (
    ts.isPropertyAccessExpression(parent) ||
    ts.isIfStatement(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isTemplateSpan(parent)
  );
}

function isUsedByOperator(parent: ts.BinaryExpression, node: ts.Expression): boolean {
  const { kind } = parent.operatorToken;
  if (isAssignmentOperator(kind)) return parent.right === node && ts.isExpressionStatement(parent.parent);
  const passesRight = [
    ts.SyntaxKind.CommaToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
  ];
  if (!passesRight.includes(kind)) return true;
  if (parent.left === node) return kind !== ts.SyntaxKind.CommaToken && !ts.isExpressionStatement(parent.parent);
  return isUsedResult(parent);
}

/** A choice between a call for its effect and something else is often made by an operator. */
function isUsedResult(parent: ts.Expression): boolean {
  const isComma = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.CommaToken;
  return isComma && isUsed(parent);
}

function isReturnless(node: ts.FunctionLikeDeclaration): boolean {
  if (!node.body || !ts.isBlock(node.body) || node.body.statements.length === 0 || isDeferred(node)) return false;
  if (node.type && node.type.kind !== ts.SyntaxKind.VoidKeyword) return false;
  const gives = (child: ts.Node): boolean => ts.isReturnStatement(child) && child.expression !== undefined;
  if (containsBelow(node.body, gives, isFunctionNode)) return false;
  return !ts.isThrowStatement(node.body.statements.at(-1) ?? node);
}

function isDeferred(node: ts.FunctionLikeDeclaration): boolean {
  const isAsync =
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  return node.asteriskToken !== undefined || Boolean(isAsync);
}
