import { exitCodes } from './exit-codes.ts';

/** A run that the user can interrupt. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Exit code that the signal asks for; undefined while nobody interrupted. */
  exitCode(): number | undefined;
}

/** Turns SIGINT and SIGTERM into a cancellation; a second one ends the process at once. */
export function listenForInterruption(host: NodeJS.Process): Interruption {
  const controller = new AbortController();
  let exitCode: number | undefined;
  const interrupt = (code: number) => (): void => {
    if (exitCode !== undefined) host.exit(code);
    exitCode = code;
    controller.abort();
  };
  host.on('SIGINT', interrupt(exitCodes.interrupted));
  host.on('SIGTERM', interrupt(exitCodes.terminated));
  return { signal: controller.signal, exitCode: () => exitCode };
}
