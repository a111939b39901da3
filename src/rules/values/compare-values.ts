import ts from 'typescript';
import { unwrap } from '../syntax/names.ts';
import type { LocalValues } from './local-values.ts';
import {
  bigints,
  booleans,
  kinds,
  nullish,
  numbers,
  objects,
  texts,
  typesIn,
  valuesOfTypeof,
  type ValueSet,
} from './value-set.ts';

/** How an equality always ends; undefined when it may end either way. Looks through `typeof x === 'number'`. */
export function compareValues(node: ts.BinaryExpression, values: LocalValues): boolean | undefined {
  const isNegated = /^!/.test(node.operatorToken.getText());
  const areEqual = typeTest(node, values) ?? equality(node, values);
  return areEqual === undefined ? undefined : areEqual !== isNegated;
}

/** Whether an equality asks for `null` or `undefined`, or what `typeof` says: a guard rather than a comparison. */
export function isGuard(node: ts.BinaryExpression): boolean {
  return [node.left, node.right].some((side) => {
    const value = unwrap(side);
    return ts.isTypeOfExpression(value) || value.kind === ts.SyntaxKind.NullKeyword || isUndefinedName(value);
  });
}

/** `undefined`, also as `void 0`. */
export function isUndefinedName(node: ts.Expression): boolean {
  return ts.isVoidExpression(node) || (ts.isIdentifier(node) && node.text === 'undefined');
}

/** The operand of `typeof` and the answer it is compared with, whichever side they stand on. */
export function readTypeTest(node: ts.BinaryExpression): { subject: ts.Expression; answer: string } | undefined {
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  if (ts.isTypeOfExpression(left) && ts.isStringLiteralLike(right)) {
    return { subject: left.expression, answer: right.text };
  }
  if (ts.isTypeOfExpression(right) && ts.isStringLiteralLike(left)) {
    return { subject: right.expression, answer: left.text };
  }
  return undefined;
}

function typeTest(node: ts.BinaryExpression, values: LocalValues): boolean | undefined {
  const test = readTypeTest(node);
  const asked = test && valuesOfTypeof(test.answer);
  if (!test || asked === undefined) return undefined;
  const value = values.valueOf(test.subject);
  if (value === 0) return undefined;
  if ((value & asked) === 0) return false;
  return (value & ~asked) === 0 ? true : undefined;
}

function equality(node: ts.BinaryExpression, values: LocalValues): boolean | undefined {
  const [left, right] = [values.valueOf(node.left), values.valueOf(node.right)];
  if (left === 0 || right === 0) return undefined;
  const isStrict = /===?$/.test(node.operatorToken.getText()) && node.operatorToken.getText().length === 3;
  if (isStrict) return strictEquality(left, right);
  return looseEquality(left, right) ?? unlikeTexts(node, left, right);
}

const singletons: ValueSet = nullish | booleans;

function strictEquality(left: ValueSet, right: ValueSet): boolean | undefined {
  if ((typesIn(left) & typesIn(right)) === 0) return false;
  const isOneOfAKind = (left & singletons) === left && (left & (left - 1)) === 0;
  if (isOneOfAKind && left === right) return true;
  return (left & right) === 0 && ((left | right) & ~(singletons | numbers | texts)) === 0 ? false : undefined;
}

const convertible: ValueSet = booleans | numbers | texts | bigints;

function looseEquality(left: ValueSet, right: ValueSet): boolean | undefined {
  if ((left & ~nullish) === 0 && (right & ~nullish) === 0) return true;
  if ((left & ~nullish) === 0 || (right & ~nullish) === 0)
    return (left & right & nullish) === 0 && !mayBeNullish(left, right) ? false : undefined;
  const onlyOf = (value: ValueSet, types: ValueSet): boolean => (value & ~types) === 0;
  const unlike = (a: ValueSet, b: ValueSet): boolean =>
    (onlyOf(a, kinds.plainObject) && onlyOf(b, convertible & ~texts)) ||
    (onlyOf(a, kinds.symbol) && onlyOf(b, convertible)) ||
    (onlyOf(a, objects) && onlyOf(b, kinds.function | nullish));
  return unlike(left, right) || unlike(right, left) ? false : undefined;
}

function mayBeNullish(left: ValueSet, right: ValueSet): boolean {
  return (left & nullish) !== 0 && (right & nullish) !== 0;
}

/** A constant text that is no number. */
export function isWord(side: ts.Expression): boolean {
  const value = unwrap(side);
  return ts.isStringLiteralLike(value) && value.text.trim() !== '' && Number.isNaN(Number(value.text));
}

/** A text that is no number never equals a number or a boolean. */
function unlikeTexts(node: ts.BinaryExpression, left: ValueSet, right: ValueSet): boolean | undefined {
  const isNumeric = (value: ValueSet): boolean => (value & ~(numbers | booleans | bigints)) === 0;
  return (isNumeric(left) && isWord(node.right)) || (isNumeric(right) && isWord(node.left)) ? false : undefined;
}
