import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { z } from 'zod';
import { frenchSchemaMessage } from '../base/french-schema-messages.ts';
import { languages, type Language, type Localized } from '../base/language.ts';
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
    problems: localizedIssues(schema, data).map(({ path, texts }) => schemaProblem(file, place, tree, path, texts)),
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

interface LocalizedIssue {
  readonly path: readonly PropertyKey[];
  readonly texts: Localized;
}

/** The same issues in each language; zod words them from its own catalogues. */
function localizedIssues(schema: z.ZodType, data: unknown): LocalizedIssue[] {
  const catalogues = { en: z.locales.en().localeError, fr: z.locales.fr().localeError };
  const issuesIn = (language: Language): readonly z.core.$ZodIssue[] =>
    schema.safeParse(data, { error: catalogues[language] }).error?.issues.flatMap(unfold) ?? [];
  const byLanguage = new Map(languages.map((language) => [language, issuesIn(language)]));
  return issuesIn('en').map((issue, index) => ({
    path: issue.path,
    texts: { en: issue.message, fr: frenchText(issue.message, byLanguage.get('fr')?.[index]?.message) },
  }));
}

/** Our own wording wins over the catalogue's, which speaks of types; it is the same in both runs. */
function frenchText(english: string, fromCatalogue: string | undefined): string {
  return frenchSchemaMessage(english) ?? fromCatalogue ?? english;
}

/** A union's issue says only “invalid input”; the branch that came nearest says what is wrong. */
function unfold(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const deepest = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a))[0] ?? [];
  return deepest.length === 0
    ? [issue]
    : deepest.flatMap(unfold).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'invalid_type' ? 0 : 1)));
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
