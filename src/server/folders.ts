import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isInside, relativePosix } from '../base/paths.ts';
import { FolderSession, type FolderHost } from './folder-session.ts';

/** A workspace folder with its session. */
export interface Folder {
  readonly uri: string;
  /** Path as the editor names it; the session's root is the real one. */
  readonly path: string;
  readonly session: FolderSession;
}

/** A document's place: its folder and its path in it, with `/`. */
export interface Located {
  readonly folder: Folder;
  readonly file: string;
}

/** The workspace folders, one session each. */
export interface Folders {
  all(): readonly Folder[];
  add(uri: string): Folder | undefined;
  remove(uri: string): void;
  /** The deepest folder that holds a document; undefined outside all of them. */
  locate(uri: string): Located | undefined;
}

/** Makes an empty set of folders; `hostOf` gives each session its surroundings. */
export function createFolders(hostOf: (uri: string, path: string) => FolderHost): Folders {
  const folders = new Map<string, Folder>();
  return {
    all: () => [...folders.values()],
    add: (uri) => {
      const path = pathOf(uri);
      if (path === undefined || folders.has(uri)) return folders.get(uri);
      const folder = { uri, path, session: new FolderSession(realPath(path), hostOf(uri, path)) };
      folders.set(uri, folder);
      return folder;
    },
    remove: (uri) => {
      folders.get(uri)?.session.dispose();
      folders.delete(uri);
    },
    locate: (uri) => {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      const holding = [...folders.values()].filter((folder) => isInside(folder.path, path));
      const [folder] = holding.sort((a, b) => b.path.length - a.path.length);
      return folder && { folder, file: relativePosix(folder.path, path) };
    },
  };
}

/** URI of a file of a folder. */
export function uriOf(folder: Folder, file: string): string {
  return `${folder.uri.replace(/\/$/, '')}/${file.split('/').map(encodeURIComponent).join('/')}`;
}

/** Path behind a `file:` URI; undefined for other schemes, such as untitled documents. */
export function pathOf(uri: string): string | undefined {
  return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
}

function realPath(path: string): string {
  try {
    return fs.realpathSync.native(path);
  } catch {
    // A folder that is gone gives its own clear error when it is opened.
    return path;
  }
}
