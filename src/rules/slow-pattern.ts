import type ts from 'typescript';
import type { Flow } from '../dataflow/flow-analysis.ts';

/** How the time that a match takes grows with the length of the text, in the worst case. */
export interface PatternGrowth {
  /** Power of the length; infinite where the time grows exponentially. */
  readonly degree: number;
  /** A text whose repetition makes the match slow. */
  readonly pump: string;
}

/** A regular expression whose time to match can grow faster than the text. */
export interface SlowPattern extends PatternGrowth {
  /** The literal, or the text that is compiled. */
  readonly node: ts.Expression;
  /** The part that is slow, as written. */
  readonly part: string;
  /** The way on which untrusted text arrives, where one does. */
  readonly flow: Flow | undefined;
}
