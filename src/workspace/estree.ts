import { parseForESLint } from '@typescript-eslint/parser';
import type { FileModel } from './file-model.ts';

/** A file in the form that ESLint rules read, with its scopes and the way back to the compiler's nodes. */
export type EstreeModel = ReturnType<typeof parseForESLint>;

/**
 * Converts a file on the program that already holds it, so that typed rules ask the same checker.
 * Undefined where the text has syntax errors or no program holds the file: other people's rules expect neither.
 */
export function estreeOf(file: FileModel): EstreeModel | undefined {
  if (file.syntaxProblems.length > 0 || !file.project) return undefined;
  const program = file.project.program();
  if (program.getSourceFile(file.absolutePath) !== file.sourceFile) return undefined;
  return parseForESLint(file.text, {
    filePath: file.absolutePath,
    programs: [program],
    disallowAutomaticSingleRunInference: true,
    sourceType: 'module',
    ecmaFeatures: { jsx: /x$/.test(file.path) },
    loggerFn: false,
    suppressDeprecatedPropertyWarnings: true,
  });
}
