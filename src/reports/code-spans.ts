/** A piece of a message: prose, or code that the message put between backticks. */
export interface MessagePart {
  readonly isCode: boolean;
  readonly text: string;
}

/** Splits a message at its pairs of backticks; a lone backtick stays prose. */
export function messageParts(message: string): readonly MessagePart[] {
  const pieces = message.split('`');
  if (pieces.length % 2 === 0) pieces.push(pieces.splice(-2).join('`'));
  return pieces.map((text, index) => ({ isCode: index % 2 === 1, text })).filter(({ text }) => text !== '');
}
