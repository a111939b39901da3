import { RegExpParser, type AST } from '@eslint-community/regexpp';
import ts from 'typescript';
import type { FileValues } from './file-values.ts';
import { lastName, unwrap } from './names.ts';

/** A regular expression that a file writes out, as a literal or as a constant text given to what compiles it. */
export interface WrittenPattern {
  /** The literal, or the text that is compiled. */
  readonly node: ts.Expression;
  readonly source: string;
  readonly flags: string;
}

/** A parsed expression; its nodes' `start` and `end` count from the start of `source`. */
export type ParsedPattern = AST.Pattern;

const compilers = new Set(['match', 'matchAll', 'search']);

/** The expression that a literal, `RegExp('…')`, `new RegExp('…', 'g')` or `text.match('…')` writes out. */
export function writtenPattern(node: ts.Node, values: FileValues): WrittenPattern | undefined {
  if (ts.isRegularExpressionLiteral(node)) return literalPattern(node);
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const [first, second] = node.arguments ?? [];
  if (!first || ts.isRegularExpressionLiteral(first)) return undefined;
  const name = lastName(node.expression);
  const isConstructor = name === 'RegExp' && ts.isIdentifier(unwrap(node.expression));
  const isMethod = compilers.has(name) && ts.isPropertyAccessExpression(node.expression) && !second;
  if (!isConstructor && !isMethod) return undefined;
  const source = isMethod && !ts.isStringLiteralLike(unwrap(first)) ? undefined : values.text(first);
  if (source === undefined) return undefined;
  const flags = second && isConstructor ? values.text(second) : '';
  return { node: first, source, flags: flags ?? '' };
}

/** Source and flags of a literal. */
export function literalPattern(node: ts.RegularExpressionLiteral): WrittenPattern {
  const end = node.text.lastIndexOf('/');
  return { node, source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
}

/** Parses an expression; undefined where it breaks the grammar. */
export function parsePattern({ source, flags }: Pick<WrittenPattern, 'source' | 'flags'>): ParsedPattern | undefined {
  const unicodeSets = flags.includes('v');
  try {
    const mode = { unicode: !unicodeSets && flags.includes('u'), unicodeSets };
    return new RegExpParser({ ecmaVersion: 2025 }).parsePattern(source, 0, source.length, mode);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The nodes of an expression, parents first. */
export function* patternNodes(node: AST.Node): Generator<AST.Node> {
  yield node;
  for (const child of childrenOf(node)) yield* patternNodes(child);
}

/** The direct parts of a node. */
export function childrenOf(node: AST.Node): readonly AST.Node[] {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives;
    case 'Assertion':
      return node.kind === 'lookahead' || node.kind === 'lookbehind' ? node.alternatives : [];
    case 'Alternative':
    case 'CharacterClass':
      return node.elements;
    case 'Quantifier':
      return [node.element];
    default:
      return [];
  }
}
