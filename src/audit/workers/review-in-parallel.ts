import type { Configuration } from '../../config/configuration.ts';
import { reviewFiles, type FileReview, type FileTask } from '../analyse-workspace.ts';
import { runWorker } from './run-worker.ts';
import { shareWork } from './share-work.ts';

/** How the work is spread. */
export interface Parallelism {
  readonly configuration: Configuration;
  /** Number of processes besides this one; the results do not depend on it. */
  readonly workers: number;
  /** Bytes of heap that each may take. */
  readonly heapBytes: number;
  /** Unsaved texts that the workers must see. */
  readonly overlay: ReadonlyMap<string, string>;
}

/**
 * Reviews files here and in workers at once. What a worker hands back because its memory ran short is finished by a
 * fresh one; what is left when one went down is reviewed here.
 */
export async function reviewInParallel(
  review: FileReview,
  tasks: readonly FileTask[],
  parallelism: Parallelism,
): Promise<void> {
  const { own, shares } = shareWork(tasks, parallelism.workers);
  const counter = countProgress(review, shares.flat().length);
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(review.signal ? [review.signal] : [])]);
  try {
    const left = Promise.all(
      shares.map((share) => delegate(review, share, parallelism, signal, () => counter.onShared())),
    );
    // Whoever fails first is told below; the other must not go unheard meanwhile.
    left.catch(() => undefined);
    await reviewFiles({ ...review, onProgress: (done, total) => counter.onOwn(done, total) }, own);
    await reviewFiles(review, (await left).flat());
  } finally {
    stop.abort();
  }
}

interface Counter {
  onOwn(done: number, total: number): void;
  onShared(): void;
}

function countProgress({ onProgress }: FileReview, sharedTotal: number): Counter {
  const count = { own: 0, ownTotal: 0, shared: 0 };
  const tell = (): void => onProgress?.(count.own + count.shared, count.ownTotal + sharedTotal);
  return {
    onOwn: (done, total) => {
      count.own = done;
      count.ownTotal = total;
      tell();
    },
    onShared: () => {
      count.shared++;
      tell();
    },
  };
}

/** Gives a share to one worker after the other, as long as each gets on; answers with what is left. */
async function delegate(
  { store, workspace }: FileReview,
  share: readonly FileTask[],
  { configuration, heapBytes, overlay }: Parallelism,
  signal: AbortSignal,
  onProgress: () => void,
): Promise<readonly FileTask[]> {
  let left = share;
  while (left.length > 0) {
    const job = {
      ...{ root: workspace.root, configuration, heapBytes, overlay: [...overlay] },
      tasks: left.map(({ file, keys, missing }) => [file.path, keys, [...missing]] as const),
    };
    const result = await runWorker(job, signal, onProgress);
    if (!result || result.slices.length === 0) return left;
    workspace.learn(result.environment);
    const done = new Set(result.slices.map(([file]) => file));
    for (const [file, tier, keyed] of result.slices) store.set(file, tier, keyed);
    left = left.filter(({ file }) => !done.has(file.path));
  }
  return left;
}
