import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInside, relativePosix, toPosix } from '../../base/paths.ts';
import type { FileRange, TextPosition } from '../../base/text-range.ts';
import type { SarifLocation, SarifRun } from './sarif-schema.ts';

/** Finds the place of a location in a workspace: paths relative to its root, lines and columns from zero. */
export type PlaceOf = (location: SarifLocation | undefined) => FileRange;

/**
 * Makes the lookup for one run. A path of another machine keeps its longest end that names a file of the workspace;
 * nothing outside the root is ever read.
 */
export function createPlaceLookup(run: SarifRun, root: string, files: ReadonlySet<string>): PlaceOf {
  const resolve = (uri: string): string => fileOf(uri, root, files);
  return (location) => {
    const physical = location?.physicalLocation;
    const named = physical?.artifactLocation;
    const artifact = named?.uri === undefined ? run.artifacts?.[named?.index ?? -1]?.location : named;
    const base = artifact?.uriBaseId === undefined ? undefined : run.originalUriBaseIds?.[artifact.uriBaseId]?.uri;
    const region = physical?.region;
    const start = position(region?.startLine, region?.startColumn, { line: 0, column: 0 });
    const end = position(region?.endLine ?? region?.startLine, region?.endColumn, start);
    return {
      file: resolve(join(base, artifact?.uri ?? '')),
      range: { start, end: isBefore(end, start) ? start : end },
    };
  };
}

function position(line: number | undefined, column: number | undefined, fallback: TextPosition): TextPosition {
  if (line === undefined || !(line >= 1)) return fallback;
  return { line: Math.floor(line) - 1, column: column !== undefined && column >= 1 ? Math.floor(column) - 1 : 0 };
}

function isBefore(a: TextPosition, b: TextPosition): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

function join(base: string | undefined, uri: string): string {
  return base === undefined || /^[a-z][a-z0-9+.-]*:/i.test(uri) ? uri : base.replace(/\/?$/, '/') + uri;
}

function fileOf(uri: string, root: string, files: ReadonlySet<string>): string {
  const local = localPath(uri);
  const inside = path.isAbsolute(local) && isInside(root, local) ? relativePosix(root, local) : local;
  const plain = path.posix.normalize(inside.replace(/^(\.\/)+/, ''));
  if (files.has(plain)) return plain;
  const parts = plain.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  for (let from = 0; from < Math.min(parts.length, 64); from++) {
    const end = parts.slice(from).join('/');
    if (files.has(end)) return end;
  }
  return parts.join('/') || '?';
}

function localPath(uri: string): string {
  try {
    if (/^file:\/\//i.test(uri)) return toPosix(fileURLToPath(uri));
    return decodeURIComponent(uri.replace(/\\/g, '/'));
  } catch (error) {
    // A URI of another system, or one that encodes no text: it still names the file.
    if (error instanceof URIError || error instanceof TypeError) return uri.replace(/^file:\/*/i, '/');
    throw error;
  }
}
