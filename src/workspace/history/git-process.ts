import { spawn } from 'node:child_process';
import path from 'node:path';

/** How a run of git ended; `missing` when there is no git on this machine. */
export type GitEnd =
  { readonly kind: 'done' } | { readonly kind: 'missing' } | { readonly kind: 'failed'; readonly reason: string };

/**
 * Runs the user's git on a folder and hands its output on piece by piece. The repository's own configuration is
 * hostile: whatever could make git run a program, ask a question or reach the network is switched off.
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  onOutput: (piece: string) => void,
  signal?: AbortSignal,
): Promise<GitEnd> {
  signal?.throwIfAborted();
  // Not the `timeout` of `spawn`: where git is missing its timer would keep the process alive.
  const tooLong = AbortSignal.timeout(patienceMs);
  const child = spawn('git', [...harmless, '-C', folder, ...args], {
    // Windows would look for git.exe in the current folder first.
    cwd: path.dirname(process.execPath),
    env: gitEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong,
  });
  let reason = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (reason = (reason + piece).slice(0, maxReason)));
  child.stdout.setEncoding('utf8').on('data', onOutput);
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve({ kind: 'missing' });
      else if (tooLong.aborted) resolve({ kind: 'failed', reason: `no answer in ${patienceMs / 1000} s` });
      else reject(error);
    });
    child.once('close', (code) => {
      if (signal?.aborted) reject(signal.reason as Error);
      else resolve(code === 0 ? { kind: 'done' } : { kind: 'failed', reason: reason.trim() });
    });
  });
}

/** The whole output of a short run. */
export async function gitOutput(
  folder: string,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<{ readonly end: GitEnd; readonly output: string }> {
  const pieces: string[] = [];
  const end = await runGit(folder, args, (piece) => pieces.push(piece), signal);
  return { end, output: pieces.join('') };
}

const patienceMs = 120_000;
const maxReason = 2000;

const harmless = [
  '--no-pager',
  '--no-optional-locks',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.sshCommand=false',
    'core.commitGraph=true',
    'credential.helper=',
    'diff.external=',
    'gpg.program=false',
    'log.mailmap=false',
    'log.showSignature=false',
    'log.showRoot=true',
    'protocol.allow=never',
    'safe.bareRepository=explicit',
  ].flatMap((setting) => ['-c', setting]),
];

/** Without the variables that a calling git sets for its hooks: they would point at another repository. */
function gitEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  return {
    ...Object.fromEntries(kept),
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_ASKPASS: '',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
    NoDefaultCurrentDirectoryInExePath: '1',
  };
}
