import path from 'node:path';
import type { ConfinedFileSystem } from '../confined-file-system.ts';
import { parseCodeOwners, type OwnerOf } from './code-owners.ts';

/** Where GitHub, GitLab and Bitbucket look, in their order. */
const places = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', '.bitbucket/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Reads the CODEOWNERS file of a workspace; without one nobody owns anything. */
export function readCodeOwners(root: string, disk: ConfinedFileSystem): OwnerOf {
  for (const place of places) {
    const text = disk.readText(path.join(root, place), maxBytes);
    if (text !== undefined) return parseCodeOwners(text);
  }
  return () => undefined;
}

const maxBytes = 3 * 1024 * 1024;
