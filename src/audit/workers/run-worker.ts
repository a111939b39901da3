import { fork } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkerJob, WorkerMessage } from './messages.ts';

export type WorkerResult = Extract<WorkerMessage, { readonly kind: 'end' }>;

/**
 * Reviews files in a process of its own. Resolves with what it finished, or undefined when it went down: then nothing
 * of it counts. Rejects with the signal's reason.
 */
export async function runWorker(
  job: WorkerJob,
  signal: AbortSignal | undefined,
  onProgress: () => void,
): Promise<WorkerResult | undefined> {
  signal?.throwIfAborted();
  const megabytes = Math.ceil(job.heapBytes / 1024 ** 2);
  const child = fork(workerFile(), {
    execArgv: [`--max-old-space-size=${megabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  const kill = (): void => void child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  try {
    return await new Promise((resolve) => {
      let result: WorkerResult | undefined;
      child.on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') onProgress();
        else result = message;
      });
      child.on('error', () => resolve(undefined));
      child.on('exit', () => resolve(result));
      child.send(job);
    });
  } finally {
    signal?.removeEventListener('abort', kill);
    signal?.throwIfAborted();
  }
}

/** The worker's bundle lies beside the bundle of this code or in a folder above. */
function workerFile(): string {
  const places = ['./', '../', '../../'].map((up) => new URL(`${up}review-worker.mjs`, import.meta.url));
  const found = places.find((place) => fs.existsSync(place));
  if (!found) throw new Error('The bundle lacks review-worker.mjs.');
  return fileURLToPath(found);
}
