import { createInterface } from 'node:readline';

/** Keeps the last lines of a stream, to name the cause when its process dies. */
export interface LastLines {
  /** Reads a stream line by line; earlier lines are forgotten. */
  follow(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void;
  /** The line that most likely names the cause of a crash; empty when nothing was written. */
  cause(): string;
}

const kept = 40;

/** Creates an empty memory of lines. */
export function createLastLines(): LastLines {
  let lines: string[] = [];
  return {
    follow: (stream, onLine) => {
      lines = [];
      createInterface({ input: stream, crlfDelay: Infinity, terminal: false }).on('line', (line) => {
        lines = [...lines, line].slice(-kept);
        onLine(line);
      });
    },
    cause: () => {
      const error = lines.findLast((line) => /\b(\w*Error|FATAL ERROR)\b.*:/.test(line));
      return (error ?? lines.findLast((line) => line.trim() !== '') ?? '').trim().slice(0, 300);
    },
  };
}
