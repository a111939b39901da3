import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const bundle = path.resolve('dist/cli.mjs');

/** What a run of the bundled command line gave. */
export interface CliRun {
  /** Undefined when a signal ended it. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sees the process right after its start. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Bundles the product when its bundle is missing or older than a source. */
export function ensureBuilt(): void {
  const builtAt = fs.statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = fs.readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => path.join('src', file));
  const isStale = sources.some((file) => (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > builtAt);
  if (!isStale) return;
  const { status, stderr } = spawnSync(process.execPath, ['src/dev/build.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
}

/** Runs `dist/cli.mjs` as a process with pipes and an English locale. */
export async function runBundled(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd: options.folder ?? process.cwd(),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output.stderr += chunk));
  options.onStart?.(child);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code: code ?? undefined, ...output };
}
