import type { ModuleGraph } from '../workspace/module-graph.ts';

/**
 * Files whose findings an edit of `file` can change: those that import it, directly or not (types and callers), and
 * everything that these import (a value may flow down another branch). The edited file itself is left out.
 */
export function affectedFiles(graph: ModuleGraph, file: string): Set<string> {
  const importers = reach([file], (name) => graph.importersOf(name).map((edge) => edge.from));
  const affected = reach([...importers], (name) => graph.importsOf(name).map((edge) => edge.to));
  affected.delete(file);
  return affected;
}

function reach(start: readonly string[], next: (file: string) => readonly string[]): Set<string> {
  const seen = new Set(start);
  const open = [...start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const neighbour of next(file)) {
      if (seen.has(neighbour)) continue;
      seen.add(neighbour);
      open.push(neighbour);
    }
  }
  return seen;
}
