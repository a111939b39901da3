import ts from 'typescript';

/** Whether an object literal says itself how it becomes text or a number, or may take that from elsewhere. */
export function hasOwnConversion(node: ts.ObjectLiteralExpression): boolean {
  return node.properties.some((property) => {
    if (ts.isSpreadAssignment(property)) return true;
    const { name } = property;
    return ts.isComputedPropertyName(name) || /^(toString|valueOf|__proto__)$/.test(name.getText());
  });
}
