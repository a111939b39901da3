import type { FileModel } from '../file-model.ts';
import type { ModuleEdge, ModuleGraph } from '../module-graph.ts';

/** x */
export function buildModuleGraph(root: string, files: readonly FileModel[]): ModuleGraph {
  void root;
  void files;
  const edges: ModuleEdge[] = [];
  return { edges, packageImports: [], importsOf: () => [], importersOf: () => [] };
}
