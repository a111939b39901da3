/**
 * A value as indented JSON text with a line feed at its end. Characters that could steer a terminal or hide a text
 * are written as escapes, which change nothing for a parser.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return text.replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, unicodeEscapes) + '\n';
}

function unicodeEscapes(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return '\\u' + character.charCodeAt(index).toString(16).padStart(4, '0');
  }).join('');
}
