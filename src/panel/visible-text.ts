/**
 * A path or another text of the workspace with its invisible and direction-changing characters spelled out,
 * so that a file name cannot pretend to be another one.
 */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}
