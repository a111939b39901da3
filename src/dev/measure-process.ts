import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** What one finished process took. */
export interface ProcessCost {
  readonly wallSeconds: number;
  /** User and system time of the process with all its threads. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly exitCode: number | null;
}

/** Written beside the run: each Node process notes its own resource usage when it exits. */
const hook = `
import fs from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  fs.appendFileSync(process.env.MEASURE_FILE, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 }) + '\\n');
});
`;

/** Runs a Node script to its end and measures it from outside; its output is thrown away. */
export async function measureProcess(script: string, args: readonly string[], cwd: string): Promise<ProcessCost> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'measure-'));
  const hookFile = path.join(folder, 'hook.mjs');
  const measureFile = path.join(folder, 'usage.jsonl');
  await fs.writeFile(hookFile, hook);
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', hookFile, script, ...args], {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, MEASURE_FILE: measureFile },
  });
  const exitCode = await new Promise<number | null>((resolve) => void child.on('close', resolve));
  const wallSeconds = (performance.now() - start) / 1000;
  const lines = (await fs.readFile(measureFile, 'utf8')).trim().split('\n');
  const usages = lines.map((line) => JSON.parse(line) as { readonly cpu: number; readonly rss: number });
  await fs.rm(folder, { recursive: true, force: true });
  return {
    wallSeconds,
    cpuSeconds: usages.reduce((sum, usage) => sum + usage.cpu, 0),
    peakMegabytes: Math.max(...usages.map((usage) => usage.rss)),
    exitCode,
  };
}

/** The middle value; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;
}
