/** Who a node leads to; keys and members are node names. */
export type Adjacency = ReadonlyMap<string, readonly string[]>;

/**
 * Strongly connected components with two or more members, each sorted, in the order of their first members
 * (Tarjan 1972, with a stack of its own because import chains can be longer than the call stack).
 */
export function strongComponents(graph: Adjacency): readonly (readonly string[])[] {
  const state = { index: new Map<string, number>(), low: new Map<string, number>(), stack: [] as string[] };
  const onStack = new Set<string>();
  const components: string[][] = [];

  const enter = (node: string): Frame => {
    const number = state.index.size;
    state.index.set(node, number);
    state.low.set(node, number);
    state.stack.push(node);
    onStack.add(node);
    return { node, next: 0 };
  };
  const lower = (node: string, value: number | undefined): void => {
    state.low.set(node, Math.min(state.low.get(node) ?? 0, value ?? Infinity));
  };
  const leave = (node: string): void => {
    if (state.low.get(node) !== state.index.get(node)) return;
    const members = state.stack.splice(state.stack.lastIndexOf(node));
    members.forEach((member) => onStack.delete(member));
    if (members.length > 1) components.push(members.sort());
  };

  for (const root of [...graph.keys()].sort()) {
    if (state.index.has(root)) continue;
    const frames = [enter(root)];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const target = graph.get(frame.node)?.[frame.next++];
      if (target === undefined) {
        frames.pop();
        leave(frame.node);
        const caller = frames.at(-1);
        if (caller) lower(caller.node, state.low.get(frame.node));
      } else if (!state.index.has(target)) frames.push(enter(target));
      else if (onStack.has(target)) lower(frame.node, state.index.get(target));
    }
  }
  return components.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

interface Frame {
  readonly node: string;
  next: number;
}

/** The shortest way from one node to another, both included; undefined when there is none. */
export function shortestPath(graph: Adjacency, from: string, to: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  const waiting = [from];
  for (const node of waiting) {
    if (node === to) break;
    for (const next of graph.get(node) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      waiting.push(next);
    }
  }
  if (!cameFrom.has(to)) return undefined;
  const path: string[] = [];
  for (let node: string | undefined = to; node !== undefined; node = cameFrom.get(node)) path.unshift(node);
  return path;
}
