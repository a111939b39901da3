import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const folder = path.resolve('test/reports/goldens');

/** Compares a text with the file of that name; `UPDATE_GOLDENS=1` writes the file instead, to be read before it is committed. */
export function compareGolden(name: string, text: string): void {
  const file = path.join(folder, name);
  if (process.env['UPDATE_GOLDENS'] === '1') {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(file, text);
  }
  assert.equal(
    text,
    fs.readFileSync(file, 'utf8'),
    `${name} differs; run again with UPDATE_GOLDENS=1 and read the change`,
  );
}
