import ts from 'typescript';
import { isFunctionNode } from '../syntax/functions.ts';
import { evaluateBinary } from './evaluate-binary.ts';
import { hasOwnConversion } from './own-conversion.ts';
import { unwrap } from '../syntax/names.ts';
import type { LocalValues } from './local-values.ts';
import { anyValue, bigints, booleans, kinds, nullish, numbers, texts, truthOf, type ValueSet } from './value-set.ts';
import type { Variables } from './variables.ts';

/** The kinds of values of one expression; asks `values` for its parts and `variables` for names. */
export function evaluateExpression(node: ts.Expression, values: LocalValues, variables: Variables): ValueSet {
  if (ts.isIdentifier(node)) return variables.valueOf(node);
  if (isFunctionNode(node) || ts.isClassExpression(node)) return kinds.function;
  if (ts.isBinaryExpression(node)) return evaluateBinary(node, values);
  if (ts.isPrefixUnaryExpression(node)) return evaluatePrefix(node, values);
  if (ts.isCallExpression(node)) return evaluateCall(node, values);
  return evaluateWrapped(node, values) ?? evaluateFixed(node, values) ?? anyValue;
}

/** Expressions that pass on what stands inside. */
function evaluateWrapped(node: ts.Expression, values: LocalValues): ValueSet | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node)) return values.valueOf(node.expression);
  if (ts.isNonNullExpression(node)) {
    const value = values.valueOf(node.expression) & ~nullish;
    return value === 0 ? anyValue : value;
  }
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
    const inner = unwrap(node.expression);
    // `{} as Shop` stands in for whatever the type says.
    if (ts.isObjectLiteralExpression(inner) && inner.properties.length === 0) return anyValue;
    const value = values.valueOf(inner);
    return (value & ~nullish) === 0 ? anyValue : value;
  }
  if (ts.isConditionalExpression(node)) return values.valueOf(node.whenTrue) | values.valueOf(node.whenFalse);
  return undefined;
}

/** Expressions whose kind is told by their form. */
function evaluateFixed(node: ts.Expression, values: LocalValues): ValueSet | undefined {
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return kinds.true;
    case ts.SyntaxKind.FalseKeyword:
      return kinds.false;
    case ts.SyntaxKind.NullKeyword:
      return kinds.null;
    case ts.SyntaxKind.NumericLiteral:
      return Number((node as ts.NumericLiteral).text) === 0 ? kinds.zero : kinds.number;
    case ts.SyntaxKind.BigIntLiteral:
      return /^0n$/.test((node as ts.BigIntLiteral).text) ? kinds.zeroBigint : kinds.bigint;
    case ts.SyntaxKind.StringLiteral:
    case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
      return (node as ts.StringLiteral).text === '' ? kinds.emptyText : kinds.text;
    case ts.SyntaxKind.TemplateExpression:
      return isNeverEmpty(node as ts.TemplateExpression) ? kinds.text : texts;
    case ts.SyntaxKind.VoidExpression:
      return kinds.undefined;
    case ts.SyntaxKind.TypeOfExpression:
      return kinds.text;
    case ts.SyntaxKind.DeleteExpression:
      return booleans;
    case ts.SyntaxKind.ArrayLiteralExpression:
    case ts.SyntaxKind.RegularExpressionLiteral:
    case ts.SyntaxKind.NewExpression:
      return kinds.object;
    case ts.SyntaxKind.ObjectLiteralExpression:
      return hasOwnConversion(node as ts.ObjectLiteralExpression) ? kinds.object : kinds.plainObject;
    case ts.SyntaxKind.PostfixUnaryExpression:
      return numericResult(values.valueOf((node as ts.PostfixUnaryExpression).operand));
    default:
      return undefined;
  }
}

function isNeverEmpty(node: ts.TemplateExpression): boolean {
  return node.head.text !== '' || node.templateSpans.some((span) => span.literal.text !== '');
}

function evaluatePrefix(node: ts.PrefixUnaryExpression, values: LocalValues): ValueSet {
  const value = values.valueOf(node.operand);
  switch (node.operator) {
    case ts.SyntaxKind.ExclamationToken: {
      const truth = truthOf(value);
      return truth === undefined ? booleans : truth ? kinds.false : kinds.true;
    }
    case ts.SyntaxKind.PlusToken:
      return numbers;
    case ts.SyntaxKind.MinusToken:
      return value === kinds.number ? kinds.number : numericResult(value);
    default:
      return numericResult(value);
  }
}

/** A number, and a bigint where the operand may be one. */
export function numericResult(operand: ValueSet): ValueSet {
  return (operand & (bigints | kinds.object | kinds.plainObject)) === 0 ? numbers : numbers | bigints;
}

const conversions = new Map<string, ValueSet>([
  ['String', texts],
  ['Number', numbers],
  ['Boolean', booleans],
  ['parseInt', numbers],
  ['parseFloat', numbers],
  ['isNaN', booleans],
  ['Symbol', kinds.symbol],
]);

function evaluateCall(node: ts.CallExpression, values: LocalValues): ValueSet {
  if (node.questionDotToken) return anyValue;
  const called = values.functionOf(node.expression);
  if (called) return values.returnsOf(called);
  const { expression: callee } = node;
  if (ts.isIdentifier(callee) && values.valueOf(callee) === anyValue) return conversions.get(callee.text) ?? anyValue;
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken) return anyValue;
  return evaluateMethod(callee, values);
}

/** Methods that every value has, or that the receiver's kind gives. */
function evaluateMethod(callee: ts.PropertyAccessExpression, values: LocalValues): ValueSet {
  const method = callee.name.text;
  const owner = ts.isIdentifier(callee.expression) ? callee.expression.text : '';
  if (owner === 'Object' && method === 'toString') return kinds.text;
  if (owner === 'Array' && method === 'isArray') return booleans;
  if (owner === 'Math' && /^(random|floor|ceil|round|max|min|abs)$/.test(method)) return numbers;
  const receiver = values.valueOf(callee.expression);
  const isText = (receiver & ~texts) === 0 && receiver !== 0;
  if (isText && /^(indexOf|lastIndexOf|search|charCodeAt)$/.test(method)) return numbers;
  if (isText && /^(trim|slice|substring|toLowerCase|toUpperCase|replace|charAt|concat|repeat)$/.test(method)) {
    return texts;
  }
  return isText && /^(includes|startsWith|endsWith)$/.test(method) ? booleans : anyValue;
}
