import type { ModuleEdge } from '../../workspace/module-graph.ts';

/** Files outside an area that depend on it (Ca), and that it depends on (Ce), in the terms of R. C. Martin. */
export interface Coupling {
  readonly dependents: number;
  readonly dependencies: number;
}

/** Counts the coupling of every area over the given imports. */
export function couplingOf(
  edges: readonly ModuleEdge[],
  areaOf: (file: string) => string | undefined,
): ReadonlyMap<string, Coupling> {
  const dependents = new Map<string, Set<string>>();
  const dependencies = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    const [importer, imported] = [areaOf(from), areaOf(to)];
    if (importer === imported) continue;
    if (importer !== undefined) addTo(dependencies, importer, to);
    if (imported !== undefined) addTo(dependents, imported, from);
  }
  const areas = new Set([...dependents.keys(), ...dependencies.keys()]);
  return new Map(
    [...areas].map((area) => [
      area,
      { dependents: dependents.get(area)?.size ?? 0, dependencies: dependencies.get(area)?.size ?? 0 },
    ]),
  );
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}
