import type { FileRange } from '../../base/text-range.ts';
import type { FileModel } from '../../workspace/file-model.ts';

/** The first character of a file's code, where a finding about the whole file points. */
export function firstLineOf(file: FileModel): FileRange {
  const [first] = file.sourceFile.statements;
  const start = file.lines.positionAt(first?.getStart() ?? 0);
  return { file: file.path, range: { start, end: { line: start.line, column: start.column + 1 } } };
}
