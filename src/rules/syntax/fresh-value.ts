import ts from 'typescript';
import type { FileLocals } from '../locals/file-locals.ts';
import { unwrap } from './names.ts';
import { findAncestor } from './walk.ts';

/** What kind of new value an expression makes each time it runs. */
export type FreshKind = 'object' | 'array' | 'function';

/** The kind of a literal that is never equal to the one made before; undefined for everything else. */
export function freshKind(node: ts.Expression): FreshKind | undefined {
  const value = unwrap(node);
  if (ts.isObjectLiteralExpression(value) || ts.isNewExpression(value)) return 'object';
  if (ts.isArrayLiteralExpression(value)) return 'array';
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? 'function' : undefined;
}

/**
 * The kind of new value that an expression, or the variable of the function `within` that it names, makes at each call;
 * a variable that is written again says nothing.
 */
export function freshKindWithin(node: ts.Expression, within: ts.Node, locals: FileLocals): FreshKind | undefined {
  const value = unwrap(node);
  if (!ts.isIdentifier(value)) return freshKind(value);
  const declaration = locals.symbolOf(value)?.valueDeclaration;
  if (!declaration || ownerOf(declaration) !== within) return undefined;
  if (ts.isFunctionDeclaration(declaration)) return 'function';
  if (ts.isBindingElement(declaration))
    return declaration.initializer && isParameterPart(declaration) ? freshKind(declaration.initializer) : undefined;
  const isConstant = ts.isVariableDeclaration(declaration) && (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  return isConstant && declaration.initializer ? freshKind(declaration.initializer) : undefined;
}

/** The function whose own body (or parameters) declares a name. */
function ownerOf(declaration: ts.Node): ts.Node | undefined {
  return findAncestor(declaration, ts.isFunctionLike);
}

/** `({ items = [] }) =>`: a default that is made anew whenever the caller leaves the value out. */
function isParameterPart(element: ts.BindingElement): boolean {
  let current: ts.Node = element.parent;
  while (ts.isObjectBindingPattern(current) || ts.isArrayBindingPattern(current) || ts.isBindingElement(current))
    current = current.parent;
  return ts.isParameter(current);
}
