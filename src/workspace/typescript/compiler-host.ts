import ts from 'typescript';
import type { ConfinedFileSystem } from '../confined-file-system.ts';
import type { Environment } from './environment.ts';
import type { SourceCache } from './source-cache.ts';

/** The files under review at one moment. Keys are absolute paths with `/`. */
export interface Snapshot {
  /** The tree of a file and the bucket of the options it was parsed with. */
  source(file: string): { readonly text: string; readonly bucket: string; tree(): ts.SourceFile } | undefined;
  /** Text of an unsaved file that is not under review, such as a declaration. */
  overlay(file: string): string | undefined;
  /** Deleted in this version, whatever the disk says. */
  isGone(file: string): boolean;
  /** Whether a file under review lies below a folder, which may not be on disk yet. */
  hasFolder(folder: string): boolean;
}

export interface HostSurroundings {
  /** Absolute, with `/`. */
  readonly root: string;
  readonly disk: ConfinedFileSystem;
  readonly cache: SourceCache;
  readonly environment: Environment;
}

/** A compiler host that serves the snapshot first and the confined disk second, and writes nothing. */
export function createCompilerHost(
  { cache, environment }: HostSurroundings,
  moduleHost: ModuleHost,
  snapshot: Snapshot,
  bucket: string,
  resolutions: ts.ModuleResolutionCache,
): ts.CompilerHost {
  return {
    ...moduleHost,
    getSourceFile: (file, languageVersion) => {
      const parsing = typeof languageVersion === 'object' ? languageVersion : { languageVersion };
      const reviewed = snapshot.source(file);
      if (reviewed?.bucket === bucket) return adopt(reviewed.tree(), parsing);
      const tree = snapshot.isGone(file)
        ? undefined
        : cache({ file, text: reviewed?.text ?? snapshot.overlay(file), options: parsing, bucket });
      if (!reviewed) environment.noteText(file, tree?.text);
      return tree;
    },
    getDefaultLibFileName: (forOptions) => ts.getDefaultLibFilePath(forOptions),
    getCanonicalFileName: (file) => (ts.sys.useCaseSensitiveFileNames ? file : file.toLowerCase()),
    getNewLine: () => '\n',
    writeFile: () => {
      throw new Error('A review writes no files.');
    },
    getModuleResolutionCache: () => resolutions,
    resolveModuleNameLiterals: (literals, containingFile, redirected, resolveOptions, containingSource) =>
      literals.map((literal) =>
        ts.resolveModuleName(
          literal.text,
          containingFile,
          resolveOptions,
          moduleHost,
          resolutions,
          redirected,
          ts.getModeForUsageLocation(containingSource, literal, resolveOptions),
        ),
      ),
  };
}

/** What module resolution may see. */
export type ModuleHost = ts.ModuleResolutionHost &
  Pick<ts.CompilerHost, 'fileExists' | 'readFile' | 'getCurrentDirectory' | 'useCaseSensitiveFileNames'>;

/** Shows a snapshot to module resolution. */
export function createModuleHost(
  { root, disk }: Pick<HostSurroundings, 'root' | 'disk'>,
  snapshot: Snapshot,
): ModuleHost {
  const unsavedText = (file: string): string | undefined => snapshot.source(file)?.text ?? snapshot.overlay(file);
  return {
    fileExists: (file) => unsavedText(file) !== undefined || (!snapshot.isGone(file) && disk.fileExists(file)),
    readFile: (file) => unsavedText(file) ?? (snapshot.isGone(file) ? undefined : disk.readText(file)),
    directoryExists: (folder) => disk.folderExists(folder) || snapshot.hasFolder(folder),
    getDirectories: (folder) => [...(disk.entries(folder)?.folders ?? [])],
    realpath: (file) => disk.realPath(file),
    getCurrentDirectory: () => root,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  };
}

/** Sets what a tree needs to know of its program: the parser of a lone file cannot know it. Must precede binding. */
function adopt(tree: ts.SourceFile, parsing: ts.CreateSourceFileOptions): ts.SourceFile {
  tree.languageVersion = parsing.languageVersion;
  tree.impliedNodeFormat = parsing.impliedNodeFormat;
  parsing.setExternalModuleIndicator?.(tree);
  return tree;
}
