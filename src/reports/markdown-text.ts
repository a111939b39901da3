import { messageParts } from './code-spans.ts';
import { visibleText } from './visible-text.ts';

/** Foreign text as Markdown prose: shown as it is, no markup, no links, nobody notified. */
export function markdownText(text: string): string {
  return visibleText(text)
    .replace(/[\\`*_{}[\]<>|~&$^=:!]/g, '\\$&')
    .replace(/[@#]/g, '$&&#8203;')
    .replace(/^(\s*\d*)([-+.)])/, '$1\\$2')
    .replace(/\bwww\./gi, (prefix) => `${prefix.slice(0, -1)}\\.`);
}

/** Foreign text as one code span that also holds inside a table's cell. */
export function markdownCode(text: string): string {
  const visible = visibleText(text).replaceAll('|', '\\|');
  const fence = '`'.repeat(longestRun(visible) + 1);
  const padding = /^`|`$|^ .* $/.test(visible) ? ' ' : '';
  return visible === '' ? '' : fence + padding + visible + padding + fence;
}

/** A message as Markdown: what it puts between backticks becomes code, the rest prose. */
export function markdownMessage(message: string): string {
  return messageParts(message)
    .map(({ isCode, text }) => (isCode ? markdownCode(text) : markdownText(text)))
    .join('');
}

/** Several lines of our own code as a fenced block. */
export function codeBlock(code: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}${language}\n${code.trimEnd()}\n${fence}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
