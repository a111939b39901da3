/** Runs one job at a time; a new one aborts the one before it, and begins when that has ended. */
export interface JobQueue {
  replace<T>(job: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Aborts the running job and starts none. */
  abort(): void;
}

/** Makes an empty queue. */
export function createJobQueue(): JobQueue {
  let last: Promise<unknown> = Promise.resolve();
  let current = new AbortController();
  return {
    replace: (job) => {
      current.abort();
      current = new AbortController();
      const { signal } = current;
      const result = last.then(() => job(signal));
      last = result.catch(() => undefined);
      return result;
    },
    abort: () => current.abort(),
  };
}
