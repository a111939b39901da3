import { pathToFileURL } from 'node:url';

/** Relative URI reference for a path relative to the workspace root: each part percent-encoded, `/` kept. */
export function relativeUri(file: string): string {
  return wellFormed(file).split('/').map(encodeURIComponent).join('/');
}

/** Absolute `file:` URI of the workspace root, with the `/` at its end that makes it a base for relative URIs. */
export function rootUri(root: string): string {
  const uri = pathToFileURL(wellFormed(root)).href;
  return uri.endsWith('/') ? uri : uri + '/';
}

/** File systems allow half a surrogate pair in a name; URIs do not. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
