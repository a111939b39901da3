import type { TypeScriptProject } from '../workspace/typescript-project.ts';
import { createHeapGuard } from './heap-guard.ts';

/** Whether there is memory for types; lets go of all programs before it says no: they can be loaded again. */
export type MemoryRelief = (projects: readonly TypeScriptProject[]) => boolean;

/** Files after which a full heap has had the time to be cleared of what was let go. */
const filesToRecover = 20;

/** Watches over the heap that this process was given. */
export function createMemoryRelief(guard = createHeapGuard(Infinity)): MemoryRelief {
  let filesSinceFreed: number | undefined;
  return (projects) => {
    if (!guard.isShort()) filesSinceFreed = undefined;
    else if (filesSinceFreed === undefined) {
      filesSinceFreed = 0;
      for (const project of projects) project.release();
    } else if (++filesSinceFreed > filesToRecover) return false;
    return true;
  };
}
