import path from 'node:path';
import type { Notice } from '../../base/notice.ts';
import { isInside } from '../../base/paths.ts';
import { type Discovery, isLibraryFile } from '../discovery/discover-files.ts';
import { isToolFolder } from '../discovery/output-folder.ts';
import type { UnsavedTexts } from '../typescript/create-snapshot.ts';
import type { ConfinedFileSystem } from '../confined-file-system.ts';
import type { InstalledPackage, LockFile, Manifest } from '../manifest.ts';
import { readJson } from './json-lock.ts';
import { readLockFile } from './read-lock-file.ts';
import { type ManifestText, readManifest } from './read-manifest.ts';

export interface LibraryFiles {
  /** Absolute. */
  readonly root: string;
  readonly disk: ConfinedFileSystem;
  readonly discovery: Discovery;
  readonly unsaved: UnsavedTexts;
}

export interface Libraries {
  readonly manifests: readonly Manifest[];
  readonly lockFiles: readonly LockFile[];
  readonly notices: readonly Notice[];
}

/** Lock files of large repositories take ten megabytes; the tree of a larger one would take gigabytes. */
const maxLockBytes = 40 * 1024 * 1024;

/** Reads every manifest and lock file, and joins each manifest with the lock file that serves it. */
export function readLibraries(files: LibraryFiles): Libraries {
  const { root, disk, discovery, unsaved } = files;
  const textOf = (file: string, maxBytes?: number): string | undefined =>
    unsaved.get(file) ?? disk.readText(path.join(root, file), maxBytes);
  const read = present(discovery.manifests, unsaved, isManifest).flatMap((file) => {
    const text = textOf(file);
    return text === undefined ? [] : [readManifest(file, text)];
  });
  const texts = read.flatMap(({ manifest }) => manifest ?? []);
  const lockNames = present(discovery.lockFiles, unsaved, (name) => !isManifest(name) && isLibraryFile(name));
  const served = shareOut(texts, lockNames);
  const locks = lockNames.map((file) => {
    const text = textOf(file, maxLockBytes);
    const bytes = text === undefined ? disk.sizeOf(path.join(root, file)) : undefined;
    const tooLarge = bytes !== undefined && bytes > maxLockBytes ? { bytes, maxBytes: maxLockBytes } : undefined;
    return readLockFile(file, text, served.get(file) ?? [], tooLarge);
  });
  const lockFiles = new Map(locks.map(({ lockFile }) => [lockFile.file, lockFile]));
  return {
    manifests: texts.map((text) => joined(files, text, lockFiles.get(lockFor(text, texts, lockNames) ?? ''))),
    lockFiles: [...lockFiles.values()],
    notices: [...read, ...locks.filter(({ lockFile }) => served.has(lockFile.file))].flatMap(
      ({ notice }) => notice ?? [],
    ),
  };
}

function isManifest(name: string): boolean {
  return name === 'package.json';
}

/** Files of a kind that the walk found, with those that came and without those that went since. */
function present(
  found: readonly string[],
  unsaved: UnsavedTexts,
  isKind: (name: string) => boolean,
): readonly string[] {
  const files = new Set(found);
  for (const [file, text] of unsaved) {
    if (text === undefined) files.delete(file);
    else if (isKind(path.posix.basename(file)) && !file.split('/').some(isToolFolder)) files.add(file);
  }
  return [...files].sort();
}

function shareOut(manifests: readonly ManifestText[], lockFiles: readonly string[]): Map<string, ManifestText[]> {
  const served = new Map<string, ManifestText[]>();
  for (const manifest of manifests) {
    const lockFile = lockFor(manifest, manifests, lockFiles);
    if (lockFile !== undefined) served.set(lockFile, [...(served.get(lockFile) ?? []), manifest]);
  }
  return served;
}

/** The lock file of the nearest folder at or above; of several in one folder, the declared package manager's. */
function lockFor(
  manifest: ManifestText,
  manifests: readonly ManifestText[],
  lockFiles: readonly string[],
): string | undefined {
  for (const folder of foldersAbove(path.posix.dirname(manifest.file))) {
    const here = lockFiles.filter((file) => path.posix.dirname(file) === folder);
    if (here.length === 0) continue;
    const owner = manifests.find(({ file }) => path.posix.dirname(file) === folder);
    const manager = owner?.packageManager?.split('@')[0] ?? '';
    return here.find((file) => managerOf(file) === manager) ?? here.toSorted(compareManagers)[0];
  }
  return undefined;
}

const managers = ['npm', 'pnpm', 'yarn', 'bun'];

function managerOf(lockFile: string): string {
  const name = path.posix.basename(lockFile);
  return managers.find((manager) => name.startsWith(manager)) ?? 'npm';
}

function compareManagers(a: string, b: string): number {
  return managers.indexOf(managerOf(a)) - managers.indexOf(managerOf(b));
}

function foldersAbove(folder: string): readonly string[] {
  const folders = [folder];
  for (let above = folder; above !== '.';) {
    above = path.posix.dirname(above);
    folders.push(above);
  }
  return folders;
}

function joined(files: LibraryFiles, text: ManifestText, lockFile: LockFile | undefined): Manifest {
  return {
    ...text,
    ...(lockFile && { lockFile }),
    installedVersion: (dependency) =>
      lockFile?.installedVersion(text.file, dependency) ?? versionOf(packageOnDisk(files, text.file, dependency)),
    installedPackage: (dependency) => packageOnDisk(files, text.file, dependency),
  };
}

/** The version that a package's own manifest tells, where no lock file does. */
function versionOf(installed: InstalledPackage | undefined): string | undefined {
  const json = installed && readJson(installed.manifestText);
  return json?.text(json.tree, 'version');
}

/** What is installed in `node_modules`, as Node looks it up. */
function packageOnDisk({ root, disk }: LibraryFiles, manifest: string, name: string): InstalledPackage | undefined {
  if (!/^(@[\w.~-]+\/)?[\w.~-]+$/.test(name) || /(^|\/)\.\.?(\/|$)/.test(name)) return undefined;
  for (const above of foldersAbove(path.posix.dirname(manifest))) {
    const folder = path.join(root, above, 'node_modules', name);
    const manifestText = disk.readText(path.join(folder, 'package.json'));
    if (manifestText === undefined) continue;
    const read = (file: string): string | undefined => {
      const place = path.join(folder, file);
      return isInside(folder, place) ? disk.readText(place) : undefined;
    };
    return { manifestText, read };
  }
  return undefined;
}
