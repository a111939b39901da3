import ts from 'typescript';
import type { FileLocals } from '../locals/file-locals.ts';
import { unwrap } from '../syntax/names.ts';
import { isUndefinedName, readTypeTest } from './compare-values.ts';
import {
  anyValue,
  booleans,
  falsy,
  kinds,
  nullish,
  numbers,
  objects,
  texts,
  truthy,
  valuesOfTypeof,
  type ValueSet,
} from './value-set.ts';

/** The values of a variable for which a condition can end this way; every value for a condition on something else. */
export function narrowedBy(condition: ts.Expression, isTrue: boolean, symbol: ts.Symbol, locals: FileLocals): ValueSet {
  const test = unwrap(condition);
  const isSubject = (node: ts.Expression): boolean => isVariable(node, symbol, locals);
  if (isSubject(test)) return isTrue ? truthy : falsy;
  if (ts.isPrefixUnaryExpression(test) && test.operator === ts.SyntaxKind.ExclamationToken) {
    return narrowedBy(test.operand, !isTrue, symbol, locals);
  }
  if (ts.isCallExpression(test)) return isTrue && isArrayTest(test, isSubject) ? kinds.object : anyValue;
  return ts.isBinaryExpression(test) ? narrowedByOperator(test, isTrue, isSubject) : anyValue;
}

type IsSubject = (node: ts.Expression) => boolean;

/** The variable itself, also as the value of an assignment: `if ((match = next()))`. */
function isVariable(node: ts.Expression, symbol: ts.Symbol, locals: FileLocals): boolean {
  const value = unwrap(node);
  if (ts.isIdentifier(value)) return locals.symbolOf(value) === symbol;
  const isAssignment = ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssignment && ts.isIdentifier(value.left) && locals.symbolOf(value.left) === symbol;
}

function isArrayTest(call: ts.CallExpression, isSubject: IsSubject): boolean {
  const [argument] = call.arguments;
  return argument !== undefined && isSubject(argument) && call.expression.getText() === 'Array.isArray';
}

function narrowedByOperator(test: ts.BinaryExpression, isTrue: boolean, isSubject: IsSubject): ValueSet {
  switch (test.operatorToken.kind) {
    case ts.SyntaxKind.InstanceOfKeyword:
      return isTrue && isSubject(test.left) ? objects | kinds.function : anyValue;
    case ts.SyntaxKind.InKeyword:
      return isTrue && isSubject(test.right) ? objects | kinds.function : anyValue;
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return narrowedByEquality(test, isTrue, true, isSubject);
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return narrowedByEquality(test, !isTrue, true, isSubject);
    case ts.SyntaxKind.EqualsEqualsToken:
      return narrowedByEquality(test, isTrue, false, isSubject);
    case ts.SyntaxKind.ExclamationEqualsToken:
      return narrowedByEquality(test, !isTrue, false, isSubject);
    default:
      return anyValue;
  }
}

function narrowedByEquality(
  test: ts.BinaryExpression,
  areEqual: boolean,
  isStrict: boolean,
  isSubject: IsSubject,
): ValueSet {
  const typeTest = readTypeTest(test);
  if (typeTest) {
    const values = isSubject(typeTest.subject) ? valuesOfTypeof(typeTest.answer) : undefined;
    return values === undefined ? anyValue : areEqual ? values : anyValue & ~values;
  }
  const other = isSubject(test.left) ? unwrap(test.right) : isSubject(test.right) ? unwrap(test.left) : undefined;
  if (!other) return anyValue;
  const values = valuesEqualTo(other, isStrict);
  if (values === undefined) return anyValue;
  if (areEqual) return values;
  return isSingleValue(values) ? anyValue & ~values : anyValue;
}

/** The kinds that equal a constant; undefined for what is no constant. */
function valuesEqualTo(node: ts.Expression, isStrict: boolean): ValueSet | undefined {
  if (isUndefinedName(node)) return isStrict ? kinds.undefined : nullish;
  if (node.kind === ts.SyntaxKind.NullKeyword) return isStrict ? kinds.null : nullish;
  if (!isStrict) return undefined;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return kinds.true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return kinds.false;
  if (ts.isStringLiteralLike(node)) return node.text === '' ? kinds.emptyText : kinds.text;
  if (ts.isNumericLiteral(node)) return Number(node.text) === 0 ? kinds.zero : kinds.number;
  return undefined;
}

/** Kinds of which only one value exists, so that being unlike it excludes the kind. */
function isSingleValue(values: ValueSet): boolean {
  const single = nullish | booleans | kinds.emptyText;
  return (values & ~single) === 0 && (values & (texts & ~kinds.emptyText)) === 0 && (values & numbers) === 0;
}
