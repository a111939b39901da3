import { openWorkspace } from '../../workspace/open-workspace.ts';
import { reviewFiles, type FileTask } from '../analyse-workspace.ts';
import { createFindingStore } from '../finding-store.ts';
import { createHeapGuard } from '../heap-guard.ts';
import { createPatternReview } from '../pattern-review.ts';
import { createRulesByFile } from '../rules-by-file.ts';
import type { WorkerJob, WorkerMessage } from './messages.ts';

process.once('message', (job: WorkerJob) => {
  void work(job).then((message) => process.send?.(message, () => process.disconnect()));
});
// Who started the worker is gone, and nobody else wants its results.
process.once('disconnect', () => process.exit());

async function work({ root, configuration, overlay, tasks, heapBytes }: WorkerJob): Promise<WorkerMessage> {
  const { exclude } = configuration.root;
  const workspace = await openWorkspace(root, { exclude, git: false, overlay: new Map(overlay) });
  const store = createFindingStore();
  const guard = createHeapGuard(heapBytes);
  await reviewFiles(
    {
      workspace,
      rules: createRulesByFile(configuration),
      engine: undefined,
      patterns: createPatternReview(),
      store,
      onProgress: () => process.send?.({ kind: 'progress' } satisfies WorkerMessage),
      mayRelease: () => true,
      mayGoOn: () => !guard.isShort(),
    },
    tasks.flatMap(([name, keys, missing]): FileTask[] => {
      const file = workspace.files.get(name);
      return file ? [{ file, keys, missing: new Set(missing) }] : [];
    }),
  );
  return { kind: 'end', slices: store.shown(), environment: workspace.environment() };
}
