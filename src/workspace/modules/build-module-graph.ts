import ts from 'typescript';
import { relativePosix } from '../../base/paths.ts';
import type { FileModel } from '../file-model.ts';
import type { FileLinks, ModuleEdge, ModuleGraph, PackageImport } from '../module-graph.ts';
import { optionsKeyOf, type ProjectState } from '../typescript/create-project.ts';
import { directivesOf, isGlobal } from './ambient.ts';
import { type ImportSite, importSitesOf } from './import-sites.ts';
import { packageNameOf } from './package-name.ts';

interface Resolver {
  readonly root: string;
  readonly files: ReadonlyMap<string, FileModel>;
  projectOf(file: string): ProjectState | undefined;
  /** Links of files that are still the same; new ones are added. */
  readonly known: LinkTable;
}

/** Links by file, each with the hash of the text and the key of the options that they were read under. */
export type LinkTable = Map<string, { readonly hash: string; readonly optionsKey: string; readonly links: FileLinks }>;

/** Reads the imports of every file and resolves them as the file's own project would. */
export function buildModuleGraph(resolver: Resolver): ModuleGraph {
  const links = new Map<string, FileLinks>();
  const keyOf = memoised(optionsKeyOf);
  for (const file of resolver.files.values()) {
    const project = resolver.projectOf(file.path);
    if (project) links.set(file.path, linksOf(resolver, file, project, keyOf(project.setup)));
  }
  const edges = [...links.values()].flatMap((link) => link.edges);
  const incoming = groupBy(edges, (edge) => edge.to);
  return {
    edges,
    packageImports: [...links.values()].flatMap((link) => link.packageImports),
    importsOf: (file) => links.get(file)?.edges ?? [],
    importersOf: (file) => incoming.get(file) ?? [],
    linksOf: (file) => links.get(file),
  };
}

function memoised<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const values = new Map<K, V>();
  return (key) => {
    const value = values.get(key) ?? compute(key);
    values.set(key, value);
    return value;
  };
}

function linksOf(resolver: Resolver, file: FileModel, project: ProjectState, optionsKey: string): FileLinks {
  const known = resolver.known.get(file.path);
  if (known?.hash === file.hash && known.optionsKey === optionsKey) return known.links;
  const links = readLinks(resolver, file, project);
  resolver.known.set(file.path, { hash: file.hash, optionsKey, links });
  return links;
}

function readLinks(resolver: Resolver, file: FileModel, project: ProjectState): FileLinks {
  const { options } = project.setup;
  const { sourceFile } = file;
  if (resolvesByFormat(options)) sourceFile.impliedNodeFormat ??= project.formatOf(sourceFile.fileName);
  const [edges, packageImports, externals]: [ModuleEdge[], PackageImport[], string[]] = [[], [], []];
  for (const site of importSitesOf(sourceFile, options)) {
    const specifier = site.literal.text;
    const mode = ts.getModeForUsageLocation(sourceFile, site.literal, options);
    const resolved = project.resolve(specifier, sourceFile, mode);
    const target = resolved && relativePosix(resolver.root, resolved.resolvedFileName);
    const reviewed = target === undefined ? undefined : reviewedFile(resolver, target);
    const common = { from: file.path, specifier, range: rangeOf(file, site), isTypeOnly: site.isTypeOnly };
    if (reviewed !== undefined) edges.push({ ...common, to: reviewed, isDeferred: site.isDeferred });
    if (reviewed === undefined || reviewed !== target) externals.push(`${specifier} ${target ?? ''}`);
    const name = packageNameOf(specifier);
    if (name !== undefined && isPackage(resolved)) packageImports.push({ ...common, package: name });
  }
  return {
    edges,
    packageImports,
    externals: [...new Set([...externals, ...directivesOf(sourceFile)])].sort(),
    isGlobal: isGlobal(sourceFile),
  };
}

/** The compiler reads `shop.d.ts` where `shop.js` runs: a link to the one means the other. */
function reviewedFile({ files }: Resolver, target: string): string | undefined {
  if (files.has(target)) return target;
  const declared = /^(.*)\.d\.([cm]?)ts$/.exec(target);
  const script = `${declared?.[1] ?? ''}.${declared?.[2] ?? ''}js`;
  return declared && files.has(script) ? script : undefined;
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
