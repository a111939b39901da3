import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { z } from 'zod';
import type { Localized } from '../base/language.ts';
import { schemaIssues } from '../base/schema-issues.ts';
import { createLineIndex, type TextRange } from '../base/text-range.ts';

/** What is wrong with a file of ours, where, and how to mend it. */
export interface ConfigurationProblem {
  /** Path relative to the workspace root. */
  readonly file: string;
  readonly range: TextRange;
  readonly text: Localized;
}

export type Parsed<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly problems: readonly ConfigurationProblem[] };

/** Reads JSON with comments against a schema; problems name the line, the key and what it may be. */
export function parseJsonWithComments<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const place = placer(file, text);
  const [first] = errors;
  if (first || !tree) return { problems: [syntaxProblem(file, place, first)] };
  const data: unknown = plainValue(tree);
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, problems: [] };
  return {
    problems: schemaIssues(schema, data).map(({ path, text: texts }) => schemaProblem(file, place, tree, path, texts)),
  };
}

type Placer = (offset: number, length: number) => { readonly range: TextRange; readonly where: string };

function placer(file: string, text: string): Placer {
  const index = createLineIndex(text);
  return (offset, length) => {
    const start = index.positionAt(offset);
    return {
      range: { start, end: index.positionAt(offset + length) },
      where: `${file}:${start.line + 1}:${start.column + 1}`,
    };
  };
}

function syntaxProblem(file: string, place: Placer, error: ParseError | undefined): ConfigurationProblem {
  const { range, where } = place(error?.offset ?? 0, error?.length ?? 0);
  const what = error ? printParseErrorCode(error.error) : 'ValueExpected';
  return {
    file,
    range,
    text: {
      en: `${where} is not valid JSON (${what}): mend the syntax there.`,
      fr: `${where} n’est pas du JSON valide (${what})\u00a0: corrigez la syntaxe à cet endroit.`,
    },
  };
}

function schemaProblem(
  file: string,
  place: Placer,
  tree: Node,
  path: readonly PropertyKey[],
  texts: Localized,
): ConfigurationProblem {
  const segments = path.filter((part) => typeof part !== 'symbol');
  const node = nearestNode(tree, segments);
  const { range, where } = place(node.offset, node.length);
  const key = segments.length > 0 ? ` \`${segments.join('.')}\`` : '';
  return {
    file,
    range,
    text: { en: `${where}:${key} ${texts.en}.`, fr: `${where}\u00a0:${key} ${texts.fr}.` },
  };
}

function nearestNode(tree: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node;
  }
  return tree;
}

/** The value of a tree; objects have no prototype, so that a key named `__proto__` is only a key. */
function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  const entries = (node.children ?? []).map(
    ({ children: [key, value] = [] }) => [String(key?.value), value && plainValue(value)] as const,
  );
  return Object.fromEntries(entries);
}
