import { setImmediate as nextMacrotask } from 'node:timers/promises';

/**
 * Lets the event loop turn once, then throws the signal's reason if the work was cancelled.
 * A loop that awaits only promises never sees a cancel, so call this between units of work.
 */
export async function yieldToEventLoop(signal?: AbortSignal): Promise<void> {
  await nextMacrotask();
  signal?.throwIfAborted();
}

/** Whether an error is the rejection of an aborted `AbortSignal`. */
export function isCancellation(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
