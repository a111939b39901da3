import type { GuardedHandler } from './walk.ts';

/** A rule that took too long over a file and was left out there, with what it had found. */
export interface RuleOverrun {
  readonly rule: string;
  readonly file: string;
  /** Processor time until it was stopped. */
  readonly milliseconds: number;
}

/** Watches over the time of the rules of one walk over one file. */
export interface RuleBudget {
  /** Guards one handler of a rule; `isRare`: called about once a file, so that each call can be timed. */
  guard(rule: string, handler: GuardedHandler, isRare: boolean): GuardedHandler;
  /** Rules that were left out, with their milliseconds. */
  spent(): ReadonlyMap<string, number>;
}

/** Milliseconds of a walk after which every call is timed: almost no file gets there, and a clock costs more than most calls. */
const carefulAfterMs = 300;
/** Calls between two looks at the clock before that. */
const callsPerLook = 512;

/**
 * Gives each rule `limitMs` of processor time; a busy machine stretches the time on the wall only. `clock` tells the
 * milliseconds of processor time so far.
 */
export function createRuleBudget(limitMs: number, clock: () => number = processorMs): RuleBudget {
  const [startMs, startedAt] = [clock(), performance.now()];
  const used = new Map<string, number>();
  const spent = new Map<string, number>();
  let calls = 0;
  let isCareful = false;
  const charge = (rule: string, milliseconds: number): void => {
    const total = (used.get(rule) ?? 0) + milliseconds;
    used.set(rule, total);
    if (total > limitMs) spent.set(rule, Math.round(total));
  };
  return {
    guard: (rule, handler, isRare) => (node) => {
      if (spent.has(rule)) return;
      if (!isCareful && ++calls % callsPerLook === 0) isCareful = performance.now() - startedAt > carefulAfterMs;
      if (!isCareful && !isRare) {
        handler(node);
        return;
      }
      const [before, beforeAt] = [isCareful ? clock() : startMs, performance.now()];
      handler(node);
      const passedMs = performance.now() - beforeAt;
      // The cheap clock tells first whether the dear one is worth asking; neither alone tells a single call's work.
      if (isCareful || passedMs > carefulAfterMs) charge(rule, Math.min(passedMs, clock() - before));
    },
    spent: () => spent,
  };
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
