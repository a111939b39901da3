import type { ModuleGraph } from '../../workspace/module-graph.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** How a file hangs together with others of the workspace when it runs; the compiler watches over types. */
export interface ModuleDegrees {
  /** Files that import it, tests aside. */
  readonly fanIn: number;
  /** Files that it imports. */
  readonly fanOut: number;
}

/** Degrees of every production file. */
export function moduleDegrees(workspace: Workspace, graph: ModuleGraph): ReadonlyMap<string, ModuleDegrees> {
  const degrees = new Map<string, ModuleDegrees>();
  for (const { path, role } of workspace.files.values()) {
    if (role !== 'production') continue;
    const importers = new Set(
      graph
        .importersOf(path)
        .filter(({ isTypeOnly }) => !isTypeOnly)
        .map(({ from }) => from)
        .filter((from) => from !== path && workspace.files.get(from)?.role === 'production'),
    );
    const imported = new Set(
      graph
        .importsOf(path)
        .map(({ to }) => to)
        .filter((to) => to !== path),
    );
    degrees.set(path, { fanIn: importers.size, fanOut: imported.size });
  }
  return degrees;
}
