import ts from 'typescript';
import type { FileModel } from '../../workspace/file-model.ts';

/** A name that a module offers to others. */
export interface ExportedName {
  readonly name: string;
  /** Where the name stands. */
  readonly node: ts.Node;
}

/** Names that a module declares and exports itself; re-exports are not its own. Undefined for CommonJS and scripts. */
export function exportedNamesOf({ sourceFile }: FileModel): readonly ExportedName[] | undefined {
  if (!ts.isExternalModule(sourceFile) || /\bmodule\.exports\b|\bexports\.\w/.test(sourceFile.text)) return undefined;
  return sourceFile.statements.flatMap(namesOfStatement);
}

function namesOfStatement(statement: ts.Statement): readonly ExportedName[] {
  if (ts.isExportDeclaration(statement)) return statement.moduleSpecifier ? [] : namesOfClause(statement);
  if (!ts.canHaveModifiers(statement) || !isExported(statement)) return [];
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(namesOfBinding);
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  // What is exported as default is asked for by the module's path, not by a name.
  if (!isNamed || !statement.name || hasModifier(statement, ts.SyntaxKind.DefaultKeyword)) return [];
  return [{ name: statement.name.text, node: statement.name }];
}

function namesOfClause({ exportClause }: ts.ExportDeclaration): readonly ExportedName[] {
  if (!exportClause || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements
    .filter(({ name }) => name.text !== 'default')
    .map((element) => ({ name: element.name.text, node: element.name }));
}

function namesOfBinding({ name }: { readonly name: ts.BindingName }): readonly ExportedName[] {
  if (ts.isIdentifier(name)) return [{ name: name.text, node: name }];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesOfBinding(element) : []));
}

function isExported(node: ts.HasModifiers): boolean {
  return hasModifier(node, ts.SyntaxKind.ExportKeyword) && !hasModifier(node, ts.SyntaxKind.DeclareKeyword);
}

function hasModifier(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}
