/** One `key: value` of a machine-written, indented file. */
export interface IndentedLine {
  /** Zero-based. */
  readonly line: number;
  readonly indent: number;
  readonly key: string;
  /** Text behind the key without quotes; empty where a block follows. */
  readonly value: string;
}

/**
 * Reads the lines of a lock file in YAML or in yarn's own form. Package managers write these files with one entry a
 * line, so indentation is all of the structure: a YAML parser takes fifty times as long and loses the lines.
 */
export function* indentedLines(text: string): Generator<IndentedLine> {
  let line = -1;
  for (const raw of text.split(/\r?\n/)) {
    line++;
    const content = raw.trimStart();
    if (content === '' || content.startsWith('#') || content.startsWith('- ')) continue;
    const keyEnd = endOfKey(content);
    const key = unquote(content.slice(0, keyEnd));
    const value = unquote(content.slice(keyEnd).replace(/^:/, '').trim());
    yield { line, indent: raw.length - content.length, key, value };
  }
}

/** A quoted key ends at its quote; a plain one at a colon before a space or the end, or (yarn 1) at a space. */
function endOfKey(content: string): number {
  const quote = content.charAt(0);
  if (quote === '"' || quote === "'") {
    const end = content.indexOf(quote, 1);
    // Yarn 1 lists several quoted descriptors before one colon.
    const isList = content.startsWith(', ', end + 1);
    return isList || end < 0 ? endOfPlainKey(content) : end + 1;
  }
  return endOfPlainKey(content);
}

function endOfPlainKey(content: string): number {
  const colon = content.search(/:(?: |$)/);
  if (colon >= 0) return colon;
  const space = content.indexOf(' ');
  return space < 0 ? content.length : space;
}

function unquote(text: string): string {
  const quote = text.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote);
  return isQuoted && !text.includes(`${quote}, ${quote}`) ? text.slice(1, -1) : text;
}
