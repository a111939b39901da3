import ts from 'typescript';
import { createLineIndex } from '../base/text-range.ts';

/** How a comment on a line of its own can stand above a line of code. */
export type CommentForm = 'line' | 'jsx';

/**
 * The form of a comment that may stand between a line and the one above; undefined where none can without changing
 * the program, such as inside a template.
 */
export function commentFormAbove(file: string, text: string, line: number): CommentForm | undefined {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, scriptKindOf(file));
  const place = createLineIndex(text).offsetAt({ line, column: 0 });
  return formAt(source, source, place);
}

function formAt(source: ts.SourceFile, node: ts.Node, place: number): CommentForm | undefined {
  const child = childAround(node, source, place);
  if (child) return formAt(source, child, place);
  if (ts.isTemplateLiteralToken(node)) return undefined;
  return ts.isJsxText(node) || ts.isJsxElement(node) || ts.isJsxFragment(node) ? 'jsx' : 'line';
}

/** The child with the place in its midst; at its very edge a comment stands outside of it. */
function childAround(node: ts.Node, source: ts.SourceFile, place: number): ts.Node | undefined {
  return ts.forEachChild(node, (child) => (child.getStart(source) < place && place < child.end ? child : undefined));
}

/** Files that may hold JSX are read as such; in others `<` begins a type assertion. */
function scriptKindOf(file: string): ts.ScriptKind {
  if (/\.[mc]?ts$/.test(file)) return ts.ScriptKind.TS;
  return file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
}
