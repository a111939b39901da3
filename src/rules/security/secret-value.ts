/** Words that a text holds when it only stands where a secret would. */
const placeholderWords =
  /example|sample|placeholder|dummy|your|change[-_ ]?(me|it|this)|changeme|replace|insert|enter|todo|fixme|redacted|xxx|foo|bar\b|lorem|test|mock|fake|\.\.\.|…|<[^>]*>|\{\{|\$\{|%[sd({]|\*{3,}|process\.env|not[-_ ]?set|undefined|required|optional|invalid|missing|deprecated|description|null\b/i;

/** Whether a text only stands in the place of a secret: a documented example, a template, a run of one character. */
export function isPlaceholder(text: string): boolean {
  if (placeholderWords.test(text)) return true;
  if (/^(.)\1*$/.test(text) || /(.)\1{5,}/.test(text)) return true;
  return /0123456789|1234567890|abcdefgh|qwerty|deadbeef/i.test(text);
}

/** Shannon entropy of a text's characters, bits for each. */
export function entropyBits(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Whether a text looks drawn at random rather than written: long, mixed, and no path, address, name or sentence. */
export function isRandomLooking(text: string): boolean {
  if (text.length < 12 || /\s/.test(text) || isOtherNotation(text)) return false;
  const hasDigit = /\d/.test(text);
  const hasLetter = /[A-Za-z]/.test(text);
  if (!hasDigit || !hasLetter) return false;
  const isHex = /^[0-9a-f-]+$/i.test(text);
  return entropyBits(text) >= (isHex ? 2.8 : 3.2) && !isWords(text);
}

/** Whether a text may be a password that a person chose: no sentence, no name of something else. */
export function isPasswordLike(text: string): boolean {
  if (text.length < 4 || text.length > 80 || /\s/.test(text) || isOtherNotation(text)) return false;
  return /\d|[^\w]/.test(text) && /[A-Za-z]/.test(text) && !isWords(text);
}

/** Start of a secret for a message: at most four characters, never more than a third of it. */
export function shownStart(text: string): string {
  return `${text.slice(0, Math.min(4, Math.floor(text.length / 3)))}…`;
}

function isOtherNotation(text: string): boolean {
  return (
    /^(https?|wss?|file|data|urn|mailto|chrome|vscode|s3|arn|redis|blob):/i.test(text) ||
    /^[./~@#]|[/\\].*[/\\]|^\w+\/\w+$/.test(text) ||
    /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(text) ||
    /^\w+(\.\w+)+$/.test(text) ||
    /^[^@\s]+@[^@\s]+\.[a-z]+$/i.test(text) ||
    /^\d{4}-\d\d-\d\d|^v?\d+\.\d+|^\d+(px|em|rem|ms|s|%)$/.test(text) ||
    /[(){}[\]<>;]/.test(text)
  );
}

/** Words joined by hyphens, underscores or capitals, with no more digits than a version or an index has. */
function isWords(text: string): boolean {
  const parts = text.split(/[-_.:]|(?<=[a-z])(?=[A-Z])/).filter((part) => part !== '');
  return (
    parts.length > 0 &&
    parts.every((part) => /^([A-Za-z]?[a-z]{1,14}|[A-Z]{1,12})$/.test(part) || /^\d{1,2}$/.test(part))
  );
}
