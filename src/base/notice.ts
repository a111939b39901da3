import type { Localized } from './language.ts';

/**
 * Something about a run that the reader must know: what was skipped, missing or broken, and how to mend it.
 * `error` makes a figure or a finding unreliable, `warning` narrows the result, `info` only tells.
 */
export interface Notice {
  readonly level: 'info' | 'warning' | 'error';
  /** Stable id such as `tsconfig-circular`, for tests and for scripts. */
  readonly code: string;
  readonly text: Localized;
  /** Path relative to the workspace root, with `/`, where the notice is about one file. */
  readonly file?: string;
}
