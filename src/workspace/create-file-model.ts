import { createHash } from 'node:crypto';
import ts from 'typescript';
import { createLineIndex, type LineIndex } from '../base/text-range.ts';
import { countCodeLines } from './code-lines.ts';
import { fileRoleOf } from './file-role.ts';
import type { FileModel, SyntaxProblem } from './file-model.ts';
import type { TypeScriptProject } from './typescript-project.ts';

/** Turns a text into a tree; the default parses it alone, a project's parser keeps it for its program. */
export type Parse = (absolutePath: string, text: string) => ts.SourceFile;

/** What an earlier run worked out of a text. */
export type KnownContent = Pick<FileModel, 'hash' | 'codeLines' | 'syntaxProblems'>;

/**
 * Makes the model of one version of a file from its text alone. Nothing is bound, and what costs time (tree, hash,
 * lines) is computed when it is first read. `path` is relative to the workspace root, with `/`.
 * `known` counts only where its hash is the text's.
 */
export function createFileModel(
  path: string,
  absolutePath: string,
  text: string,
  parse: Parse = parseAlone,
  known?: KnownContent,
): FileModel {
  const sourceFile = once(() => parse(absolutePath, text));
  const lines = once(() => createLineIndex(text));
  const hash = once(() => createHash('sha256').update(text).digest('hex'));
  const valid = once(() => (known?.hash === hash() ? known : undefined));
  const codeLines = once(() => valid()?.codeLines ?? countCodeLines(text));
  const syntaxProblems = once(() => valid()?.syntaxProblems ?? syntaxProblemsOf(sourceFile(), lines()));
  return {
    path,
    absolutePath,
    text,
    role: fileRoleOf(path),
    get sourceFile() {
      return sourceFile();
    },
    get lines() {
      return lines();
    },
    get codeLines() {
      return codeLines();
    },
    get hash() {
      return hash();
    },
    get syntaxProblems() {
      return syntaxProblems();
    },
  };
}

/** The same version of a file, seen from a project; shares everything that was computed. */
export function inProject(model: FileModel, project: TypeScriptProject): FileModel {
  return {
    path: model.path,
    absolutePath: model.absolutePath,
    text: model.text,
    role: model.role,
    project,
    get sourceFile() {
      return model.sourceFile;
    },
    get lines() {
      return model.lines;
    },
    get codeLines() {
      return model.codeLines;
    },
    get hash() {
      return model.hash;
    },
    get syntaxProblems() {
      return model.syntaxProblems;
    },
  };
}

function parseAlone(absolutePath: string, text: string): ts.SourceFile {
  return ts.createSourceFile(absolutePath, text, ts.ScriptTarget.Latest, true);
}

function syntaxProblemsOf(sourceFile: ts.SourceFile, lines: LineIndex): readonly SyntaxProblem[] {
  const { parseDiagnostics } = sourceFile as ts.SourceFile & { parseDiagnostics: readonly ts.DiagnosticWithLocation[] };
  return parseDiagnostics.map(({ messageText, start, length }) => ({
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
    range: { start: lines.positionAt(start), end: lines.positionAt(start + length) },
  }));
}

function once<T>(compute: () => T): () => T {
  let state: { readonly value: T } | undefined;
  return () => (state ??= { value: compute() }).value;
}
