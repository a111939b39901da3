import type { AST } from '@eslint-community/regexpp';
import { patternNodes } from './patterns.ts';

/** Whether an alternative begins with `^`, also inside groups of one alternative. */
export function startsAnchored(alternative: AST.Alternative): boolean {
  const [first] = alternative.elements;
  if (!first) return false;
  if (first.type === 'Assertion') return first.kind === 'start';
  return isGroup(first) && first.alternatives.every(startsAnchored);
}

/** Whether an alternative ends with `$`, also inside groups. */
export function endsAnchored(alternative: AST.Alternative): boolean {
  const last = alternative.elements.at(-1);
  if (!last) return false;
  if (last.type === 'Assertion') return last.kind === 'end';
  return isGroup(last) && last.alternatives.every(endsAnchored);
}

/** Whether letters stand in a node as such, not as a set. */
export function hasLetters(node: AST.Node): boolean {
  for (const part of patternNodes(node)) {
    if (part.type === 'Character' && part.parent.type !== 'CharacterClassRange' && isLetter(part.value)) return true;
  }
  return false;
}

/** Number of assertions of any kind in a node. */
export function countAssertions(node: AST.Node): number {
  let count = 0;
  for (const part of patternNodes(node)) if (part.type === 'Assertion') count += 1;
  return count;
}

/** A text that every match of a node contains in one piece per run; `\0` where something else may stand. */
export function literalText(node: AST.Node): string {
  if (node.type === 'Character') return String.fromCodePoint(node.value);
  if (node.type === 'CharacterSet' && node.kind === 'any') return '\u0001';
  if (node.type === 'Alternative') return node.elements.map(literalText).join('');
  if (node.type === 'Assertion') return node.kind === 'start' ? '' : node.kind === 'end' ? '\u0002' : '\0';
  if (isGroup(node)) {
    const [only, ...others] = node.alternatives;
    return only && others.length === 0 ? literalText(only) : '\0';
  }
  if (node.type === 'Quantifier' && node.min === 0 && node.max === 1) {
    // `https?` reads as `https`, which is what its author means.
    const text = literalText(node.element);
    return text === 's' ? text : '\0';
  }
  return '\0';
}

function isGroup(node: AST.Node): node is AST.Group | AST.CapturingGroup {
  return node.type === 'Group' || node.type === 'CapturingGroup';
}

function isLetter(value: number): boolean {
  return (value >= 65 && value <= 90) || (value >= 97 && value <= 122);
}
