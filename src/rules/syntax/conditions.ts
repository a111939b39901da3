import ts from 'typescript';

/** The parts that a condition is decided by: what stands between `&&`, `||`, `!` and parentheses. */
export function decidingParts(condition: ts.Expression): readonly ts.Expression[] {
  if (ts.isParenthesizedExpression(condition)) return decidingParts(condition.expression);
  if (isNegation(condition)) return decidingParts(condition.operand);
  if (isLogical(condition)) return [...decidingParts(condition.left), ...decidingParts(condition.right)];
  return [condition];
}

export function isNegation(node: ts.Node): node is ts.PrefixUnaryExpression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
}

/** `a && b`, `a || b`. */
export interface LogicalExpression extends ts.BinaryExpression {
  readonly operatorToken: ts.Token<ts.SyntaxKind.AmpersandAmpersandToken | ts.SyntaxKind.BarBarToken>;
}

export function isLogical(node: ts.Node): node is LogicalExpression {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}

/** `==`, `===`, `!=`, `!==`. */
export function isEquality(node: ts.BinaryExpression): boolean {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return true;
    default:
      return false;
  }
}

/** `<`, `<=`, `>`, `>=`. */
export function isRelational(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken;
  return kind >= ts.SyntaxKind.LessThanToken && kind <= ts.SyntaxKind.GreaterThanEqualsToken;
}

/** A piece of code as a message shows it: one line, at most 40 characters. */
export function shownCode(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, ' ').replace(/`/g, "'");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
