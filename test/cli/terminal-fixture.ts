import { PassThrough } from 'node:stream';
import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal of streams, for running a command inside the test's own process. */
export interface TerminalFixture {
  readonly terminal: Terminal;
  /** Types answers, one line each, as a person at a terminal. */
  type(...lines: readonly string[]): void;
  stdout(): string;
  stderr(): string;
}

/** Makes a terminal in a folder; `isTTY` says whether a person sits at its input. */
export function makeTerminal(folder: string, options: { readonly isTTY?: boolean } = {}): TerminalFixture {
  const stdin = Object.assign(new PassThrough(), { isTTY: options.isTTY ?? false });
  const stdout = collector();
  const stderr = collector();
  return {
    terminal: {
      stdin,
      stdout: stdout.stream,
      stderr: stderr.stream,
      env: {},
      folder,
      signal: new AbortController().signal,
    },
    type: (...lines) => stdin.end(lines.map((line) => line + '\n').join('')),
    stdout: stdout.text,
    stderr: stderr.text,
  };
}

function collector(): { readonly stream: Terminal['stdout']; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY: false, columns: 80 });
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream: stream as unknown as Terminal['stdout'], text: () => Buffer.concat(chunks).toString('utf8') };
}
