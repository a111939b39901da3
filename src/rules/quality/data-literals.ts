import ts from 'typescript';

/** Whether a literal holds only constants: a table, a long text, a configuration. */
export function isDataLiteral(node: ts.Node): boolean {
  if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) return true;
  return (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node)) && isConstant(node);
}

function isConstant(node: ts.Node): boolean {
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every((property) => ts.isPropertyAssignment(property) && isConstant(property.initializer));
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isConstant);
  if (ts.isPrefixUnaryExpression(node)) return isConstant(node.operand);
  return (
    ts.isStringLiteralLike(node) ||
    ts.isNumericLiteral(node) ||
    ts.isRegularExpressionLiteral(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isIdentifier(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind)
  );
}
