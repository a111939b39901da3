/** A secret that a commit brought in, without its value. */
export interface PastSecret {
  /** Full hash of the oldest commit known to hold it. */
  readonly commit: string;
  /** Path then, relative to the workspace. */
  readonly file: string;
  /** Line then, counted from 1. */
  readonly line: number;
  /** Id of a provider's format, `address`, or empty. */
  readonly provider: string;
  /** Name under which the value stood, or empty. */
  readonly name: string;
  /** At most its first four characters and an ellipsis. */
  readonly start: string;
  /** Length of the value, and a digest that tells whether another value is the same. */
  readonly length: number;
  readonly digest: string;
}
