/**
 * Makes control, formatting and broken characters of a foreign text visible as `\x1b` or `\u{202e}`, line breaks
 * included, so that no file name or message can steer a terminal, reorder a line or hide in it.
 */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/gu, visibleCode);
}

function visibleCode(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 10) return '\\n';
  if (code === 13) return '\\r';
  if (code === 9) return '\\t';
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}
