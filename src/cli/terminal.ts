import type { Readable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { createColors } from 'picocolors';

/** What a command may touch of the process that runs it. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: WriteStream;
  readonly stderr: WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
}

/** Writes a text and waits until it has left the process; a reader that closed early is no mistake. */
export async function writeText(stream: WriteStream, text: string): Promise<void> {
  if (text === '' || stream.destroyed) return;
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      if (error && !isClosedPipe(error)) reject(error);
      else resolve();
    });
  });
}

/** Whether an error only says that nobody reads our output any more, as in `cto-guardrails audit | head`. */
export function isClosedPipe(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'EOF';
}

/** Colours where a person reads; none in a pipe, a file, a dumb terminal or under `NO_COLOR`. */
export function coloursFor(stream: WriteStream, env: Terminal['env']): ReturnType<typeof createColors> {
  return createColors(hasColours(stream, env));
}

function hasColours(stream: WriteStream, env: Terminal['env']): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return stream.isTTY && env['TERM'] !== 'dumb';
}
