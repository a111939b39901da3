import { messageParts } from './code-spans.ts';
import { visibleText } from './visible-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Foreign text for the content of an element or a quoted attribute. */
export function htmlText(text: string): string {
  return escapeMarkup(visibleText(text));
}

/** A message as HTML: what it puts between backticks becomes `<code>`. */
export function htmlMessage(message: string): string {
  return messageParts(message)
    .map(({ isCode, text }) => (isCode ? `<code>${htmlText(text)}</code>` : htmlText(text)))
    .join('');
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
