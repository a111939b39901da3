import ts from 'typescript';
import { unwrap } from './names.ts';

const neutralNumbers: ReadonlySet<string> = new Set(['0', '1']);

/** Whether a value only stands in until the real one is known: `null`, `0`, `-1`, `''`, `false`, `[]`, `{}`. */
export function isNeutralValue(node: ts.Expression): boolean {
  const value = unwrap(node);
  if (ts.isIdentifier(value)) return value.text === 'undefined';
  if (ts.isNumericLiteral(value)) return neutralNumbers.has(value.text);
  if (ts.isStringLiteralLike(value)) return value.text === '';
  if (ts.isPrefixUnaryExpression(value)) return isNeutralValue(value.operand);
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0;
  if (ts.isObjectLiteralExpression(value)) return value.properties.length === 0;
  return neutralKeywords.has(value.kind);
}

const neutralKeywords: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.VoidExpression,
]);
