import readline from 'node:readline/promises';
import type { Terminal } from './terminal.ts';

/** A question at the terminal: its text, and what an answer stands for (undefined: ask again with `again`). */
export interface TerminalQuestion<T> {
  readonly text: string;
  readonly again: string;
  read(answer: string): T | undefined;
}

/** Asks on standard error and reads standard input. Rejects with an `AbortError` on Ctrl-C, gives undefined at the end of input. */
export async function askQuestion<T>(question: TerminalQuestion<T>, terminal: Terminal): Promise<T | undefined> {
  const reader = readline.createInterface({ input: terminal.stdin, output: terminal.stderr });
  // Readline keeps Ctrl-C for itself; the process decides what it means.
  reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const ended = new Promise<undefined>((resolve) => reader.once('close', () => resolve(undefined)));
  try {
    for (;;) {
      const answer = await Promise.race([reader.question(question.text, { signal: terminal.signal }), ended]);
      if (answer === undefined) return undefined;
      const value = question.read(answer.trim());
      if (value !== undefined) return value;
      terminal.stderr.write(question.again + '\n');
    }
  } finally {
    reader.close();
  }
}
