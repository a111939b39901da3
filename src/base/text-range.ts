/** A place in a text: zero-based line and zero-based UTF-16 column, as in the language-server protocol. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** A half-open range of a text: `start` is inside, `end` is just behind. */
export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** A range in a file of the workspace. */
export interface FileRange {
  /** Path relative to the workspace root, with `/`. */
  readonly file: string;
  readonly range: TextRange;
}

/** Orders positions as a reader meets them; negative when `a` comes first. */
export function comparePositions(a: TextPosition, b: TextPosition): number {
  return a.line - b.line || a.column - b.column;
}

/** Maps offsets of one text to positions and back; knows `\n`, `\r\n` and `\r`. */
export interface LineIndex {
  /** Number of lines; an empty text has one. */
  readonly lineCount: number;
  positionAt(offset: number): TextPosition;
  offsetAt(position: TextPosition): number;
}

/** Builds the line index of a text in one pass. */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  return {
    lineCount: starts.length,
    positionAt: (offset) => {
      const line = lastIndexNotAbove(starts, offset);
      return { line, column: offset - (starts[line] ?? 0) };
    },
    offsetAt: ({ line, column }) => Math.min((starts[line] ?? text.length) + column, text.length),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isCarriageReturn = code === 13 && text.charCodeAt(index + 1) !== 10;
    if (code === 10 || isCarriageReturn) starts.push(index + 1);
  }
  return starts;
}

function lastIndexNotAbove(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
