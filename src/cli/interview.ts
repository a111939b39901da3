import readline from 'node:readline/promises';
import { writeText, type Terminal } from './terminal.ts';

/** A question at the terminal: its text, and what an answer stands for (undefined: `again` is said and it is asked again). */
export interface TerminalQuestion<T> {
  readonly text: string;
  readonly again: string;
  read(answer: string): T | undefined;
}

/** A conversation with the person at the terminal. */
export interface Interview {
  /** The answer, undefined when the input ended; rejects with an `AbortError` after an interrupt. */
  ask<T>(question: TerminalQuestion<T>): Promise<T | undefined>;
  end(): void;
}

/** Asks on standard error and reads lines of standard input. */
export function startInterview(terminal: Terminal): Interview {
  const { stdin: input, stderr: output, signal } = terminal;
  const reader = readline.createInterface({ input, output, signal });
  // Readline keeps Ctrl-C for itself; the process decides what it means.
  reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const lines = reader[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      for (;;) {
        await writeText(output, question.text);
        const line = await lines.next();
        signal.throwIfAborted();
        if (line.done === true) return undefined;
        const answer = question.read(line.value.trim());
        if (answer !== undefined) return answer;
        await writeText(output, question.again + '\n');
      }
    },
    end: () => reader.close(),
  };
}
