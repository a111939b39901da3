import fs from 'node:fs';
import path from 'node:path';
import AdmZip from 'adm-zip';

export function unpack(file: string) {
  for (const entry of new AdmZip(file).getEntries()) {
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/zip-slip: File path taken from archive entry `new AdmZip(file).getEntries()`
    fs.writeFileSync('out/' + entry.entryName, entry.getData());
  }
}

// Held inside its folder, or without its path.
export function unpackSafely(file: string) {
  const root = path.resolve('out');
  for (const entry of new AdmZip(file).getEntries()) {
    const target = path.resolve(root, entry.entryName);
    if (!target.startsWith(root + path.sep)) continue;
    fs.writeFileSync(target, entry.getData());
  }
  for (const entry of new AdmZip(file).getEntries()) {
    fs.writeFileSync(path.join(root, path.basename(entry.entryName)), entry.getData());
  }
}
