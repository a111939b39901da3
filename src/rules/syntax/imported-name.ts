import ts from 'typescript';
import { createScopes } from '../../dataflow/scope.ts';
import { moduleBindings } from './module-bindings.ts';
import { findAncestor } from './walk.ts';

/**
 * How code at a place calls an export of a module that its file takes at its top already: `randomBytes`,
 * `crypto.randomBytes`; undefined where it does not, or where another name covers that one.
 */
export function importedName(at: ts.Node, module: string, exported: string): string | undefined {
  const sourceFile = at.getSourceFile();
  const scopes = createScopes();
  for (const [local, binding] of moduleBindings(sourceFile)) {
    if (binding.module !== module || (binding.name !== exported && binding.name !== '*')) continue;
    const found = scopes.resolve(local, at.parent);
    if (found && isValueOfFile(found.declaration)) return binding.name === '*' ? `${local}.${exported}` : local;
  }
  return undefined;
}

/** Not a type alone, and not bound within a function, whose scope may end before the place. */
function isValueOfFile(declaration: ts.Node): boolean {
  if (ts.isImportSpecifier(declaration) && declaration.isTypeOnly) return false;
  const clause = findImport(declaration);
  if (clause) return clause.phaseModifier !== ts.SyntaxKind.TypeKeyword;
  const statement = findAncestor(declaration, ts.isVariableStatement, ts.isFunctionLike);
  return statement !== undefined && ts.isSourceFile(statement.parent);
}

function findImport(declaration: ts.Node): ts.ImportClause | undefined {
  const found = ts.isImportClause(declaration)
    ? declaration
    : findAncestor(declaration, ts.isImportClause, ts.isFunctionLike);
  return found && ts.isImportClause(found) ? found : undefined;
}
