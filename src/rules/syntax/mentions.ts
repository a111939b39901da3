import ts from 'typescript';
import { containsBelow } from './walk.ts';

/** Whether one of the names stands in `node` or below it, property names aside. */
export function mentionsAny(node: ts.Node, names: ReadonlySet<string>): boolean {
  const isMention = (child: ts.Node): boolean =>
    ts.isIdentifier(child) && names.has(child.text) && !isPropertyName(child);
  return isMention(node) || containsBelow(node, isMention);
}

/** The `lines` of `order.lines` and of `{ lines: 3 }`: a name that means no variable. */
export function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}
