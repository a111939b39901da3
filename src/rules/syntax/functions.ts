import ts from 'typescript';
import { isFunction } from '../../dataflow/scope.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import type { Visitor } from '../visitor.ts';
import { calleeText } from './names.ts';
import { findAncestor, parentOf } from './walk.ts';

/** A function of any form that can have a body. */
export type FunctionNode = ts.FunctionLikeDeclaration;

/** Whether a node is such a function; data flow and rules mean the same by it. */
export const isFunctionNode = isFunction;

/** A visitor that calls `check` for every function of a file, outer ones first. */
export function forEveryFunction(check: (node: FunctionNode) => void): Visitor {
  return {
    FunctionDeclaration: check,
    FunctionExpression: check,
    ArrowFunction: check,
    MethodDeclaration: check,
    Constructor: check,
    GetAccessor: check,
    SetAccessor: check,
  };
}

/** The function whose body or parameters hold `node`. */
export function enclosingFunction(node: ts.Node): FunctionNode | undefined {
  return findAncestor(node, isFunctionNode) as FunctionNode | undefined;
}

/** What a function is called, for messages: its name, that of the variable or property it is given to, or its use. */
export function functionName(node: FunctionNode): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const name = nameNodeOf(node);
  if (name) return nameText(name);
  const parent = parentOf(node);
  if (parent && ts.isCallExpression(parent) && parent.expression !== node) return `${calleeText(parent.expression)}(…)`;
  const maker = parent && (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) && enclosingFunction(node);
  return maker ? `${functionName(maker).replace(/\(…\)$/, '')}(…)` : 'function';
}

/** Where to point at a function: its name, else its `=>`, `function` or `constructor` keyword. */
export function functionHead(node: FunctionNode): ts.Node {
  const name = nameNodeOf(node);
  if (name) return name;
  if (ts.isArrowFunction(node)) return node.equalsGreaterThanToken;
  const keywords = [ts.SyntaxKind.FunctionKeyword, ts.SyntaxKind.ConstructorKeyword];
  return node.getChildren().find((child) => keywords.includes(child.kind)) ?? node;
}

/** First and last line of a function, zero-based: how its share of the file's changes is found. */
export function functionLines(node: FunctionNode, file: FileModel): { readonly first: number; readonly last: number } {
  const lineOf = (offset: number): number => file.lines.positionAt(offset).line;
  return { first: lineOf(node.getStart(file.sourceFile)), last: lineOf(node.end) };
}

/** Whether the function is called on the spot: `(() => { … })()`. */
export function isImmediatelyCalled(node: FunctionNode): boolean {
  let current: ts.Node = node;
  while (ts.isParenthesizedExpression(current.parent)) current = current.parent;
  const callee = ts.isPropertyAccessExpression(current.parent) ? current.parent : current;
  return ts.isCallExpression(callee.parent) && callee.parent.expression === callee;
}

function nameNodeOf(node: FunctionNode): ts.Node | undefined {
  if (ts.isConstructorDeclaration(node)) return undefined;
  if (node.name) return node.name;
  let holder = parentOf(node);
  while (holder && (ts.isParenthesizedExpression(holder) || ts.isAsExpression(holder))) holder = parentOf(holder);
  if (!holder) return undefined;
  if (ts.isVariableDeclaration(holder) || ts.isPropertyAssignment(holder) || ts.isPropertyDeclaration(holder)) {
    return holder.name;
  }
  if (!ts.isBinaryExpression(holder) || holder.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  return ts.isPropertyAccessExpression(holder.left) ? holder.left.name : holder.left;
}

function nameText(name: ts.Node): string {
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  return name.getText();
}
