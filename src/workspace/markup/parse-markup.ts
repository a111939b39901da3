import ts from 'typescript';
import { scriptTextOf } from './script-text.ts';

/** Parses the scripts of a page or component; every node stands where it stands in the file. */
export function parseMarkup(absolutePath: string, markup: string): ts.SourceFile {
  const { text, isTypeScript, hasJsx } = scriptTextOf(absolutePath, markup);
  return ts.createSourceFile(absolutePath, text, ts.ScriptTarget.Latest, true, kindOf(isTypeScript, hasJsx));
}

function kindOf(isTypeScript: boolean, hasJsx: boolean): ts.ScriptKind {
  if (isTypeScript) return hasJsx ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return hasJsx ? ts.ScriptKind.JSX : ts.ScriptKind.JS;
}
