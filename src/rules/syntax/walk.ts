import ts from 'typescript';

/**
 * Visits the nodes below `node`, parents first, in the order of the code. `visit` answers `skip` to leave out what is
 * below a node, `stop` to end the walk. Returns whether the walk was stopped. It keeps its own stack, because sums of
 * thousands of parts nest deeper than the call stack.
 */
export function walkBelow(node: ts.Node, visit: (node: ts.Node) => 'skip' | 'stop' | undefined): boolean {
  const waiting: ts.Node[] = [];
  const children: ts.Node[] = [];
  const collect = (child: ts.Node): void => void children.push(child);
  const open = (parent: ts.Node): void => {
    ts.forEachChild(parent, collect);
    for (let child = children.pop(); child !== undefined; child = children.pop()) waiting.push(child);
  };
  open(node);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const answer = visit(next);
    if (answer === 'stop') return true;
    if (answer !== 'skip') open(next);
  }
  return false;
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
