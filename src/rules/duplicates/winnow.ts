import type { TokenSequence } from './token-sequence.ts';

/** A run of tokens that stands for the block around it. */
export interface TokenPrint {
  readonly hash: number;
  /** Index of its first token. */
  readonly at: number;
}

/** Tokens in one hashed run. */
export const runLength = 40;

/** Runs of which the smallest hash is kept; a repeated block of `runLength + windowLength - 1` tokens is always seen. */
export const windowLength = 21;

/**
 * Chooses the prints of a file by winnowing: of each window of neighbouring runs the one with the smallest hash, so that
 * equal blocks choose equal prints wherever they stand. Schleimer, Wilkerson and Aiken, SIGMOD 2003.
 */
export function winnow({ hashes }: TokenSequence): TokenPrint[] {
  const runs = rollingHashes(hashes);
  const prints: TokenPrint[] = [];
  let chosen = -1;
  for (let first = 0; first + windowLength <= runs.length; first++) {
    const smallest = chosen >= first ? newerIfSmaller(runs, chosen, first) : smallestIn(runs, first);
    if (smallest === chosen) continue;
    chosen = smallest;
    prints.push({ hash: runs[chosen] as number, at: chosen });
  }
  return prints;
}

function newerIfSmaller(runs: Int32Array, chosen: number, first: number): number {
  const last = first + windowLength - 1;
  return (runs[last] as number) <= (runs[chosen] as number) ? last : chosen;
}

function smallestIn(runs: Int32Array, first: number): number {
  let smallest = first;
  for (let index = first + 1; index < first + windowLength; index++) {
    if ((runs[index] as number) <= (runs[smallest] as number)) smallest = index;
  }
  return smallest;
}

/** Rabin–Karp: each run's hash follows from its neighbour's. */
function rollingHashes(hashes: Int32Array): Int32Array {
  const base = 0x01000193;
  const count = Math.max(0, hashes.length - runLength + 1);
  const runs = new Int32Array(count);
  let leading = 1;
  for (let power = 1; power < runLength; power++) leading = Math.imul(leading, base);
  let hash = 0;
  for (let index = 0; index < hashes.length; index++) {
    if (index >= runLength) hash = (hash - Math.imul(hashes[index - runLength] as number, leading)) | 0;
    hash = (Math.imul(hash, base) + (hashes[index] as number)) | 0;
    if (index >= runLength - 1) runs[index - runLength + 1] = hash;
  }
  return runs;
}
