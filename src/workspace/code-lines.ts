const newLine = 10;
const carriageReturn = 13;
const space = 32;
const doubleQuote = 34;
const singleQuote = 39;
const star = 42;
const slash = 47;
const backslash = 92;
const backtick = 96;

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
    if (code === newLine || code === carriageReturn) {
      if (hasCode) count++;
      hasCode = false;
      if (quote !== backtick) quote = 0;
    } else if (quote !== 0) {
      hasCode ||= code > space;
      if (code === backslash && text.charCodeAt(index + 1) > carriageReturn) index++;
      else if (code === quote) quote = 0;
    } else if (code === slash && text.charCodeAt(index + 1) === slash) {
      index = endOfLine(text, index) - 1;
    } else if (code === slash && text.charCodeAt(index + 1) === star) {
      const comment = text.slice(index, endOfComment(text, index));
      if (hasCode && /[\r\n]/.test(comment)) {
        count++;
        hasCode = false;
      }
      index += comment.length - 1;
    } else if (code > space && code !== 0xfeff) {
      hasCode = true;
      if (code === doubleQuote || code === singleQuote || code === backtick) quote = code;
    }
  }
  return hasCode ? count + 1 : count;
}

function endOfLine(text: string, start: number): number {
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === newLine || code === carriageReturn) return index;
  }
  return text.length;
}

function endOfComment(text: string, start: number): number {
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? text.length : end + 2;
}
