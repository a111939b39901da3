import { fork } from 'node:child_process';
import { bundledFile } from './bundled-file.ts';
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
  const child = fork(bundledFile('review-worker.mjs'), {
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
