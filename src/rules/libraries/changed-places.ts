import ts from 'typescript';
import type { LibraryFacts } from '../../registry/library-facts.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { moduleBindings, type ModuleBinding } from '../syntax/module-bindings.ts';
import { walkBelow } from '../syntax/walk.ts';
import { changedExports, type ExportChange } from './changed-exports.ts';
import { declaredExports } from './declared-exports.ts';
import { createImporters, targetName, type LibraryUse } from './library-use.ts';

/** A place in the workspace's code that uses what a later version of a package declares otherwise, or not at all. */
export interface ChangedPlace {
  readonly node: ts.Node;
  readonly name: string;
  readonly change: ExportChange;
}

/**
 * Compares the declarations of the installed version with those of a later one, and gives the places that use what
 * changed; undefined where either has no declarations to compare.
 */
export function createChangedPlaces(
  workspace: Workspace,
  libraries: LibraryFacts,
): (use: LibraryUse, installed: string, later: string) => readonly ChangedPlace[] | undefined {
  const importers = createImporters(workspace);
  return (use, installed, later) => {
    const { name } = use.dependency;
    const after = libraries.declarationsOf(targetName(use), later);
    const before = use.manifest.installedPackage(name) ?? libraries.declarationsOf(targetName(use), installed);
    if (!after || !before) return undefined;
    const known = new Map<string, ReadonlyMap<string, ExportChange> | undefined>();
    const changesOf = (specifier: string): ReadonlyMap<string, ExportChange> | undefined => {
      if (!known.has(specifier)) {
        const [earlier, now] = [before, after].map((source) => declaredExports(name, specifier, source));
        known.set(specifier, earlier && now && changedExports(earlier, now));
      }
      return known.get(specifier);
    };
    if (!changesOf(name)) return undefined;
    return importers(use).flatMap((file) => {
      const sourceFile = workspace.files.get(file)?.sourceFile;
      return sourceFile ? placesIn(sourceFile, name, changesOf) : [];
    });
  };
}

function placesIn(
  sourceFile: ts.SourceFile,
  name: string,
  changesOf: (specifier: string) => ReadonlyMap<string, ExportChange> | undefined,
): readonly ChangedPlace[] {
  const bindings = new Map(
    [...moduleBindings(sourceFile)].filter(([, { module }]) => module === name || module.startsWith(`${name}/`)),
  );
  const places: ChangedPlace[] = [];
  if (bindings.size === 0) return places;
  walkBelow(sourceFile, (node) => {
    const binding = ts.isIdentifier(node) && isUse(node) ? bindings.get(node.text) : undefined;
    const changes = binding && changesOf(binding.module);
    const used = changes && usedName(node, binding, changes);
    const change = used === undefined ? undefined : changes?.get(used);
    if (used !== undefined && change) places.push({ node, name: used, change });
    return undefined;
  });
  return places;
}

/** The export behind a name; of a whole module the member that is taken from it, else the module itself. */
function usedName(
  node: ts.Node,
  { name }: ModuleBinding,
  changes: ReadonlyMap<string, ExportChange>,
): string | undefined {
  if (name !== '*') return name;
  const { parent } = node;
  const member =
    ts.isPropertyAccessExpression(parent) && parent.expression === node
      ? parent.name.text
      : ts.isQualifiedName(parent) && parent.left === node
        ? parent.right.text
        : undefined;
  if (member !== undefined) return changes.has(member) ? member : undefined;
  return 'default';
}

/** Not where the name is bound, nor a member or key of the same spelling. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return false;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent) || ts.isQualifiedName(parent)) {
    return ts.isQualifiedName(parent) ? parent.left === node : parent.initializer === node;
  }
  return !(ts.isPropertyAssignment(parent) && parent.name === node);
}
