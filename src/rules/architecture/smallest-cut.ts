import { strongComponents, type Adjacency } from './strong-components.ts';

/** One import inside a cycle. */
export interface Arc {
  readonly from: string;
  readonly to: string;
}

/** Bounds of the exact search, some 50 ms; beyond them the heuristic's answer stands. */
const exactSearch = { maxArcs: 60, maxTrials: 4000 };

/**
 * Imports whose removal leaves no cycle among the members of one component, as few as could be found: exact for small
 * components, else by the greedy ordering of Eades, Lin and Smyth (1993). The one that breaks most stands first.
 */
export function smallestCut<A extends Arc>(arcs: readonly A[]): readonly A[] {
  const greedy = greedyCut(arcs);
  const cut = exactCut(arcs, greedy.length) ?? greedy;
  return [...cut].sort((a, b) => left(arcs, a) - left(arcs, b) || compare(a, b));
}

/** Size of what is still cyclic without an import. */
function left(arcs: readonly Arc[], removed: Arc): number {
  return cyclicNodes(arcs.filter((arc) => arc !== removed));
}

function compare(a: Arc, b: Arc): number {
  const [first, second] = [`${a.from}\n${a.to}`, `${b.from}\n${b.to}`];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Tries all sets of arcs smaller than the known answer, the smallest first. */
function exactCut<A extends Arc>(arcs: readonly A[], known: number): readonly A[] | undefined {
  if (arcs.length > exactSearch.maxArcs) return undefined;
  let trials = 0;
  const search = (kept: readonly A[], start: number, size: number): readonly A[] | undefined => {
    if (size === 0) return ++trials <= exactSearch.maxTrials && cyclicNodes(kept) === 0 ? [] : undefined;
    for (let index = start; index <= arcs.length - size && trials <= exactSearch.maxTrials; index++) {
      const arc = arcs[index];
      if (!arc) continue;
      const rest = search(
        kept.filter((other) => other !== arc),
        index + 1,
        size - 1,
      );
      if (rest) return [arc, ...rest];
    }
    return undefined;
  };
  for (let size = 1; size < known && trials <= exactSearch.maxTrials; size++) {
    const found = search(arcs, 0, size);
    if (found) return found;
  }
  return undefined;
}

/** Orders the nodes so that few arcs point backwards; those arcs are the cut. */
function greedyCut<A extends Arc>(arcs: readonly A[]): readonly A[] {
  const place = new Map(orderNodes(arcs).map((node, index) => [node, index]));
  const backward = arcs.filter((arc) => (place.get(arc.from) ?? 0) > (place.get(arc.to) ?? 0));
  return withoutSpare(arcs, backward);
}

function orderNodes(arcs: readonly Arc[]): readonly string[] {
  const nodes = new Set(arcs.flatMap((arc) => [arc.from, arc.to]));
  const balance = new Map([...nodes].map((node) => [node, { out: 0, in: 0 }]));
  const neighbours = new Map<string, Arc[]>([...nodes].map((node) => [node, []]));
  for (const arc of arcs) {
    (balance.get(arc.from) ?? { out: 0 }).out++;
    (balance.get(arc.to) ?? { in: 0 }).in++;
    neighbours.get(arc.from)?.push(arc);
    neighbours.get(arc.to)?.push(arc);
  }
  const first: string[] = [];
  const last: string[] = [];
  while (balance.size > 0) {
    const { node, isSink } = nextNode(balance);
    if (isSink) last.unshift(node);
    else first.push(node);
    balance.delete(node);
    for (const arc of neighbours.get(node) ?? []) {
      const other = balance.get(arc.from === node ? arc.to : arc.from);
      if (other) other[arc.from === node ? 'in' : 'out']--;
    }
  }
  return [...first, ...last];
}

type Balance = ReadonlyMap<string, { readonly out: number; readonly in: number }>;

/** A sink if there is one, then a source, else the node that leads out most. */
function nextNode(balance: Balance): { readonly node: string; readonly isSink: boolean } {
  let best = { node: '', isSink: false, surplus: -Infinity };
  for (const [node, degrees] of balance) {
    if (degrees.out === 0) return { node, isSink: true };
    const surplus = degrees.in === 0 ? Infinity : degrees.out - degrees.in;
    if (surplus > best.surplus) best = { node, isSink: false, surplus };
  }
  return best;
}

/** Puts arcs back that turn out to close no cycle. */
function withoutSpare<A extends Arc>(arcs: readonly A[], cut: readonly A[]): readonly A[] {
  const removed = new Set(cut);
  for (const arc of cut) {
    removed.delete(arc);
    if (cyclicNodes(arcs.filter((other) => !removed.has(other))) > 0) removed.add(arc);
  }
  return [...removed];
}

function cyclicNodes(arcs: readonly Arc[]): number {
  return strongComponents(adjacencyOf(arcs)).reduce((count, members) => count + members.length, 0);
}

/** Arcs as neighbour lists. */
export function adjacencyOf(arcs: readonly Arc[]): Adjacency {
  const graph = new Map<string, string[]>();
  for (const { from, to } of arcs) {
    const targets = graph.get(from);
    if (targets) targets.push(to);
    else graph.set(from, [to]);
  }
  return graph;
}
