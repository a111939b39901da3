import path from 'node:path';
import ts from 'typescript';
import { relativePosix, toPosix } from '../../base/paths.ts';
import type { Notice } from '../../base/notice.ts';
import type { ConfinedFileSystem } from '../confined-file-system.ts';
import { configNotices } from './tsconfig-notices.ts';

/** One tsconfig as the compiler reads it, cut to what a review needs. */
export interface ProjectConfig {
  /** Relative to the workspace root, with `/`. */
  readonly file: string;
  readonly options: ts.CompilerOptions;
  /** Files it claims that the walk found, relative to the root. */
  readonly claims: ReadonlySet<string>;
  /** Configurations it extends, directly or not, and those it references; relative to the root. */
  readonly bases: readonly string[];
  readonly references: readonly string[];
  readonly notices: readonly Notice[];
}

/** Where configurations are read. */
export interface ConfigSurroundings {
  readonly root: string;
  readonly disk: ConfinedFileSystem;
  /** Files that the walk found, by folder; the only ones a configuration can claim. */
  readonly listing: FileListing;
}

/** The names in each folder of a set of files, as the compiler's glob matcher wants them. */
export type FileListing = ReadonlyMap<string, { readonly files: string[]; readonly directories: string[] }>;

/** Reads one tsconfig; whatever is wrong with it is a notice, never a throw. */
export function readProjectConfig(surroundings: ConfigSurroundings, file: string): ProjectConfig {
  const { root } = surroundings;
  const absolute = toPosix(path.join(root, file));
  const host = parseHost(surroundings);
  const source = ts.readJsonConfigFile(absolute, (name) => host.readFile(name));
  const folder = path.posix.dirname(absolute);
  const config = ts.parseJsonSourceFileConfigFileContent(source, host, folder, undefined, absolute);
  const parseErrors = (source as ts.TsConfigSourceFile & { parseDiagnostics: ts.Diagnostic[] }).parseDiagnostics;
  const inside = (name: string): string => relativePosix(root, name);
  return {
    file,
    options: reviewOptions(config.options),
    claims: new Set(config.fileNames.map(inside).filter((name) => !name.startsWith('../'))),
    bases: (source.extendedSourceFiles ?? []).map(inside),
    references: (config.projectReferences ?? []).map((reference) => inside(ts.resolveProjectReferencePath(reference))),
    notices: configNotices(root, file, { ...config, errors: [...parseErrors, ...config.errors] }),
  };
}

/** Lists files by folder; paths relative to `root`, keys absolute with `/`. */
export function listByFolder(root: string, files: Iterable<string>): FileListing {
  const listing = new Map<string, { files: string[]; directories: string[] }>();
  const folderOf = (folder: string): { files: string[]; directories: string[] } => {
    const known = listing.get(folder);
    if (known) return known;
    const made = { files: [], directories: [] };
    listing.set(folder, made);
    if (folder !== toPosix(root)) folderOf(path.posix.dirname(folder)).directories.push(path.posix.basename(folder));
    return made;
  };
  for (const file of files) {
    const absolute = toPosix(path.join(root, file));
    folderOf(path.posix.dirname(absolute)).files.push(path.posix.basename(absolute));
  }
  return listing;
}

/**
 * A review never writes and never checks libraries. `types: *` brings back what every compiler before version 6
 * did: global declarations of installed `@types` packages are there unless the configuration names some.
 */
export function reviewOptions(options: ts.CompilerOptions): ts.CompilerOptions {
  const writing = new Set(['plugins', 'composite', 'incremental', 'tsBuildInfoFile', 'declaration', 'declarationMap']);
  const kept = Object.fromEntries(Object.entries(options).filter(([name]) => !writing.has(name)));
  return { types: ['*'], ...kept, noEmit: true, skipLibCheck: true, maxNodeModuleJsDepth: 0 };
}

type MatchFiles = (
  path: string,
  extensions: readonly string[] | undefined,
  excludes: readonly string[] | undefined,
  includes: readonly string[] | undefined,
  useCaseSensitiveFileNames: boolean,
  currentDirectory: string,
  depth: number | undefined,
  getFileSystemEntries: (folder: string) => { files: readonly string[]; directories: readonly string[] },
  realpath: (path: string) => string,
) => string[];

function parseHost({ root, disk, listing }: ConfigSurroundings): ts.ParseConfigHost {
  // The compiler keeps its glob matcher out of its declarations; the version is pinned, and a test runs it.
  const { matchFiles } = ts as unknown as { matchFiles: MatchFiles };
  const useCaseSensitiveFileNames = ts.sys.useCaseSensitiveFileNames;
  const nothing = { files: [], directories: [] };
  return {
    useCaseSensitiveFileNames,
    fileExists: (file) => disk.fileExists(file),
    readFile: (file) => disk.readText(file),
    readDirectory: (folder, extensions, excludes, includes, depth) =>
      matchFiles(
        folder,
        extensions,
        excludes,
        includes,
        useCaseSensitiveFileNames,
        toPosix(root),
        depth,
        (name) => listing.get(name.length > 1 ? name.replace(/\/$/, '') : name) ?? nothing,
        (name) => name,
      ),
  };
}
