import ts from 'typescript';
import { isFunctionNode, type FunctionNode } from '../syntax/functions.ts';
import { nameParts } from '../syntax/names.ts';
import { walkBelow } from '../syntax/walk.ts';

/**
 * The call by which a function comes back to itself, directly or through other functions of its file; told from names,
 * so a local that hides such a name misleads it.
 */
export function recursiveCall(node: FunctionNode): ts.Node | undefined {
  const own = callableName(node);
  if (own === undefined) return undefined;
  const byName = functionsByName(node.getSourceFile());
  return callsOf(node).find((call) => reaches(call.name, own, byName))?.at;
}

interface NamedCall {
  readonly name: string;
  readonly at: ts.Node;
}

function reaches(from: string, target: string, byName: ReadonlyMap<string, FunctionNode>): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === target) return true;
    const callee = seen.has(name) ? undefined : byName.get(name);
    seen.add(name);
    if (callee) waiting.push(...callsOf(callee).map((call) => call.name));
  }
  return false;
}

function functionsByName(sourceFile: ts.SourceFile): ReadonlyMap<string, FunctionNode> {
  const found = new Map<string, FunctionNode>();
  walkBelow(sourceFile, (node) => {
    const name = isFunctionNode(node) ? callableName(node) : undefined;
    if (name !== undefined) found.set(name, node as FunctionNode);
    return undefined;
  });
  return found;
}

/** `settle` for a function of that name, `this.settle` for a method. */
function callableName(node: FunctionNode): string | undefined {
  if (ts.isMethodDeclaration(node)) return ts.isIdentifier(node.name) ? `this.${node.name.text}` : undefined;
  if (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node)) {
    if (node.name) return node.name.text;
  }
  const holder = node.parent;
  return ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) ? holder.name.text : undefined;
}

function callsOf(node: FunctionNode): readonly NamedCall[] {
  const calls: NamedCall[] = [];
  walkBelow(node, (child) => {
    if (ts.isCallExpression(child)) calls.push({ name: nameParts(child.expression).join('.'), at: child });
    return undefined;
  });
  return calls;
}
