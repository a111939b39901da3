import type { JSX } from 'preact';
import { visibleText } from './visible-text.ts';

/** A message of a rule, with what stands between backticks set as code. */
export function MessageText({ of }: { of: string }): JSX.Element {
  const parts = visibleText(of).split('`');
  const isBalanced = parts.length % 2 === 1;
  if (!isBalanced) return <>{parts.join('`')}</>;
  return <>{parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>;
}
