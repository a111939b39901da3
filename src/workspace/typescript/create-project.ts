import { createHash } from 'node:crypto';
import path from 'node:path';
import ts from 'typescript';
import { toPosix } from '../../base/paths.ts';
import type { TypeScriptProject } from '../typescript-project.ts';
import { createCompilerHost, createModuleHost, type HostSurroundings, type Snapshot } from './compiler-host.ts';

/** What stays the same over the versions of a project. */
export interface ProjectSetup {
  readonly configFile?: string;
  readonly options: ts.CompilerOptions;
  readonly bucket: string;
  /** Files it owns, and the declarations it loads; relative to the root. */
  readonly files: ReadonlySet<string>;
  readonly declarations: readonly string[];
}

/** A project at one version of the workspace. */
export interface ProjectState extends TypeScriptProject {
  readonly setup: ProjectSetup;
  /** The program of this version, or the newest older one, where one is held. */
  latestProgram(): ts.Program | undefined;
  /** Absolute path, with `/`, of the file that a module specifier means; undefined where it means none. */
  resolve(specifier: string, from: ts.SourceFile, mode: ts.ResolutionMode): ts.ResolvedModuleFull | undefined;
  /** The module format that the nearest manifest and the name give a file, where the options tell them apart. */
  formatOf(absolutePath: string): ts.ResolutionMode;
  /** The next version; `keepsResolutions` when no file came or went. */
  next(snapshot: Snapshot, setup: ProjectSetup, keepsResolutions: boolean): ProjectState;
}

/** Key of the options that change how a source file parses and binds; files of equal keys can share trees. */
export function bucketOf(options: ts.CompilerOptions): string {
  return ts.createDocumentRegistry().getKeyForCompilationSettings(options);
}

/** Key of all options: two projects of one key type the same file alike. */
export function optionsKeyOf({ options }: ProjectSetup): string {
  // The parsed configuration file hangs in there as a tree.
  const plain = Object.entries(options).filter(([name]) => name !== 'configFile');
  return createHash('sha1')
    .update(JSON.stringify(plain.sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('base64url');
}

/** Makes a project; nothing is loaded or bound before its first `program()`. */
export function createProject(surroundings: HostSurroundings, snapshot: Snapshot, setup: ProjectSetup): ProjectState {
  return versionOf(surroundings, snapshot, setup, newResolutionCache(surroundings.root, setup.options), undefined);
}

function versionOf(
  surroundings: HostSurroundings,
  snapshot: Snapshot,
  setup: ProjectSetup,
  resolutions: ts.ModuleResolutionCache,
  previous: ts.Program | undefined,
): ProjectState {
  const { root, environment } = surroundings;
  const moduleHost = environment.watch(createModuleHost(surroundings, snapshot));
  let current: ts.Program | undefined;
  let older = previous;
  const program = (): ts.Program => {
    if (current) return current;
    const host = createCompilerHost(surroundings, moduleHost, snapshot, setup.bucket, resolutions);
    const rootNames = [...setup.declarations, ...setup.files].map((file) => toPosix(path.join(root, file)));
    current = ts.createProgram({ rootNames, options: setup.options, host, ...(older && { oldProgram: older }) });
    older = undefined;
    return current;
  };
  return {
    ...(setup.configFile !== undefined && { configFile: setup.configFile }),
    setup,
    program,
    checker: () => program().getTypeChecker(),
    latestProgram: () => current ?? older,
    isLoaded: () => current !== undefined,
    release: () => {
      current = older = undefined;
    },
    formatOf: (file) =>
      ts.getImpliedNodeFormatForFile(file, resolutions.getPackageJsonInfoCache(), moduleHost, setup.options),
    resolve: (specifier, from, mode) =>
      ts.resolveModuleName(specifier, from.fileName, setup.options, moduleHost, resolutions, undefined, mode)
        .resolvedModule,
    next: (nextSnapshot, nextSetup, keepsResolutions) =>
      versionOf(
        surroundings,
        nextSnapshot,
        nextSetup,
        keepsResolutions ? resolutions : newResolutionCache(root, nextSetup.options),
        current ?? older,
      ),
  };
}

function newResolutionCache(root: string, options: ts.CompilerOptions): ts.ModuleResolutionCache {
  return ts.createModuleResolutionCache(
    root,
    (file) => (ts.sys.useCaseSensitiveFileNames ? file : file.toLowerCase()),
    options,
  );
}
