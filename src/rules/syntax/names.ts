import ts from 'typescript';

/** The expression inside parentheses, casts, `satisfies` and `!`. */
export function unwrap(node: ts.Expression): ts.Expression {
  let current = node;
  while (
    ts.isParenthesizedExpression(current) ||
    ts.isAsExpression(current) ||
    ts.isSatisfiesExpression(current) ||
    ts.isNonNullExpression(current) ||
    ts.isTypeAssertionExpression(current)
  ) {
    current = current.expression;
  }
  return current;
}

/**
 * The parts of a chain of names: `['this', 'orders', 'find']` for `this.orders.find` and for `this.orders?.find`.
 * A part that is no name (a call, an index) is `''`, so `shop().orders` gives `['', 'orders']`.
 */
export function nameParts(node: ts.Expression): readonly string[] {
  const expression = unwrap(node);
  if (ts.isIdentifier(expression)) return [expression.text];
  if (expression.kind === ts.SyntaxKind.ThisKeyword) return ['this'];
  if (expression.kind === ts.SyntaxKind.SuperKeyword) return ['super'];
  if (ts.isPropertyAccessExpression(expression)) return [...nameParts(expression.expression), expression.name.text];
  return [''];
}

/** The last name of a callee: `find` for `shop().orders.find`; empty when it has none. */
export function lastName(callee: ts.Expression): string {
  return nameParts(callee).at(-1) ?? '';
}

/** A callee as a message shows it: names joined by dots, `…` for what has no name, at most three parts. */
export function calleeText(callee: ts.Expression): string {
  const parts = nameParts(callee).map((part) => part || '…');
  return (parts.length > 3 ? ['…', ...parts.slice(-2)] : parts).join('.');
}

/** Where to point at a call: its function's name where the chain before it takes lines of its own, else the call. */
export function callHead(node: ts.CallExpression | ts.NewExpression): ts.Node {
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression)) return node;
  const isChain = /\n/.test(
    node.getSourceFile().text.slice(expression.expression.getStart(), expression.name.getStart()),
  );
  return isChain ? expression.name : node;
}

/** The text of a string literal or a template without substitutions. */
export function stringValue(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** Every name that a variable's or a parameter's pattern binds. */
export function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}
