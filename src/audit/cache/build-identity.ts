import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../../../package.json';

/** Tells one build of the product from another, so that no build reads what another one's rules found. */
export function buildIdentity(): string {
  const folder = path.dirname(fileURLToPath(import.meta.url));
  const parts = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .sort()
    .map((name) => {
      const { size, mtimeMs } = fs.statSync(path.join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });
  return createHash('sha1')
    .update([version, process.version, ...parts].join('\n'))
    .digest('base64url');
}
