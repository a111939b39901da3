import ts from 'typescript';
import type { FileModel } from '../../src/workspace/file-model.ts';

/** Type, as the compiler writes it, of the variable `name` of a file. */
export function typeOf(file: FileModel | undefined, name: string): string {
  const checker = file?.project?.checker();
  if (!file || !checker) throw new Error('The file has no project.');
  const find = (node: ts.Node): ts.Node | undefined =>
    ts.isVariableDeclaration(node) && node.name.getText() === name ? node.name : ts.forEachChild(node, find);
  const found = find(file.sourceFile);
  if (!found) throw new Error(`There is no variable ${name} in ${file.path}.`);
  return checker.typeToString(checker.getTypeAtLocation(found));
}
