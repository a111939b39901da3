import type ts from 'typescript';
import { descend } from '../../workspace/modules/descend.ts';

/**
 * Visits the nodes below `node`, parents first, in the order of the code. `visit` answers `skip` to leave out what is
 * below a node, `stop` to end the walk. Returns whether the walk was stopped.
 */
export function walkBelow(node: ts.Node, visit: (node: ts.Node) => 'skip' | 'stop' | undefined): boolean {
  return descend(node, (child) => {
    const answer = visit(child);
    return answer === 'stop' ? answer : answer !== 'skip';
  });
}

/** Whether a node below `node` fulfils `test`; nothing below a node that `isBoundary` is looked at. */
export function containsBelow(
  node: ts.Node,
  test: (node: ts.Node) => boolean,
  isBoundary: (node: ts.Node) => boolean = never,
): boolean {
  return walkBelow(node, (child) => (test(child) ? 'stop' : isBoundary(child) ? 'skip' : undefined));
}

/** The nearest ancestor that fulfils `test`, not looking past a node that `isBoundary`. */
export function findAncestor(
  node: ts.Node,
  test: (node: ts.Node) => boolean,
  isBoundary: (node: ts.Node) => boolean = never,
): ts.Node | undefined {
  let current: ts.Node | undefined = parentOf(node);
  while (current && !test(current)) {
    if (isBoundary(current)) return undefined;
    current = parentOf(current);
  }
  return current;
}

/** The parent, which a source file does not have although its type promises one. */
export function parentOf(node: ts.Node): ts.Node | undefined {
  return node.parent;
}

function never(): boolean {
  return false;
}
