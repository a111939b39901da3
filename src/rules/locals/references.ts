import ts from 'typescript';
import { isAssignmentOperator } from '../syntax/operators.ts';

/** Whether an identifier refers to a variable, function, class or type, rather than naming a property or declaring. */
export function isReference(name: ts.Identifier): boolean {
  const { parent } = name;
  switch (parent.kind) {
    case ts.SyntaxKind.PropertyAccessExpression:
      return (parent as ts.PropertyAccessExpression).expression === name;
    case ts.SyntaxKind.QualifiedName:
      return (parent as ts.QualifiedName).left === name;
    case ts.SyntaxKind.ShorthandPropertyAssignment:
    case ts.SyntaxKind.ExportAssignment:
      return true;
    case ts.SyntaxKind.BindingElement:
      return (parent as ts.BindingElement).initializer === name;
    case ts.SyntaxKind.ExportSpecifier:
      return isExportedLocal(parent as ts.ExportSpecifier, name);
    case ts.SyntaxKind.BreakStatement:
    case ts.SyntaxKind.ContinueStatement:
    case ts.SyntaxKind.LabeledStatement:
    case ts.SyntaxKind.ImportSpecifier:
    case ts.SyntaxKind.ImportClause:
    case ts.SyntaxKind.NamespaceImport:
    case ts.SyntaxKind.NamespaceExport:
    case ts.SyntaxKind.NamespaceExportDeclaration:
    case ts.SyntaxKind.MetaProperty:
    case ts.SyntaxKind.JsxAttribute:
    case ts.SyntaxKind.JsxNamespacedName:
    case ts.SyntaxKind.ImportAttribute:
      return false;
    case ts.SyntaxKind.JsxOpeningElement:
    case ts.SyntaxKind.JsxClosingElement:
    case ts.SyntaxKind.JsxSelfClosingElement:
      return !/^[a-z]/.test(name.text);
    default:
      return (parent as ts.NamedDeclaration).name !== name;
  }
}

/** How a reference uses its variable; `x += 1` reads and writes. */
export interface Use {
  readonly reads: boolean;
  readonly writes: boolean;
}

export function useOf(name: ts.Identifier): Use {
  const target = outermost(name);
  const { parent } = target;
  if (isUpdate(parent, target)) return { reads: true, writes: true };
  if (ts.isBinaryExpression(parent) && parent.left === target && isAssignmentOperator(parent.operatorToken.kind)) {
    return { reads: parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken, writes: true };
  }
  return isPatternTarget(target) ? { reads: false, writes: true } : { reads: true, writes: false };
}

/** A target of `[a, b] = …`, `({ a } = …)`, or the head of `for (a of …)`. */
function isPatternTarget(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isForInStatement(parent) || ts.isForOfStatement(parent)) return parent.initializer === node;
  if (ts.isBinaryExpression(parent)) {
    return parent.left === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && isDestructured(parent);
  }
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && isPatternTarget(parent.parent);
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node && isPatternTarget(parent.parent);
  if (ts.isSpreadAssignment(parent)) return isPatternTarget(parent.parent);
  if (ts.isSpreadElement(parent)) return ts.isArrayLiteralExpression(parent.parent) && isPatternTarget(parent.parent);
  return ts.isArrayLiteralExpression(parent) && isPatternTarget(parent);
}

/** An assignment whose left side is a pattern, or that gives a default inside one. */
function isDestructured(node: ts.BinaryExpression): boolean {
  return ts.isArrayLiteralExpression(node.left) || ts.isObjectLiteralExpression(node.left) || isPatternTarget(node);
}

function isUpdate(parent: ts.Node, target: ts.Node): boolean {
  if (!ts.isPrefixUnaryExpression(parent) && !ts.isPostfixUnaryExpression(parent)) return false;
  const { operator } = parent;
  const isStep = operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
  return isStep && parent.operand === target;
}

function outermost(node: ts.Node): ts.Node {
  let current = node;
  while (
    ts.isParenthesizedExpression(current.parent) ||
    ts.isNonNullExpression(current.parent) ||
    ts.isAsExpression(current.parent)
  ) {
    current = current.parent;
  }
  return current;
}

function isExportedLocal(specifier: ts.ExportSpecifier, name: ts.Identifier): boolean {
  return !specifier.parent.parent.moduleSpecifier && (specifier.propertyName ?? specifier.name) === name;
}
