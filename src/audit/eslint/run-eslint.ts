import { fork, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { relativePosix } from '../../base/paths.ts';
import { bundledFile } from '../workers/bundled-file.ts';
import type { EslintFolder, InstalledEslint } from './find-eslint.ts';
import type { RawFailure, RawRemark, RawRule, RunnerJob, RunnerMessage } from './runner-messages.ts';

/** Bounds of one run; when one is reached the process and all that it started are killed. */
export interface EslintLimits {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

/** How a run ended. `file` is the one under work, relative to the root. */
export type EslintEnding =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: RawFailure }
  | { readonly kind: 'time' | 'memory' | 'died'; readonly file?: string; readonly lastWords?: string };

/** What ESLint said; where it was ended early, of the files so far. */
export interface EslintRun {
  /** By path relative to the root; a file without remarks is there too. */
  readonly remarks: ReadonlyMap<string, readonly RawRemark[]>;
  readonly rules: ReadonlyMap<string, RawRule>;
  readonly crashes: readonly { readonly rule?: string; readonly file: string; readonly error: string }[];
  readonly syntaxErrors: readonly { readonly file: string; readonly error: string }[];
  readonly ending: EslintEnding;
}

export interface EslintRunOptions {
  readonly limits: EslintLimits;
  readonly signal?: AbortSignal | undefined;
  readonly onFile?: () => void;
}

/**
 * Runs an installed ESLint over files in a process of its own, which it may print in, block and break. Rejects with
 * the signal's reason alone; whatever goes wrong over there is the run's ending.
 */
export async function runEslint(
  root: string,
  { folder, isFlat, files }: EslintFolder,
  installed: InstalledEslint,
  { limits, signal, onFile }: EslintRunOptions,
): Promise<EslintRun> {
  signal?.throwIfAborted();
  const run = createRun(root);
  const child = startRunner(limits);
  const job: RunnerJob = {
    token: randomUUID(),
    eslint: installed.package,
    folder: path.join(root, folder),
    isFlat,
    files: files.map((file) => path.join(root, file)),
    limitMs: limits.milliseconds + graceMs,
  };
  const cancel = (): void => killTree(child);
  signal?.addEventListener('abort', cancel, { once: true });
  const timer = setTimeout(() => {
    run.isLate = true;
    killTree(child);
  }, limits.milliseconds);
  try {
    await listen(child, job, run, onFile);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    signal?.throwIfAborted();
  }
  return { ...run, ending: endingOf(run) };
}

/** How much later than we the process ends itself. */
const graceMs = 5000;
const longestWords = 2000;

interface RunInProgress {
  readonly root: string;
  readonly remarks: Map<string, readonly RawRemark[]>;
  readonly rules: Map<string, RawRule>;
  readonly crashes: { readonly rule?: string; readonly file: string; readonly error: string }[];
  readonly syntaxErrors: { readonly file: string; readonly error: string }[];
  file: string | undefined;
  failure: RawFailure | undefined;
  isDone: boolean;
  isLate: boolean;
  lastWords: string;
}

function createRun(root: string): RunInProgress {
  return {
    root,
    remarks: new Map(),
    rules: new Map(),
    crashes: [],
    syntaxErrors: [],
    file: undefined,
    failure: undefined,
    isDone: false,
    isLate: false,
    lastWords: '',
  };
}

/** A process group of its own, so that all that plugins start can be ended with it. */
function startRunner({ heapMegabytes }: EslintLimits): ChildProcess {
  return fork(bundledFile('eslint-runner.mjs'), {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_OPTIONS')),
  });
}

function killTree(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
  else process.kill(-pid, 'SIGKILL');
}

async function listen(child: ChildProcess, job: RunnerJob, run: RunInProgress, onFile?: () => void): Promise<void> {
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    run.lastWords = (run.lastWords + text).slice(-longestWords);
  });
  child.on('message', (value: { readonly token?: unknown; readonly message?: RunnerMessage } | null) => {
    if (value?.token !== job.token || !value.message) return;
    take(run, value.message);
    if (value.message.kind === 'file') onFile?.();
  });
  await new Promise<void>((resolve) => {
    child.on('error', (error) => {
      run.lastWords ||= error.message;
      resolve();
    });
    // What plugins left running goes with the process that they ran in.
    child.on('exit', () => endGroup(child));
    child.on('close', () => resolve());
    child.send(job, (error) => {
      if (error) run.lastWords ||= error.message;
    });
  });
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // Nobody is left in it; macOS says so in its own way.
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function take(run: RunInProgress, message: RunnerMessage): void {
  const nameOf = (file: string): string => relativePosix(run.root, file);
  switch (message.kind) {
    case 'begin':
      run.file = nameOf(message.file);
      break;
    case 'file':
      run.remarks.set(nameOf(message.file), message.remarks);
      for (const [id, rule] of Object.entries(message.rules)) run.rules.set(id, rule);
      if (message.syntaxError !== undefined)
        run.syntaxErrors.push({ file: nameOf(message.file), error: message.syntaxError });
      break;
    case 'crash': {
      const { rule, file, error } = message;
      run.crashes.push({ file: nameOf(file), error, ...(rule !== undefined && { rule }) });
      break;
    }
    case 'failed':
      run.failure = message.failure;
      break;
    case 'end':
      run.isDone = true;
  }
}

function endingOf({ isDone, isLate, failure, file, lastWords }: RunInProgress): EslintEnding {
  if (failure) return { kind: 'failed', failure };
  if (isDone) return { kind: 'done' };
  const where = { ...(file !== undefined && { file }), ...(lastWords !== '' && { lastWords }) };
  if (isLate) return { kind: 'time', ...where };
  return { kind: /heap out of memory|heap limit/i.test(lastWords) ? 'memory' : 'died', ...where };
}
