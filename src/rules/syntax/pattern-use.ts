import ts from 'typescript';
import { unwrap } from './names.ts';
import { parentOf } from './walk.ts';

/** What the code does with a regular expression: decides by it, takes parts out, changes text, or what is not seen. */
export type PatternUse = 'test' | 'extract' | 'change' | 'unknown';

/** What the code does with the expression at `node`: the literal, the text, or the call that compiles it. */
export function patternUse(node: ts.Expression): PatternUse {
  const value = outermost(node);
  const parent = parentOf(value);
  if (!parent) return 'unknown';
  if (ts.isPropertyAccessExpression(parent) && parent.expression === value) return useOfMember(parent);
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== value) return 'unknown';
  const callee = unwrap(parent.expression);
  if (!ts.isPropertyAccessExpression(callee)) return 'unknown';
  return useOfMethod(callee.name.text, parent);
}

/** Whether a value only decides: it stands in a condition, a comparison or a logical expression. */
export function isDecision(node: ts.Expression): boolean {
  const value = outermost(node);
  const parent = parentOf(value);
  if (!parent) return false;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === value;
  if (ts.isConditionalExpression(parent)) return parent.condition === value;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) return false;
  return ts.isBinaryExpression(parent) && deciding.has(parent.operatorToken.kind);
}

const deciding = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
]);

function useOfMember(member: ts.PropertyAccessExpression): PatternUse {
  const call = parentOf(member);
  return call && ts.isCallExpression(call) && call.expression === member
    ? useOfMethod(member.name.text, call)
    : 'unknown';
}

function useOfMethod(name: string, call: ts.CallExpression): PatternUse {
  if (name === 'test' || name === 'search') return 'test';
  if (name === 'match' || name === 'matchAll' || name === 'exec') {
    return isDecision(call) || ts.isExpressionStatement(call.parent) ? 'test' : 'extract';
  }
  return /^(replace|replaceAll|split)$/.test(name) ? 'change' : 'unknown';
}

/** The expression with its parentheses and casts, and the call that compiles it. */
function outermost(node: ts.Expression): ts.Expression {
  let value: ts.Expression = node;
  for (let parent = parentOf(value); parent && ts.isExpression(parent); parent = parentOf(value)) {
    const isWrapper = unwrap(parent) === unwrap(value) && parent !== value;
    const isCompiled =
      (ts.isNewExpression(parent) || ts.isCallExpression(parent)) &&
      parent.arguments?.[0] === value &&
      ts.isIdentifier(parent.expression) &&
      parent.expression.text === 'RegExp';
    if (!isWrapper && !isCompiled) return value;
    value = parent;
  }
  return value;
}
