import type { AST } from '@eslint-community/regexpp';
import { childrenOf, patternNodes, type ParsedPattern } from './patterns.ts';

/**
 * Repetitions without a bound whose body can be read in more than one way, as far as its form tells, and behind which
 * the match can still fail: only these can take exponential time. Outermost ones only.
 */
export function ambiguousRepetitions(pattern: ParsedPattern): readonly AST.Quantifier[] {
  return outermost(pattern).filter((repetition) => repetition.min > 1 || canFailBehind(repetition));
}

/** Whether an expression repeats anything without a bound, without which no text takes long. */
export function hasUnboundedRepetition(pattern: ParsedPattern): boolean {
  for (const node of patternNodes(pattern)) if (isUnbounded(node)) return true;
  return false;
}

/** A repetition of so many turns grows as one without a bound does. */
const many = 12;

function isUnbounded(node: AST.Node): node is AST.Quantifier {
  return node.type === 'Quantifier' && node.max >= many;
}

function outermost(node: AST.Node): readonly AST.Quantifier[] {
  if (isUnbounded(node)) return isAmbiguous(node.element) ? [node] : [];
  return childrenOf(node).flatMap(outermost);
}

function isAmbiguous(body: AST.Node): boolean {
  for (const node of patternNodes(body)) {
    if (node.type === 'Quantifier' && node.max !== node.min) return true;
    if ((node.type === 'Group' || node.type === 'CapturingGroup') && node.alternatives.length > 1) return true;
  }
  return false;
}

function canFailBehind(node: AST.Node): boolean {
  for (let current: AST.Node = node; current.parent; current = current.parent as AST.Node) {
    const { parent } = current;
    if (parent.type === 'Assertion') return true;
    if (parent.type === 'Quantifier' && parent.max > 1) return true;
    if (parent.type !== 'Alternative') continue;
    const behind = parent.elements.slice(parent.elements.indexOf(current as AST.Element) + 1);
    if (!behind.every(alwaysMatches)) return true;
  }
  return false;
}

/** Whether an element matches wherever it stands, if need be the empty text. */
function alwaysMatches(node: AST.Node): boolean {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.some(alwaysMatches);
    case 'Alternative':
      return node.elements.every(alwaysMatches);
    case 'Quantifier':
      return node.min === 0 || alwaysMatches(node.element);
    default:
      return false;
  }
}
