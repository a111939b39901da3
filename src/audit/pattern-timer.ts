import { Worker } from 'node:worker_threads';
import type { PatternGrowth } from '../rules/slow-pattern.ts';
import { bundledFile } from './workers/bundled-file.ts';

/** A regular expression to be timed. */
export interface TimedPattern {
  readonly source: string;
  readonly flags: string;
}

/** What an analysis says of the time that an expression takes; `timeout` and `unknown` say nothing. */
export type Timing =
  { readonly kind: 'linear' | 'timeout' | 'unknown' } | { readonly kind: 'slow'; readonly growth: PatternGrowth };

/** Tells how long expressions take to match, one after the other in a thread of its own. */
export interface PatternTimer {
  /** Answers are kept, time-outs too, so that the same expression always has the same answer. */
  time(pattern: TimedPattern): Promise<Timing>;
}

/** Milliseconds after which an expression that does not heed its limit takes its thread along, on a busy machine too. */
const deadlineMs = 20_000;
const idleMs = 3000;

interface Job extends TimedPattern {
  readonly answer: (timing: Timing) => void;
}

/** Makes a timer; its thread starts with the first question and ends after the last. */
export function createPatternTimer(): PatternTimer {
  const answers = new Map<string, Promise<Timing>>();
  const state: State = { queue: [], running: undefined, worker: undefined, deadline: undefined };
  return {
    time: ({ source, flags }) => {
      const key = `${flags}/${source}`;
      const known = answers.get(key);
      if (known) return known;
      const asked = new Promise<Timing>((answer) => {
        state.queue.push({ source, flags, answer });
        advance(state);
      });
      answers.set(key, asked);
      return asked;
    },
  };
}

interface State {
  readonly queue: Job[];
  running: Job | undefined;
  worker: Worker | undefined;
  deadline: NodeJS.Timeout | undefined;
}

function advance(state: State): void {
  if (state.running) return;
  clearTimeout(state.deadline);
  const job = state.queue.shift();
  if (!job) {
    rest(state);
    return;
  }
  const worker = (state.worker ??= startWorker(state));
  state.running = job;
  worker.ref();
  const isStuck = (): boolean => state.running === job && state.worker === worker;
  // A busy main thread sees its timer before the answer that came meanwhile, so it looks again after the messages.
  state.deadline = setTimeout(() => setImmediate(() => isStuck() && giveUp(state, worker)), deadlineMs);
  worker.postMessage({ source: job.source, flags: job.flags } satisfies TimedPattern);
}

/** Frees the thread's memory when nothing was asked for a while; meanwhile the process may end. */
function rest(state: State): void {
  const { worker } = state;
  worker?.unref();
  state.deadline = setTimeout(() => stop(state), idleMs).unref();
}

function startWorker(state: State): Worker {
  const worker = new Worker(bundledFile('pattern-worker.mjs'), { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  worker.on('message', (timing: Timing) => settle(state, timing));
  worker.on('error', () => giveUp(state, worker));
  return worker;
}

function settle(state: State, timing: Timing): void {
  const job = state.running;
  state.running = undefined;
  job?.answer(timing);
  advance(state);
}

function giveUp(state: State, worker: Worker): void {
  if (state.worker !== worker) return;
  stop(state);
  const job = state.running;
  state.running = undefined;
  job?.answer({ kind: 'timeout' });
  advance(state);
}

function stop(state: State): void {
  void state.worker?.terminate();
  state.worker = undefined;
}
