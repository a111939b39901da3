import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of a bundle that lies beside the bundle of this code or in a folder above. */
export function bundledFile(name: string): string {
  const places = ['./', '../', '../../'].map((up) => new URL(`${up}${name}`, import.meta.url));
  const found = places.find((place) => fs.existsSync(place));
  if (!found) throw new Error(`The bundle lacks ${name}.`);
  return fileURLToPath(found);
}
