import ts from 'typescript';
import type { FileModel } from '../workspace/file-model.ts';
import { readBinding } from './evaluate-identifier.ts';
import type { Frame, ModuleState } from './frame.ts';
import { closureIn } from './frame.ts';
import type { Machine } from './machine.ts';
import type { Binding } from './scope.ts';
import { createScopes } from './scope.ts';
import type { Value } from './value.ts';
import { changed, join, nothing, valueOf } from './value.ts';

/** A file that nothing has run yet. */
export function createModuleState(file: FileModel): ModuleState {
  const state = {
    file,
    scopes: createScopes(),
    status: 'fresh' as const,
    exports: nothing,
    flows: new Map(),
    summaries: new Map(),
    areFunctionsDone: false,
    exportedValues: new Map(),
    imports: new Map(),
    callerChecks: new Map(),
  };
  const frame: Frame = {
    owner: file.sourceFile,
    parent: undefined,
    module: state as unknown as ModuleState,
    activation: { flows: new Map(), depth: 0, runs: new Map() },
    layers: [new Map<Binding, Value>()],
    exits: [],
    self: { value: nothing },
    home: undefined,
    outcome: { returned: nothing, thrown: nothing },
    rebound: new Set(),
    closures: new Map(),
    globals: new Map(),
    uncalled: new Set(),
  };
  return Object.assign(state, { frame });
}

/** What a file exports under a name: by ECMAScript declarations first, then as a field of `module.exports`. */
export function exportOf(machine: Machine, state: ModuleState, name: string, depth = 0): Value {
  if (depth > 8) return nothing;
  const kept = state.exportedValues.get(name);
  if (kept) return kept;
  const value = findExport(machine, state, name, depth);
  if (state.status === 'ready' && depth === 0) state.exportedValues.set(name, value);
  return value;
}

function findExport(machine: Machine, state: ModuleState, name: string, depth: number): Value {
  for (const statement of state.file.sourceFile.statements) {
    const value = exportedByStatement(machine, statement, state, name, depth);
    if (value) return value;
  }
  return state.exports.fields.get(name) ?? nothing;
}

/** Whether a file has an ECMAScript default export. */
export function hasDefaultExport(state: ModuleState): boolean {
  return state.file.sourceFile.statements.some(
    (statement) =>
      (ts.isExportAssignment(statement) && !statement.isExportEquals) ||
      isDefault(statement) ||
      namesDefault(statement),
  );
}

function exportedByStatement(
  machine: Machine,
  statement: ts.Statement,
  state: ModuleState,
  name: string,
  depth: number,
): Value | undefined {
  if (ts.isExportDeclaration(statement)) return exportedByList(machine, statement, state, name, depth);
  if (name === 'default' && isDefault(statement)) return readDeclared(machine, statement, state);
  if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword) || !declares(statement, name)) return undefined;
  return readName(machine, name, state);
}

function exportedByList(
  machine: Machine,
  node: ts.ExportDeclaration,
  state: ModuleState,
  name: string,
  depth: number,
): Value | undefined {
  const from = node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : undefined;
  const clause = node.exportClause;
  if (clause && ts.isNamespaceExport(clause)) {
    return clause.name.text === name && from !== undefined ? machine.importModule(from, state) : undefined;
  }
  if (!clause) {
    if (from === undefined || name === 'default') return undefined;
    const value = machine.importName(from, name, state, depth + 1);
    return value === nothing ? undefined : value;
  }
  const specifier = clause.elements.find((element) => element.name.text === name);
  if (!specifier) return undefined;
  const local = (specifier.propertyName ?? specifier.name).text;
  return from === undefined ? readName(machine, local, state) : machine.importName(from, local, state, depth + 1);
}

function readName(machine: Machine, name: string, state: ModuleState): Value {
  const binding = state.scopes.resolve(name, state.file.sourceFile);
  return binding ? readBinding(machine, binding, state.frame) : nothing;
}

function readDeclared(machine: Machine, node: ts.Statement, state: ModuleState): Value {
  if (!ts.isFunctionDeclaration(node) && !ts.isClassDeclaration(node)) return nothing;
  if (node.name) return readName(machine, node.name.text, state);
  return valueOf({ closures: [closureIn(state.frame, node, machine.idOf)] });
}

function declares(node: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.some((item) => holdsName(item.name, name));
  const isNamed = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node);
  return isNamed && node.name?.text === name;
}

function holdsName(pattern: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(pattern)) return pattern.text === name;
  return pattern.elements.some((element) => ts.isBindingElement(element) && holdsName(element.name, name));
}

function isDefault(node: ts.Statement): boolean {
  return hasModifier(node, ts.SyntaxKind.DefaultKeyword);
}

function namesDefault(node: ts.Statement): boolean {
  const clause = ts.isExportDeclaration(node) ? node.exportClause : undefined;
  return (
    clause !== undefined && ts.isNamedExports(clause) && clause.elements.some((item) => item.name.text === 'default')
  );
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

/** A value with files of the workspace replaced by their `module.exports`. */
export function expandModules(machine: Machine, value: Value): Value {
  if (value.modules.length === 0) return value;
  let result: Value = changed(value, { modules: [] });
  for (const state of value.modules) result = join(result, machine.expand(withoutSelf(state)));
  return result;
}

function withoutSelf(state: ModuleState): Value {
  const { exports } = state;
  return exports.modules.includes(state) ? { ...exports, modules: [] } : exports;
}
