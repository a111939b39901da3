import ts from 'typescript';
import { isFunctionNode } from './functions.ts';
import { findAncestor } from './walk.ts';

export function isLoop(node: ts.Node): node is ts.IterationStatement {
  return ts.isIterationStatement(node, false);
}

/** The innermost loop around `node` in the same function whose body (not whose head) holds it. */
export function enclosingLoop(node: ts.Node): ts.IterationStatement | undefined {
  const loop = findAncestor(node, isLoop, isFunctionNode) as ts.IterationStatement | undefined;
  if (!loop) return undefined;
  const isInBody = node.pos >= loop.statement.pos && node.end <= loop.statement.end;
  return isInBody ? loop : enclosingLoop(loop);
}
