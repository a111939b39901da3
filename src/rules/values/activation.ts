import ts from 'typescript';
import { isFunctionNode } from '../syntax/functions.ts';

/**
 * The function, class or file in whose run a node is evaluated. A function that is called on the spot belongs to the
 * one around it, as it does in the compiler's control flow.
 */
export function activationOf(node: ts.Node): ts.Node {
  let current: ts.Node = node.parent;
  while (!ts.isSourceFile(current)) {
    if (isFunctionNode(current) && !isInline(current)) return current;
    if (ts.isPropertyDeclaration(current) || ts.isClassStaticBlockDeclaration(current)) return current;
    if (ts.isModuleDeclaration(current)) return current;
    current = current.parent;
  }
  return current;
}

function isInline(node: ts.FunctionLikeDeclaration): boolean {
  if (!ts.isFunctionExpression(node) && !ts.isArrowFunction(node)) return false;
  if (node.asteriskToken ?? node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) return false;
  let current: ts.Node = node;
  while (ts.isParenthesizedExpression(current.parent)) current = current.parent;
  return ts.isCallExpression(current.parent) && current.parent.expression === current;
}
