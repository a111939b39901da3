import ts from 'typescript';
import { fieldsOf } from './fields.ts';
import type { Frame } from './frame.ts';
import { closureIn, readVariable, selfBehind } from './frame.ts';
import type { Machine } from './machine.ts';
import type { Binding } from './scope.ts';
import type { Value } from './value.ts';
import { join, nothing, valueOf } from './value.ts';

/** Value of a name: a variable, an import, or a global that the models know. */
export function readIdentifier(machine: Machine, node: ts.Identifier, frame: Frame): Value {
  const binding = frame.module.scopes.resolve(node.text, node);
  return binding ? readBinding(machine, binding, frame) : readGlobal(machine, node.text, frame);
}

/** Value of a declared name: a variable or what an import brings. */
export function readBinding(machine: Machine, binding: Binding, frame: Frame): Value {
  const { declaration } = binding;
  if (ts.isImportClause(declaration))
    return machine.importName(specifierOf(declaration.parent), 'default', frame.module);
  if (ts.isNamespaceImport(declaration)) {
    return machine.importModule(specifierOf(declaration.parent.parent), frame.module);
  }
  if (ts.isImportSpecifier(declaration)) {
    const name = (declaration.propertyName ?? declaration.name).text;
    return machine.importName(specifierOf(declaration.parent.parent.parent), name, frame.module);
  }
  if (ts.isImportEqualsDeclaration(declaration)) return importEquals(machine, declaration, frame);
  if (ts.isFunctionExpression(declaration)) {
    let inner: Frame | undefined = frame;
    while (inner && inner.owner !== declaration) inner = inner.parent;
    return inner?.parent ? valueOf({ closures: [closureIn(inner.parent, declaration, machine.idOf)] }) : nothing;
  }
  const value = selfBehind(frame, binding)?.value ?? readVariable(frame, binding);
  return value === nothing && isAmbient(declaration) ? readGlobal(machine, binding.name, frame) : value;
}

/** `declare const $: any` only names a global. */
function isAmbient(declaration: ts.Node): boolean {
  const statement = declaration.parent.parent as ts.Node | undefined;
  if (!ts.isVariableDeclaration(declaration) || !statement || !ts.isVariableStatement(statement)) return false;
  return statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword) ?? false;
}

function specifierOf(node: ts.ImportDeclaration | ts.JSDocImportTag): string {
  return ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : '';
}

function importEquals(machine: Machine, node: ts.ImportEqualsDeclaration, frame: Frame): Value {
  const reference = node.moduleReference;
  if (!ts.isExternalModuleReference(reference) || !ts.isStringLiteral(reference.expression)) return nothing;
  return machine.importModule(reference.expression.text, frame.module);
}

function readGlobal(machine: Machine, name: string, frame: Frame): Value {
  if (name === 'exports') return frame.module.exports;
  if (name === 'module') return valueOf({ fields: fieldsOf([['exports', frame.module.exports]]) });
  const root = machine.models.root(`%${name}`);
  // An assignment to an undeclared name makes a global; the function that made it sees it.
  const implicit = implicitGlobal(frame, name);
  return root ? join(valueOf({ entities: [root] }), implicit) : implicit;
}

function implicitGlobal(frame: Frame, name: string): Value {
  for (let current: Frame | undefined = frame; current; current = current.parent) {
    const value = current.globals.get(name);
    if (value) return value;
  }
  return nothing;
}
