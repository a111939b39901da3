import ts from 'typescript';
import { evaluateCompound } from './evaluate-binary.ts';
import { numericResult } from './evaluate-expression.ts';
import type { LocalValues } from './local-values.ts';
import { anyValue, kinds, texts, type ValueSet } from './value-set.ts';

/** What an assignment gives its target: the name in a declaration, in `x = …`, `x += …`, `x++` or a loop's head. */
export function assignedValue(target: ts.Node, values: LocalValues): ValueSet {
  const { parent } = target;
  if (ts.isVariableDeclaration(parent)) return declaredValue(parent, values);
  if (ts.isBinaryExpression(parent) && parent.left === target) return valueGiven(parent, values);
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return numericResult(values.valueOf(parent.operand));
  }
  if (ts.isParenthesizedExpression(parent)) return assignedValue(parent, values);
  return ts.isForInStatement(parent) ? texts : anyValue;
}

function declaredValue(node: ts.VariableDeclaration, values: LocalValues): ValueSet {
  const holder = node.parent.parent;
  if (ts.isForInStatement(holder)) return texts;
  if (ts.isForOfStatement(holder)) return anyValue;
  return node.initializer ? values.valueOf(node.initializer) : kinds.undefined;
}

function valueGiven(node: ts.BinaryExpression, values: LocalValues): ValueSet {
  const { kind } = node.operatorToken;
  if (kind !== ts.SyntaxKind.EqualsToken) {
    return evaluateCompound(kind, values.valueOf(node.left), values.valueOf(node.right));
  }
  const isDefault = ts.isArrayLiteralExpression(node.parent) || ts.isPropertyAssignment(node.parent);
  const isPattern = isDefault && !isOrdinaryElement(node);
  return isPattern ? anyValue : values.valueOf(node.right);
}

/** `[a = 1]` is a value with an assignment inside, unless it is assigned to itself. */
function isOrdinaryElement(node: ts.BinaryExpression): boolean {
  let current: ts.Node = node;
  while (
    ts.isArrayLiteralExpression(current.parent) ||
    ts.isPropertyAssignment(current.parent) ||
    ts.isObjectLiteralExpression(current.parent)
  ) {
    current = current.parent;
  }
  const holder = current.parent;
  if (ts.isForOfStatement(holder)) return holder.initializer !== current;
  return !(ts.isBinaryExpression(holder) && holder.left === current);
}
