import ts from 'typescript';

/** Whether two pieces of code are the same apart from white space. */
export function isSameCode(one: ts.Node, other: ts.Node): boolean {
  if (one.kind !== other.kind) return false;
  const [a, b] = [one.getText(), other.getText()];
  return a === b || squeeze(a) === squeeze(b);
}

/** Whether evaluating an expression twice gives the same value and does nothing else. */
export function isRepeatable(node: ts.Node): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.CallExpression:
    case ts.SyntaxKind.NewExpression:
    case ts.SyntaxKind.AwaitExpression:
    case ts.SyntaxKind.YieldExpression:
    case ts.SyntaxKind.PostfixUnaryExpression:
    case ts.SyntaxKind.TaggedTemplateExpression:
    case ts.SyntaxKind.ObjectLiteralExpression:
    case ts.SyntaxKind.ArrayLiteralExpression:
    case ts.SyntaxKind.ArrowFunction:
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ClassExpression:
    case ts.SyntaxKind.DeleteExpression:
      return false;
    case ts.SyntaxKind.PrefixUnaryExpression:
      return !isStep((node as ts.PrefixUnaryExpression).operator) && areRepeatable(node);
    case ts.SyntaxKind.BinaryExpression:
      return !isAssigning(node as ts.BinaryExpression) && areRepeatable(node);
    default:
      return areRepeatable(node);
  }
}

function areRepeatable(node: ts.Node): boolean {
  return !ts.forEachChild(node, (child) => (isRepeatable(child) ? undefined : true));
}

function isStep(operator: ts.PrefixUnaryOperator): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

function isAssigning(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}
