import { spawn } from 'node:child_process';
import { root } from './bundling.mjs';

/**
 * @typedef {{ name: string, command: readonly string[], counts?: boolean }} Step
 *   `counts`: its output holds mocha's "N passing / N failing" or a closing line "N passed, N failed".
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number }} Outcome
 */

/**
 * Runs commands, at most `width` at once; prints each one's output when it ends, so that lines do not mix.
 * @param {readonly Step[]} steps
 * @param {number} width
 * @returns {Promise<Outcome[]>}
 */
export async function runSteps(steps, width) {
  const queue = [...steps];
  /** @type {Outcome[]} */
  const outcomes = [];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) outcomes.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: width }, worker));
  return outcomes;
}

/**
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
async function runStep(step) {
  const start = performance.now();
  const [command = '', ...args] = step.command;
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  let output = '';
  const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await new Promise((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - start) / 1000;
  const counted = step.counts
    ? countTests(output, code === 0)
    : { passed: Number(code === 0), failed: Number(code !== 0), skipped: 0 };
  const isGood = code === 0 && counted.failed === 0;
  console.log(`${isGood ? 'ok  ' : 'FAIL'} ${step.name} (${seconds.toFixed(1)} s)`);
  if (!isGood || step.counts) console.log(output.trimEnd());
  return { name: step.name, ...counted, seconds };
}

/**
 * A run that failed without naming a failed test counts as one failure; one without any test fails too.
 * @param {string} output
 * @param {boolean} isGood
 */
function countTests(output, isGood) {
  const sum = (/** @type {RegExp} */ pattern) =>
    [...output.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
  const passed = sum(/^\s*(\d+) passing\b/gm) + sum(/^(\d+) passed, \d+ failed/gm);
  const failed = sum(/^\s*(\d+) failing\b/gm) + sum(/^\d+ passed, (\d+) failed/gm);
  const skipped = sum(/^\s*(\d+) pending\b/gm);
  const isBroken = (!isGood && failed === 0) || passed + failed === 0;
  return { passed, failed: failed + Number(isBroken), skipped };
}

/**
 * Prints the closing line that sums all suites up and sets the exit code.
 * @param {readonly Outcome[]} outcomes
 */
export function conclude(outcomes) {
  const total = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
  console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`);
  process.exitCode = total('failed') > 0 ? 1 : 0;
}
