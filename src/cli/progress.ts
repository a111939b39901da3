import yoctoSpinner from 'yocto-spinner';
import type { Terminal } from './terminal.ts';

/** Tells a person at a terminal what is going on; silent everywhere else. */
export interface Progress {
  update(text: string): void;
  /** Leaves the terminal as it was. */
  end(): void;
}

const silent: Progress = { update: () => undefined, end: () => undefined };

/** Starts a spinner on standard error with the elapsed seconds. */
export function startProgress(
  terminal: Terminal,
  options: { readonly quiet: boolean; readonly text: string },
): Progress {
  if (options.quiet || !terminal.stderr.isTTY || terminal.env['TERM'] === 'dumb') return silent;
  const started = Date.now();
  // Signals are ours: they cancel the work in order.
  const spinner = yoctoSpinner({ stream: terminal.stderr, text: options.text, handleSignals: false }).start();
  return {
    update: (text) => {
      const seconds = Math.floor((Date.now() - started) / 1000);
      spinner.text = seconds < 1 ? text : `${text} · ${seconds} s`;
    },
    end: () => void spinner.stop(),
  };
}
