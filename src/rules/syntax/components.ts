import ts from 'typescript';
import { functionName, isFunctionNode, type FunctionNode } from './functions.ts';
import { containsBelow, findAncestor } from './walk.ts';

/** Whether a function is a component: its name begins with a capital and it makes markup. */
export function isComponent(node: FunctionNode): boolean {
  return (
    /^([A-Z]|(memo|forwardRef|observer)\()/.test(functionName(node)) && containsBelow(node, isMarkup, isFunctionNode)
  );
}

/** The component in which a node stands, at whatever depth. */
export function enclosingComponent(node: ts.Node): FunctionNode | undefined {
  const isOuter = (outer: ts.Node): boolean => isFunctionNode(outer) && isComponent(outer);
  return findAncestor(node, isOuter) as FunctionNode | undefined;
}

/** A JSX element or fragment. */
export function isMarkup(node: ts.Node): node is ts.JsxElement | ts.JsxSelfClosingElement | ts.JsxFragment {
  return ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node);
}
