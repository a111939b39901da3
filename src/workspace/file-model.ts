import type ts from 'typescript';
import type { FileRole } from '../base/file-role.ts';
import type { LineIndex, TextRange } from '../base/text-range.ts';
import type { TypeScriptProject } from './typescript-project.ts';

/** A syntax error is data: the rest of the file is still reviewed. */
export interface SyntaxProblem {
  readonly message: string;
  readonly range: TextRange;
}

/** One source file at one version. Immutable; an edit makes a new model. */
export interface FileModel {
  /** Path relative to the workspace root, with `/`. */
  readonly path: string;
  readonly absolutePath: string;
  readonly text: string;
  /** Raw compiler tree with parents set; the very object that `project`'s program holds, where there is one. */
  readonly sourceFile: ts.SourceFile;
  readonly lines: LineIndex;
  /** Lines that hold code, not only blanks or comments. */
  readonly codeLines: number;
  /** SHA-256 of the text, hexadecimal. */
  readonly hash: string;
  readonly role: FileRole;
  readonly syntaxProblems: readonly SyntaxProblem[];
  /** The project that types this file; left out in a model made from text alone. */
  readonly project?: TypeScriptProject;
}
