import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { watchMemory } from './watch-memory.ts';

/** What one finished program took. */
export interface ProcessCost {
  readonly wallSeconds: number;
  /** User and system time of all its processes. */
  readonly cpuSeconds: number;
  /** Resident memory of the largest process, and of all of them at the same moment. */
  readonly peakMegabytes: number;
  readonly totalMegabytes: number;
  readonly exitCode: number | null;
}

/** Written beside the run: each Node process of the program notes its own resource usage when it exits. */
const hook = `
import fs from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  fs.appendFileSync(process.env.MEASURE_FILE, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 }) + '\\n');
});
`;

/** GNU time also sees processes that are not Node's; without it only those count. */
const gnuTime = '/usr/bin/time';

interface Usage {
  readonly cpu: number;
  readonly rss: number;
}

/** Runs a program to its end and measures it from outside; its output is thrown away. */
export async function measureProcess(command: readonly string[], cwd: string): Promise<ProcessCost> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'measure-'));
  const [hookFile, nodeFile, timeFile] = ['hook.mjs', 'node.jsonl', 'time.json'].map((name) => path.join(folder, name));
  await fs.writeFile(hookFile ?? '', hook);
  const timed = await fs.access(gnuTime).then(
    () => [gnuTime, '-q', '-f', '{"user":%U,"system":%S,"kilobytes":%M}', '-o', timeFile ?? '', ...command],
    () => command,
  );
  const start = performance.now();
  const [program = '', ...args] = timed;
  const child = spawn(program, args, {
    cwd,
    // A group of its own, so that its memory can be told from that of others.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, MEASURE_FILE: nodeFile, NODE_OPTIONS: `--import=${hookFile}` },
  });
  const memory = watchMemory(child.pid ?? 0);
  const exitCode = await new Promise<number | null>((resolve) => void child.on('close', resolve));
  const wallSeconds = (performance.now() - start) / 1000;
  const { largestMegabytes, togetherMegabytes } = memory.stop();
  const usages = await readNodeUsages(nodeFile ?? '');
  const whole = await readTime(timeFile ?? '');
  await fs.rm(folder, { recursive: true, force: true });
  const peakMegabytes = Math.max(largestMegabytes, whole?.rss ?? 0, ...usages.map(({ rss }) => rss));
  return {
    wallSeconds,
    cpuSeconds: whole?.cpu ?? usages.reduce((sum, { cpu }) => sum + cpu, 0),
    peakMegabytes,
    totalMegabytes: Math.max(peakMegabytes, togetherMegabytes),
    exitCode,
  };
}

/** The middle value; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that a share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN;
}

async function readNodeUsages(file: string): Promise<readonly Usage[]> {
  const text = await fs.readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Usage);
}

async function readTime(file: string): Promise<Usage | undefined> {
  const text = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { user, system, kilobytes } = JSON.parse(text) as Record<'user' | 'system' | 'kilobytes', number>;
  return { cpu: user + system, rss: kilobytes / 1024 };
}
