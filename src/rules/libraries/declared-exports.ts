import path from 'node:path';
import ts from 'typescript';

/** A package as its own files describe it: installed, or out of an archive. */
export interface DeclarationSource {
  readonly manifestText: string;
  read(file: string): string | undefined;
}

/** What a module declares: declarations by the name of the export, as text without comments. */
export type DeclaredExports = ReadonlyMap<string, readonly ts.Declaration[]>;

const app = '/app';

/**
 * The exports that the declarations behind a specifier give, found as the compiler finds them; undefined when there are
 * none. Only the package's own files are read: what it takes from others has no type here, in either version.
 */
export function declaredExports(
  packageName: string,
  specifier: string,
  source: DeclarationSource,
): DeclaredExports | undefined {
  const host = hostOf(`${app}/node_modules/${packageName}`, source);
  const resolved = ts.resolveModuleName(specifier, `${app}/index.ts`, options, host).resolvedModule;
  if (!resolved || !/\.d\.[cm]?ts$/.test(resolved.resolvedFileName)) return undefined;
  const program = ts.createProgram([resolved.resolvedFileName], options, host);
  const file = program.getSourceFile(resolved.resolvedFileName);
  const checker = program.getTypeChecker();
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) return undefined;
  const found = new Map<string, readonly ts.Declaration[]>();
  const add = (name: string, symbol: ts.Symbol): ts.Symbol => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    found.set(name, target.declarations ?? []);
    return target;
  };
  // What is assigned to the whole module has its exports as members.
  const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
  const target = whole && add('default', whole);
  if (target?.valueDeclaration)
    for (const member of checker.getTypeOfSymbol(target).getProperties()) add(member.name, member);
  for (const symbol of checker.getExportsOfModule(module)) add(symbol.name, symbol);
  return found;
}

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ESNext,
  noLib: true,
  types: [],
  skipLibCheck: true,
};

/** A disk that holds one package and nothing else. */
function hostOf(folder: string, source: DeclarationSource): ts.CompilerHost {
  const readFile = (file: string): string | undefined => {
    if (!file.startsWith(`${folder}/`)) return undefined;
    const inside = file.slice(folder.length + 1);
    if (inside === 'package.json') return source.manifestText;
    return /\.d\.[cm]?ts$|(?:^|\/)package\.json$/.test(inside) ? source.read(inside) : undefined;
  };
  return {
    readFile,
    fileExists: (file) => readFile(file) !== undefined,
    directoryExists: (name) => name === app || folder.startsWith(name) || name.startsWith(folder),
    getSourceFile: (file, version) => {
      const text = readFile(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, version, true);
    },
    getDefaultLibFileName: () => `${app}/lib.d.ts`,
    getCurrentDirectory: () => app,
    getCanonicalFileName: (file) => path.posix.normalize(file),
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
  };
}
