import ts from 'typescript';

/**
 * Visits the nodes below a root in source order; `visit` answers whether to go on below a node, or `stop` to end the
 * walk. Returns whether it was stopped. It keeps its own stack, because a sum of thousands of strings nests deeper than
 * the call stack.
 */
export function descend(root: ts.Node, visit: (node: ts.Node) => boolean | 'stop'): boolean {
  const waiting: ts.Node[] = [];
  const children: ts.Node[] = [];
  const collect = (child: ts.Node): void => void children.push(child);
  const open = (parent: ts.Node): void => {
    ts.forEachChild(parent, collect);
    for (let child = children.pop(); child !== undefined; child = children.pop()) waiting.push(child);
  };
  open(root);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const answer = visit(node);
    if (answer === 'stop') return true;
    if (answer) open(node);
  }
  return false;
}
