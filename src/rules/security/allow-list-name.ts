import ts from 'typescript';
import { findAncestor, parentOf } from '../syntax/walk.ts';
import { isFunctionNode } from '../syntax/functions.ts';

/** The name of the list of what is allowed that an element or value is put into, by how such lists are called. */
export function allowListName(node: ts.Node): string | undefined {
  const holder = findAncestor(node, (parent) => nameOf(parent) !== undefined, isFunctionNode);
  const name = holder && nameOf(holder);
  return name !== undefined && /allow|trust|white|permit|origin|valid/i.test(name) ? name : undefined;
}

function nameOf(node: ts.Node): string | undefined {
  const isNamed = ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node);
  if (isNamed) return node.name.getText();
  const isAssigned = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssigned && parentOf(node) ? node.left.getText() : undefined;
}
