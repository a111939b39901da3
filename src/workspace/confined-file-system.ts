import fs from 'node:fs';
import path from 'node:path';
import { isInside, toPosix } from '../base/paths.ts';

/** Names of a folder's entries, links resolved. */
export interface FolderEntries {
  /** Real path of the folder. */
  readonly real: string;
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** Links, wherever they lead; those that lead to something inside are in the sets above as well. */
  readonly links: ReadonlySet<string>;
  /** Pipes, sockets, devices. */
  readonly others: ReadonlySet<string>;
}

/**
 * The only window on the disk for everything that a workspace may name: it sees what lies below its roots and
 * nothing else, links included. Listings are read once and kept, so it is a snapshot of the moment of opening.
 * Paths are absolute; what does not exist, may not be read or leads outside is simply not there.
 */
export interface ConfinedFileSystem {
  entries(folder: string): FolderEntries | undefined;
  fileExists(file: string): boolean;
  folderExists(folder: string): boolean;
  /** Text without its byte order mark; undefined also above `maxBytes`. */
  readText(file: string, maxBytes?: number): string | undefined;
  /** Bytes of a file, for those who must look before they decode. */
  readBytes(file: string, maxBytes?: number): Buffer | undefined;
  /** Size of a file in bytes; undefined for what is not there. */
  sizeOf(file: string): number | undefined;
  realPath(file: string): string;
  /** Tells one version of a file from another; undefined for what is not there, or changed within `settledMs`. */
  stamp(file: string, settledMs?: number): string | undefined;
}

/** Largest file that is read for types: the compiler's own largest declaration file is 2.5 MB. */
const maxReadBytes = 8 * 1024 * 1024;

/** Opens a window on `roots`, which are absolute real paths. */
export function confineFileSystem(roots: readonly string[]): ConfinedFileSystem {
  const listings = new Map<string, FolderEntries | undefined>();
  const isAllowed = (real: string): boolean => roots.some((root) => isInside(root, real));
  const entries = (folder: string): FolderEntries | undefined => {
    const key = path.resolve(folder);
    if (!listings.has(key)) listings.set(key, listFolder(key, isAllowed));
    return listings.get(key);
  };
  const fileExists = (file: string): boolean => entries(path.dirname(file))?.files.has(path.basename(file)) ?? false;
  const readBytes = (file: string, maxBytes = maxReadBytes): Buffer | undefined =>
    fileExists(file) ? readBounded(file, maxBytes) : undefined;
  return {
    entries,
    fileExists,
    readBytes,
    folderExists: (folder) => entries(folder) !== undefined,
    readText: (file, maxBytes) => {
      const bytes = readBytes(file, maxBytes);
      return bytes && decodeText(bytes);
    },
    realPath: (file) => {
      const real = realPathOf(file);
      return real !== undefined && isAllowed(real) ? toPosix(real) : file;
    },
    sizeOf: (file) => (fileExists(file) ? unlessRefused(() => fs.statSync(file).size) : undefined),
    stamp: (file, settledMs = 0) => (fileExists(file) ? stampOf(file, settledMs) : undefined),
  };
}

/** Decodes UTF-8, or UTF-16 where a byte order mark says so, and drops the mark. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Whether an error says that a file is gone, closed to us or of the wrong kind: data, not a crash. */
export function isFileSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** Runs an operation on the disk; undefined when the disk refuses. */
export function unlessRefused<T>(operation: () => T): T | undefined {
  try {
    return operation();
  } catch (error) {
    if (isFileSystemError(error)) return undefined;
    throw error;
  }
}

/** A time in the future says that a clock was set, and so nothing. */
function stampOf(file: string, settledMs: number): string | undefined {
  const stats = unlessRefused(() => fs.statSync(file));
  if (!stats || Math.max(stats.mtimeMs, stats.ctimeMs) > Date.now() - settledMs) return undefined;
  return [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino].join(' ');
}

function listFolder(folder: string, isAllowed: (real: string) => boolean): FolderEntries | undefined {
  const real = realPathOf(folder);
  if (real === undefined || !isAllowed(real)) return undefined;
  const listed = unlessRefused(() => fs.readdirSync(folder, { withFileTypes: true }));
  if (listed === undefined) return undefined;
  const found = {
    file: new Set<string>(),
    folder: new Set<string>(),
    link: new Set<string>(),
    other: new Set<string>(),
  };
  for (const entry of listed) {
    const isLink = entry.isSymbolicLink();
    const kind = isLink ? kindOfLink(path.join(folder, entry.name), isAllowed) : (kindOf(entry) ?? 'other');
    if (isLink) found.link.add(entry.name);
    if (kind) found[kind].add(entry.name);
  }
  return { real, files: found.file, folders: found.folder, links: found.link, others: found.other };
}

function kindOf(entry: fs.Dirent | fs.Stats): 'file' | 'folder' | undefined {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : undefined;
}

function kindOfLink(link: string, isAllowed: (real: string) => boolean): 'file' | 'folder' | undefined {
  const real = realPathOf(link);
  if (real === undefined || !isAllowed(real)) return undefined;
  const stats = unlessRefused(() => fs.statSync(real));
  return stats && kindOf(stats);
}

/** Real path of a file or folder; undefined for a dangling or endless link. */
export function realPathOf(file: string): string | undefined {
  return unlessRefused(() => fs.realpathSync.native(file));
}

function readBounded(file: string, maxBytes: number): Buffer | undefined {
  return unlessRefused(() => {
    const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    try {
      const stats = fs.fstatSync(descriptor);
      return stats.isFile() && stats.size <= maxBytes ? fs.readFileSync(descriptor) : undefined;
    } finally {
      fs.closeSync(descriptor);
    }
  });
}
