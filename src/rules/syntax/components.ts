import ts from 'typescript';
import { functionName, isFunctionNode, type FunctionNode } from './functions.ts';
import { containsBelow } from './walk.ts';

/** Whether a function is a component: its name begins with a capital and it makes markup. */
export function isComponent(node: FunctionNode): boolean {
  return /^[A-Z]/.test(functionName(node)) && containsBelow(node, isMarkup, isFunctionNode);
}

function isMarkup(node: ts.Node): boolean {
  return ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node);
}
