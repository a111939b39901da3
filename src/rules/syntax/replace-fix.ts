import type ts from 'typescript';
import type { Localized } from '../../base/language.ts';
import type { Fix } from '../../findings/finding.ts';
import type { FileModel } from '../../workspace/file-model.ts';

/** A fix that writes another text in the place of a node. */
export function replaceFix(file: FileModel, node: ts.Node, newText: string, title: Localized): Fix {
  const start = file.lines.positionAt(node.getStart(file.sourceFile));
  return { title, edits: [{ file: file.path, range: { start, end: file.lines.positionAt(node.end) }, newText }] };
}
