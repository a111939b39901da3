import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isEquality, isLogical, isRelational, shownCode } from '../syntax/conditions.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { isAssignment } from '../syntax/operators.ts';
import { isSameCode } from '../syntax/same-code.ts';
import { containsBelow, findAncestor } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/off-by-one',
  weakness: 'likely-bug',
  docs: {
    title: { en: 'Index beyond the last element', fr: 'Indice au-delà du dernier élément' },
    why: {
      en: 'The last element stands at `length - 1`; with `<=` the index reaches `length`, where there is nothing. Use `<`.',
      fr: 'Le dernier élément est à `length - 1` ; avec `<=`, l’indice atteint `length`, où il n’y a rien. Employez `<`.',
    },
    forLeads: {
      en: 'The program reads one entry too many and then works with nothing: it stops or computes wrongly.',
      fr: 'Le programme lit une entrée de trop et travaille ensuite sur rien : il s’arrête ou calcule faux.',
    },
    bad: `export function sum(prices: number[]) {
  let total = 0;
  for (let i = 0; i <= prices.length; i++) total += prices[i];
  return total;
}`,
    good: `export function sum(prices: number[]) {
  let total = 0;
  for (let i = 0; i < prices.length; i++) total += prices[i];
  return total;
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ index, list }: { index: string; list: string }) =>
      `\`${index}\` reaches \`${list}.length\`, one beyond the last element of \`${list}\``,
    fr: ({ index, list }) =>
      `\`${index}\` atteint \`${list}.length\`, un de plus que le dernier élément de \`${list}\``,
  },
  detect: ({ report }) => ({
    BinaryExpression(node) {
      const bound = lengthBound(node);
      if (!bound || !readsAtIndex(node, bound)) return;
      report(node, { index: bound.index.text, list: shownCode(bound.list) });
    },
  }),
});

interface Bound {
  readonly index: ts.Identifier;
  readonly list: ts.Expression;
}

/** `i <= list.length`, `list.length >= i`. */
function lengthBound(node: ts.BinaryExpression): Bound | undefined {
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.LessThanEqualsToken) return boundOf(node.left, node.right);
  return kind === ts.SyntaxKind.GreaterThanEqualsToken ? boundOf(node.right, node.left) : undefined;
}

function boundOf(index: ts.Expression, limit: ts.Expression): Bound | undefined {
  if (!ts.isIdentifier(index) || !ts.isPropertyAccessExpression(limit) || limit.name.text !== 'length')
    return undefined;
  return { index, list: limit.expression };
}

/** Whether the code that runs while the bound holds reads the list at the index, before anything else looks at it. */
function readsAtIndex(node: ts.BinaryExpression, bound: Bound): boolean {
  const guarded = guardedCode(node);
  return guarded !== undefined && !isChanged(guarded, bound.index) && reads(guarded, bound);
}

function guardedCode(node: ts.Expression): ts.Node | undefined {
  const { parent } = node;
  if (ts.isForStatement(parent)) return parent.condition === node ? parent.statement : undefined;
  if (ts.isIfStatement(parent)) return parent.expression === node ? parent.thenStatement : undefined;
  if (ts.isWhileStatement(parent)) return parent.expression === node ? parent.statement : undefined;
  const isAnd = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  if (!isAnd) return undefined;
  return parent.left === node ? parent.right : guardedCode(parent);
}

function reads(node: ts.Node, { index, list }: Bound): boolean {
  const isRead = (child: ts.Node): boolean =>
    ts.isElementAccessExpression(child) &&
    ts.isIdentifier(child.argumentExpression) &&
    child.argumentExpression.text === index.text &&
    isSameCode(child.expression, list) &&
    !isWritten(child) &&
    !isChecked(child, index);
  return isRead(node) || containsBelow(node, isRead, isFunctionNode);
}

function isWritten(node: ts.Expression): boolean {
  return isAssignment(node.parent) && node.parent.left === node;
}

/** Another test of the index in front of the read: `i < list.length && list[i]`. */
function isChecked(node: ts.Node, index: ts.Identifier): boolean {
  const test = findAncestor(
    node,
    (ancestor) =>
      (ts.isIfStatement(ancestor) && ancestor.expression.getText().includes(index.text)) ||
      (ts.isConditionalExpression(ancestor) && ancestor.condition.getText().includes(index.text)) ||
      (isLogical(ancestor) && ts.isBinaryExpression(ancestor.left) && isBoundTest(ancestor.left, index)),
  );
  return (
    test !== undefined && !test.getText().includes(`${index.text} <=`) && !test.getText().includes(`>= ${index.text}`)
  );
}

function isBoundTest(node: ts.BinaryExpression, index: ts.Identifier): boolean {
  return (
    (isRelational(node) || isEquality(node)) && [node.left, node.right].some((side) => side.getText() === index.text)
  );
}

function isChanged(node: ts.Node, index: ts.Identifier): boolean {
  return containsBelow(
    node,
    (child) =>
      (isAssignment(child) && child.left.getText() === index.text) ||
      ((ts.isPrefixUnaryExpression(child) || ts.isPostfixUnaryExpression(child)) &&
        (child.operator === ts.SyntaxKind.MinusMinusToken || child.operator === ts.SyntaxKind.PlusPlusToken) &&
        child.operand.getText() === index.text),
  );
}
