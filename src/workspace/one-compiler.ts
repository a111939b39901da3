import { ts as wrappedCompiler } from 'ts-morph';
import ts from 'typescript';

/**
 * Throws when ts-morph brings a compiler of its own into the process. Nodes of one compiler mean nothing to the
 * other, so every typed rule would fall silent; this is a defect of the build, not of the user.
 */
export function assertOneCompiler(): void {
  if (wrappedCompiler.createProgram === ts.createProgram) return;
  throw new Error(
    `Two TypeScript compilers are loaded: ts-morph's ${wrappedCompiler.version} and typescript ${ts.version}. ` +
      'Bundle with the plug-in of src/dev/bundling.mjs, which makes them one.',
  );
}
