import { parentPort } from 'node:worker_threads';
import recheck from 'recheck/lib/browser.js';
import type { TimedPattern, Timing } from './pattern-timer.ts';

/** Milliseconds that one expression may take; what takes longer stays unknown. */
const limitMs = 200;
/**
 * How often the analyser looks at the clock in that time, on a machine that does nothing else: it was measured for
 * both of its methods. Counting looks instead of time gives the same answer however busy the machine is.
 */
const looks = { automaton: 1500, search: 9000 };
const searched = /\\[1-9k]|\(\?(?:[=!]|<[=!])|\\b/i;

let nowMs = 0;
let stepMs = 0;
performance.now = () => (nowMs += stepMs);

parentPort?.on('message', (pattern: TimedPattern) => parentPort?.postMessage(timingOf(pattern)));

function timingOf({ source, flags }: TimedPattern): Timing {
  stepMs = limitMs / (searched.test(source) ? looks.search : looks.automaton);
  try {
    const answer = recheck.checkSync(source, flags, { timeout: limitMs, randomSeed: 0 });
    if (answer.status === 'safe') return { kind: 'linear' };
    if (answer.status === 'unknown') return { kind: answer.error.kind === 'timeout' ? 'timeout' : 'unknown' };
    const degree = answer.complexity.type === 'polynomial' ? answer.complexity.degree : Infinity;
    const pumps = answer.attack.pumps.map(({ pump }) => pump);
    return { kind: 'slow', growth: { degree, pump: pumps.reduce((a, b) => (b.length > a.length ? b : a), '') } };
  } catch {
    // Expressions nested too deeply exhaust the analyser's stack.
    return { kind: 'unknown' };
  }
}
