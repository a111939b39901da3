import type { ModuleGraph } from '../../workspace/module-graph.ts';

/** Files that import each other in a circle, or one file alone. */
export interface ImportComponent {
  readonly files: readonly string[];
  /** Indexes of the components that these files import, and of those that import them. */
  readonly imports: ReadonlySet<number>;
  readonly importers: Set<number>;
}

/** The components of an import graph, each after all those that it imports (Tarjan 1972, without recursion). */
export function importComponents(files: Iterable<string>, graph: ModuleGraph): readonly ImportComponent[] {
  const search: Search = { order: new Map(), low: new Map(), stack: [], componentOf: new Map(), found: [], graph };
  for (const file of files) if (!search.order.has(file)) searchFrom(search, file);
  const components = search.found.map((members) => linked(members, search));
  for (const [index, { imports }] of components.entries())
    for (const other of imports) components[other]?.importers.add(index);
  return components;
}

interface Search {
  readonly order: Map<string, number>;
  readonly low: Map<string, number>;
  readonly stack: string[];
  readonly componentOf: Map<string, number>;
  readonly found: string[][];
  readonly graph: ModuleGraph;
}

interface Frame {
  readonly file: string;
  readonly targets: readonly string[];
  next: number;
}

function searchFrom(search: Search, start: string): void {
  const frames: Frame[] = [enter(search, start)];
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const target = frame.targets[frame.next++];
    if (target === undefined) {
      frames.pop();
      leave(search, frame.file, frames.at(-1)?.file);
    } else if (!search.order.has(target)) {
      frames.push(enter(search, target));
    } else if (!search.componentOf.has(target)) {
      lower(search, frame.file, search.order.get(target) ?? 0);
    }
  }
}

function enter(search: Search, file: string): Frame {
  const number = search.order.size;
  search.order.set(file, number);
  search.low.set(file, number);
  search.stack.push(file);
  return { file, targets: search.graph.importsOf(file).map(({ to }) => to), next: 0 };
}

function leave(search: Search, file: string, importer: string | undefined): void {
  const low = search.low.get(file) ?? 0;
  if (low === search.order.get(file)) {
    const members = search.stack.splice(search.stack.lastIndexOf(file));
    for (const member of members) search.componentOf.set(member, search.found.length);
    search.found.push(members.sort());
  }
  if (importer !== undefined) lower(search, importer, low);
}

function lower({ low }: Search, file: string, value: number): void {
  if (value < (low.get(file) ?? 0)) low.set(file, value);
}

function linked(files: readonly string[], { componentOf, graph }: Search): ImportComponent {
  const own = componentOf.get(files[0] ?? '');
  const imports = new Set<number>();
  for (const file of files)
    for (const { to } of graph.importsOf(file)) {
      const other = componentOf.get(to);
      if (other !== undefined && other !== own) imports.add(other);
    }
  return { files, imports, importers: new Set() };
}
