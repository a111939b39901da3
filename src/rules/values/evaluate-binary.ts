import ts from 'typescript';
import { compareValues } from './compare-values.ts';
import type { LocalValues } from './local-values.ts';
import { anyValue, booleans, falsy, kinds, nullish, numbers, objects, texts, truthy, bigints } from './value-set.ts';
import type { ValueSet } from './value-set.ts';

/** The kinds of values of an expression with an operator in the middle. */
export function evaluateBinary(node: ts.BinaryExpression, values: LocalValues): ValueSet {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.CommaToken:
      return values.valueOf(node.right);
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return joined(values.valueOf(node.left), falsy, () => values.valueOf(node.right));
    case ts.SyntaxKind.BarBarToken:
      return joined(values.valueOf(node.left), truthy, () => values.valueOf(node.right));
    case ts.SyntaxKind.QuestionQuestionToken:
      return joined(values.valueOf(node.left), anyValue & ~nullish, () => values.valueOf(node.right));
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return truthSet(compareValues(node, values));
    default:
      return evaluateRest(node.operatorToken.kind, values.valueOf(node.left), values.valueOf(node.right));
  }
}

function evaluateRest(operator: ts.SyntaxKind, left: ValueSet, right: ValueSet): ValueSet {
  const isCompound =
    operator >= ts.SyntaxKind.FirstCompoundAssignment && operator <= ts.SyntaxKind.LastCompoundAssignment;
  return isCompound ? evaluateCompound(operator, left, right) : evaluateOperator(operator, left, right);
}

/** The value of a compound assignment such as `x += y`. */
export function evaluateCompound(operator: ts.SyntaxKind, left: ValueSet, right: ValueSet): ValueSet {
  switch (operator) {
    case ts.SyntaxKind.PlusEqualsToken:
      return evaluateOperator(ts.SyntaxKind.PlusToken, left, right);
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
      return (left & falsy) | right;
    case ts.SyntaxKind.BarBarEqualsToken:
      return (left & truthy) | right;
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      return (left & ~nullish) | right;
    default:
      return evaluateOperator(ts.SyntaxKind.AsteriskToken, left, right);
  }
}

function joined(left: ValueSet, kept: ValueSet, right: () => ValueSet): ValueSet {
  return (left & ~kept) === 0 ? left : (left & kept) | right();
}

function truthSet(truth: boolean | undefined): ValueSet {
  return truth === undefined ? booleans : truth ? kinds.true : kinds.false;
}

function evaluateOperator(operator: ts.SyntaxKind, left: ValueSet, right: ValueSet): ValueSet {
  switch (operator) {
    case ts.SyntaxKind.PlusToken:
      return sum(left, right);
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
    case ts.SyntaxKind.InKeyword:
    case ts.SyntaxKind.InstanceOfKeyword:
      return booleans;
    default:
      return ((left | right) & (bigints | objects)) === 0 ? numbers : numbers | bigints;
  }
}

const asText = texts | objects | kinds.function;

function sum(left: ValueSet, right: ValueSet): ValueSet {
  const isText = (value: ValueSet): boolean => (value & ~texts) === 0;
  if (isText(left) || isText(right)) {
    return left === kinds.text || right === kinds.text ? kinds.text : texts;
  }
  if (((left | right) & asText) !== 0) return numbers | texts | bigints;
  return ((left | right) & bigints) === 0 ? numbers : numbers | bigints;
}
