import ts from 'typescript';
import type { TextRange } from '../base/text-range.ts';
import type { FileModel } from './file-model.ts';

/** The innermost node that spans a range, since fingerprints are made of nodes; undefined for the whole file. */
export function nodeAt({ sourceFile, lines }: FileModel, { start, end }: TextRange): ts.Node | undefined {
  const from = lines.offsetAt(start);
  const to = lines.offsetAt(end);
  let node: ts.Node = sourceFile;
  for (;;) {
    const child = ts.forEachChild(node, (below) =>
      below.getStart(sourceFile) <= from && below.end >= to ? below : undefined,
    );
    if (!child) return node === sourceFile ? undefined : node;
    node = child;
  }
}
