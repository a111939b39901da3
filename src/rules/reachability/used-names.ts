import ts from 'typescript';
import type { FileModel } from '../../workspace/file-model.ts';
import type { ModuleEdge, ModuleGraph } from '../../workspace/module-graph.ts';

/** Names that importers take from each file; `*` where one may take any. */
export type UsedNames = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads what every import takes, and hands names on through `export … from`. */
export function usedNamesOf(files: ReadonlyMap<string, FileModel>, graph: ModuleGraph): UsedNames {
  const used = new Map<string, Set<string>>();
  const forwards: { readonly from: string; readonly to: string; readonly names: ReadonlyMap<string, string> | '*' }[] =
    [];
  const take = (file: string, name: string): boolean => {
    const names = used.get(file) ?? new Set<string>();
    used.set(file, names);
    if (names.has(name)) return false;
    names.add(name);
    return true;
  };
  for (const file of files.values()) {
    const targets = targetsOf(graph.importsOf(file.path));
    const declared = new Set<string>();
    for (const statement of file.sourceFile.statements) {
      const specifier = specifierOf(statement);
      const target = specifier === undefined ? undefined : targets.get(specifier);
      if (specifier === undefined || target === undefined) continue;
      declared.add(specifier);
      if (ts.isExportDeclaration(statement))
        forwards.push({ from: file.path, to: target, names: forwarded(statement) });
      else for (const name of importedNames(statement)) take(target, name);
    }
    // `require`, `import()` and types by `import('…')` may take anything.
    for (const edge of graph.importsOf(file.path)) if (!declared.has(edge.specifier)) take(edge.to, '*');
  }
  handOn(forwards, used, take);
  return used;
}

function targetsOf(edges: readonly ModuleEdge[]): ReadonlyMap<string, string> {
  return new Map(edges.map((edge) => [edge.specifier, edge.to]));
}

function specifierOf(statement: ts.Statement): string | undefined {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined;
  const { moduleSpecifier } = statement;
  return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
}

function importedNames(statement: ts.Statement): readonly string[] {
  if (!ts.isImportDeclaration(statement) || !statement.importClause) return [];
  const { name, namedBindings } = statement.importClause;
  const own = name ? ['default'] : [];
  if (!namedBindings) return own;
  if (ts.isNamespaceImport(namedBindings)) return [...own, '*'];
  return [...own, ...namedBindings.elements.map((element) => (element.propertyName ?? element.name).text)];
}

/** Outer name to the name in the module behind, or everything. */
function forwarded({ exportClause }: ts.ExportDeclaration): ReadonlyMap<string, string> | '*' {
  if (!exportClause) return '*';
  if (ts.isNamespaceExport(exportClause)) return new Map([[exportClause.name.text, '*']]);
  return new Map(exportClause.elements.map(({ name, propertyName }) => [name.text, (propertyName ?? name).text]));
}

interface Forward {
  readonly from: string;
  readonly to: string;
  readonly names: ReadonlyMap<string, string> | '*';
}

/** Repeats until nothing new arrives, since one barrel may stand behind another. */
function handOn(forwards: readonly Forward[], used: UsedNames, take: (file: string, name: string) => boolean): void {
  for (let isChanging = true; isChanging;) {
    isChanging = false;
    for (const { from, to, names } of forwards) {
      for (const name of [...(used.get(from) ?? [])]) {
        const behind = names === '*' ? [name] : name === '*' ? [...names.values()] : [names.get(name)];
        for (const inner of behind) if (inner !== undefined && take(to, inner)) isChanging = true;
      }
    }
  }
}
