import ts from 'typescript';

/**
 * Visits the nodes below a root in source order; `visit` answers whether to go on below a node. It keeps its own
 * stack, because a sum of thousands of strings nests deeper than the call stack.
 */
export function descend(root: ts.Node, visit: (node: ts.Node) => boolean): void {
  const stack: ts.Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node !== root && !visit(node)) continue;
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) stack.push(child);
    }
  }
}
