import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { createLineIndex } from '../../base/text-range.ts';

/** One object property of a JSON lock file: looked up in lists, never in objects that its text could poison. */
export interface JsonProperty {
  readonly key: string;
  readonly value: Node;
  /** Zero-based line of the key. */
  readonly line: number;
}

/** A reader of one JSON text. */
export interface JsonReader {
  readonly tree: Node;
  properties(node: Node | undefined): readonly JsonProperty[];
  property(node: Node | undefined, key: string): Node | undefined;
  text(node: Node | undefined, key: string): string | undefined;
  number(node: Node | undefined, key: string): number | undefined;
  isTrue(node: Node | undefined, key: string): boolean;
}

/** Parses JSON with comments and trailing commas; undefined when it is no object or broken. */
export function readJson(text: string): JsonReader | undefined {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || tree?.type !== 'object') return undefined;
  const lines = createLineIndex(text);
  const property = (node: Node | undefined, key: string): Node | undefined =>
    node?.type === 'object'
      ? node.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1]
      : undefined;
  return {
    tree,
    property,
    properties: (node) =>
      (node?.type === 'object' ? (node.children ?? []) : []).flatMap(({ offset, children: [key, value] = [] }) =>
        typeof key?.value === 'string' && value ? [{ key: key.value, value, line: lines.positionAt(offset).line }] : [],
      ),
    text: (node, key) => {
      const value: unknown = property(node, key)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    number: (node, key) => {
      const value: unknown = property(node, key)?.value;
      return typeof value === 'number' ? value : undefined;
    },
    isTrue: (node, key) => property(node, key)?.value === true,
  };
}
