import { type CompilerOptions, type FileSystemHost, Project, type RuntimeDirEntry } from 'ts-morph';
import type ts from 'typescript';
import { toPosix } from '../../base/paths.ts';
import type { ConfinedFileSystem } from '../confined-file-system.ts';
import type { Parse } from '../create-file-model.ts';

/**
 * Opens a ts-morph project for one set of compiler options and gives its parser. The project sees only the texts
 * that were handed to it and the confined disk, and can write nothing.
 */
export function openMorphProject(root: string, options: ts.CompilerOptions, disk: ConfinedFileSystem): Parse {
  const texts = new Map<string, string>();
  const project = new Project({
    // One compiler at run time, but two sets of declarations, too deep to compare.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
    compilerOptions: options as unknown as CompilerOptions,
    fileSystem: readOnlyHost(root, texts, disk),
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    skipLoadingLibFiles: true,
  });
  return (absolutePath, text) => {
    const file = toPosix(absolutePath);
    texts.set(file, text);
    const isNewVersion = project.getSourceFile(file) !== undefined;
    const source = isNewVersion
      ? project.createSourceFile(file, text, { overwrite: true })
      : project.addSourceFileAtPath(file);
    texts.delete(file);
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
    return source.compilerNode as unknown as ts.SourceFile;
  };
}

function readOnlyHost(root: string, texts: ReadonlyMap<string, string>, disk: ConfinedFileSystem): FileSystemHost {
  const readText = (file: string): string => {
    const text = texts.get(file) ?? disk.readText(file);
    if (text === undefined) throw Object.assign(new Error(`No such file: ${file}`), { code: 'ENOENT' });
    return text;
  };
  const fileExists = (file: string): boolean => texts.has(file) || disk.fileExists(file);
  return {
    isCaseSensitive: () => true,
    getCurrentDirectory: () => toPosix(root),
    realpathSync: (file) => disk.realPath(file),
    readFileSync: readText,
    readFile: (file) => Promise.resolve(readText(file)),
    fileExistsSync: fileExists,
    fileExists: (file) => Promise.resolve(fileExists(file)),
    directoryExistsSync: (folder) => disk.folderExists(folder),
    directoryExists: (folder) => Promise.resolve(disk.folderExists(folder)),
    readDirSync: (folder) => directoryEntries(folder, disk),
    globSync: () => [],
    glob: () => Promise.resolve([]),
    ...refusedWrites,
  };
}

function directoryEntries(folder: string, disk: ConfinedFileSystem): RuntimeDirEntry[] {
  const { files = [], folders = [] } = disk.entries(folder) ?? {};
  const entry = (name: string, isFile: boolean): RuntimeDirEntry => ({
    name: `${folder}/${name}`,
    isFile,
    isDirectory: !isFile,
    isSymlink: false,
  });
  return [...[...files].map((name) => entry(name, true)), ...[...folders].map((name) => entry(name, false))];
}

function refuseWrite(): never {
  throw new Error('A workspace is read through this project, never written.');
}

const refusedWrites = {
  delete: refuseWrite,
  deleteSync: refuseWrite,
  writeFile: refuseWrite,
  writeFileSync: refuseWrite,
  mkdir: refuseWrite,
  mkdirSync: refuseWrite,
  move: refuseWrite,
  moveSync: refuseWrite,
  copy: refuseWrite,
  copySync: refuseWrite,
};
