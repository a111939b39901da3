import ts from 'typescript';
import { relativePosix } from '../../base/paths.ts';
import type { FileModel } from '../file-model.ts';
import type { ModuleEdge, ModuleGraph, PackageImport } from '../module-graph.ts';
import type { ProjectState } from '../typescript/create-project.ts';
import { type ImportSite, importSitesOf } from './import-sites.ts';
import { packageNameOf } from './package-name.ts';

interface Resolver {
  readonly root: string;
  readonly files: ReadonlyMap<string, FileModel>;
  projectOf(file: string): ProjectState | undefined;
}

interface Imports {
  readonly edges: ModuleEdge[];
  readonly packageImports: PackageImport[];
}

/** Reads the imports of every file and resolves them as the file's own project would. */
export function buildModuleGraph(resolver: Resolver): ModuleGraph {
  const imports: Imports = { edges: [], packageImports: [] };
  for (const file of resolver.files.values()) {
    const project = resolver.projectOf(file.path);
    if (project) addImports(resolver, file, project, imports);
  }
  const outgoing = groupBy(imports.edges, (edge) => edge.from);
  const incoming = groupBy(imports.edges, (edge) => edge.to);
  return {
    ...imports,
    importsOf: (file) => outgoing.get(file) ?? [],
    importersOf: (file) => incoming.get(file) ?? [],
  };
}

function addImports(resolver: Resolver, file: FileModel, project: ProjectState, imports: Imports): void {
  const { options } = project.setup;
  // Only a program knows the format of a module, and only these resolutions ask for it.
  if (resolvesByFormat(options)) project.program();
  for (const site of importSitesOf(file.sourceFile, options)) {
    const specifier = site.literal.text;
    const mode = ts.getModeForUsageLocation(file.sourceFile, site.literal, options);
    const resolved = project.resolve(specifier, file.sourceFile, mode);
    const target = resolved && relativePosix(resolver.root, resolved.resolvedFileName);
    const common = { from: file.path, specifier, range: rangeOf(file, site), isTypeOnly: site.isTypeOnly };
    if (target !== undefined && resolver.files.has(target))
      imports.edges.push({ ...common, to: target, isDeferred: site.isDeferred });
    const name = packageNameOf(specifier);
    if (name !== undefined && isPackage(resolved)) imports.packageImports.push({ ...common, package: name });
  }
}

/** What resolves to a file of the workspace by a path alias is no package; what resolves to nothing is one. */
function isPackage(resolved: ts.ResolvedModuleFull | undefined): boolean {
  return resolved === undefined || resolved.isExternalLibraryImport === true;
}

function resolvesByFormat({ moduleResolution, module }: ts.CompilerOptions): boolean {
  if (moduleResolution !== undefined)
    return moduleResolution === ts.ModuleResolutionKind.Node16 || moduleResolution === ts.ModuleResolutionKind.NodeNext;
  return module !== undefined && module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
}

function rangeOf({ lines, sourceFile }: FileModel, { literal }: ImportSite): ModuleEdge['range'] {
  return { start: lines.positionAt(literal.getStart(sourceFile)), end: lines.positionAt(literal.end) };
}

function groupBy(edges: readonly ModuleEdge[], keyOf: (edge: ModuleEdge) => string): Map<string, ModuleEdge[]> {
  const groups = new Map<string, ModuleEdge[]>();
  for (const edge of edges) {
    const group = groups.get(keyOf(edge));
    if (group) group.push(edge);
    else groups.set(keyOf(edge), [edge]);
  }
  return groups;
}
