const enum Char {
  NewLine = 10,
  CarriageReturn = 13,
  Space = 32,
  DoubleQuote = 34,
  SingleQuote = 39,
  Star = 42,
  Slash = 47,
  Backslash = 92,
  Backtick = 96,
}

/**
 * Counts the lines that hold code, not only blanks or comments, in one pass without parsing. Strings and templates
 * are followed; a regular expression with a quote in it can shift the count by a line or so.
 */
export function countCodeLines(text: string): number {
  let count = 0;
  let hasCode = false;
  let quote = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === Char.NewLine || code === Char.CarriageReturn) {
      if (hasCode) count++;
      hasCode = false;
      if (quote !== Char.Backtick) quote = 0;
    } else if (quote !== 0) {
      hasCode ||= code > Char.Space;
      if (code === Char.Backslash && text.charCodeAt(index + 1) > Char.CarriageReturn) index++;
      else if (code === quote) quote = 0;
    } else if (code === Char.Slash && text.charCodeAt(index + 1) === Char.Slash) {
      index = endOfLine(text, index) - 1;
    } else if (code === Char.Slash && text.charCodeAt(index + 1) === Char.Star) {
      const comment = text.slice(index, endOfComment(text, index));
      if (hasCode && /[\r\n]/.test(comment)) {
        count++;
        hasCode = false;
      }
      index += comment.length - 1;
    } else if (code > Char.Space && code !== 0xfeff) {
      hasCode = true;
      if (code === Char.DoubleQuote || code === Char.SingleQuote || code === Char.Backtick) quote = code;
    }
  }
  return hasCode ? count + 1 : count;
}

function endOfLine(text: string, start: number): number {
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === Char.NewLine || code === Char.CarriageReturn) return index;
  }
  return text.length;
}

function endOfComment(text: string, start: number): number {
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? text.length : end + 2;
}
