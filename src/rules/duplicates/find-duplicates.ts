import type { FileModel } from '../../workspace/file-model.ts';
import { tokenSequenceOf, type TokenSequence } from './token-sequence.ts';
import { runLength, winnow, type TokenPrint } from './winnow.ts';

/** A block of code that stands in two places. */
export interface Duplicate {
  readonly file: FileModel;
  /** Offsets of the repetition's first character, and just behind its last. */
  readonly start: number;
  readonly end: number;
  readonly original: { readonly file: FileModel; readonly start: number; readonly end: number };
  readonly tokens: number;
  /** Share of names and keywords among its tokens, 0 to 1. */
  readonly wordShare: number;
}

interface Entry {
  readonly file: FileModel;
  readonly sequence: TokenSequence;
  readonly prints: readonly TokenPrint[];
}

interface Place {
  readonly entry: Entry;
  readonly at: number;
}

/** Finds each block of at least `minTokens` equal tokens that repeats an earlier one, as long as it goes on. */
export function findDuplicates(files: readonly FileModel[], minTokens: number): Duplicate[] {
  const index = new Map<number, Place[]>();
  const found: Duplicate[] = [];
  for (const file of files) {
    const entry = entryOf(file);
    let coveredTo = 0;
    for (const print of entry.prints) {
      if (print.at < coveredTo) continue;
      const block = longestBlock(entry, print.at, index.get(print.hash) ?? [], coveredTo);
      if (!block || block.tokens < minTokens) continue;
      found.push(toDuplicate(entry, block));
      coveredTo = block.at + block.tokens;
    }
    for (const print of entry.prints) addPlace(index, print, entry);
  }
  return found;
}

/** What a file's text alone decides, kept as long as the immutable model lives. */
const entries = new WeakMap<FileModel, Entry>();

function entryOf(file: FileModel): Entry {
  const known = entries.get(file);
  if (known) return known;
  const sequence = tokenSequenceOf(file.sourceFile);
  const entry = { file, sequence, prints: winnow(sequence) };
  entries.set(file, entry);
  return entry;
}

function addPlace(index: Map<number, Place[]>, { hash, at }: TokenPrint, entry: Entry): void {
  const places = index.get(hash);
  if (!places) index.set(hash, [{ entry, at }]);
  // More places of one print add nothing: each repetition is compared with the first ones.
  else if (places.length < 8) places.push({ entry, at });
}

interface Block {
  readonly at: number;
  readonly original: Place;
  readonly tokens: number;
}

function longestBlock(entry: Entry, at: number, places: readonly Place[], coveredTo: number): Block | undefined {
  let longest: Block | undefined;
  for (const place of places) {
    const block = extend(entry, at, place, coveredTo);
    if (block && block.tokens > (longest?.tokens ?? 0)) longest = block;
  }
  return longest;
}

/** Grows an equal run in both directions, not into what is already reported. */
function extend(entry: Entry, at: number, place: Place, coveredTo: number): Block | undefined {
  const [here, there] = [entry.sequence.hashes, place.entry.sequence.hashes];
  let back = 0;
  while (at - back > coveredTo && place.at > back && here[at - back - 1] === there[place.at - back - 1]) back++;
  let forth = 0;
  while (at + forth < here.length && place.at + forth < there.length && here[at + forth] === there[place.at + forth])
    forth++;
  if (forth < runLength) return undefined;
  return { at: at - back, original: { entry: place.entry, at: place.at - back }, tokens: back + forth };
}

function toDuplicate(entry: Entry, { at, original, tokens }: Block): Duplicate {
  const span = ({ sequence }: Entry, from: number): { start: number; end: number } => ({
    start: sequence.starts[from] as number,
    end: sequence.ends[from + tokens - 1] as number,
  });
  const words = entry.sequence.words.subarray(at, at + tokens).reduce((sum, word) => sum + word, 0);
  return {
    file: entry.file,
    ...span(entry, at),
    original: { file: original.entry.file, ...span(original.entry, original.at) },
    tokens,
    wordShare: words / tokens,
  };
}
