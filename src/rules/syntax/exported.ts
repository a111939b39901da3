import ts from 'typescript';
import type { FunctionNode } from './functions.ts';

/** Whether other files can call the function by its own export: declared, kept in an exported constant, or a public method of an exported class. */
export function isExportedFunction(node: FunctionNode): boolean {
  if (ts.isFunctionDeclaration(node)) return isExported(node);
  if (ts.isClassLike(node.parent)) return isExported(node.parent) && !isPrivateMember(node);
  const holder = node.parent;
  if (ts.isExportAssignment(holder)) return true;
  return ts.isVariableDeclaration(holder) && isExported(holder.parent.parent);
}

function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && hasModifier(node, ts.SyntaxKind.ExportKeyword);
}

function isPrivateMember(node: FunctionNode): boolean {
  if (node.name && ts.isPrivateIdentifier(node.name)) return true;
  if (!ts.canHaveModifiers(node)) return false;
  return hasModifier(node, ts.SyntaxKind.PrivateKeyword) || hasModifier(node, ts.SyntaxKind.ProtectedKeyword);
}

function hasModifier(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false;
}
