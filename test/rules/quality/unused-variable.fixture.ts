import { readFile, writeFile } from 'node:fs';
//                 ^^^^^^^^^ quality/unused-variable: The import `writeFile` is never used
import type { Stats } from 'node:fs';
import path from 'node:path';

/** Reads what {@link Stats} tells. */
export function copy(file: string, names: string[]): number {
  const target = path.join(file, 'copy');
//      ^^^^^^ quality/unused-variable: `target` is never used
  let count = 0;
//    ^^^^^ quality/unused-variable: `count` is never used
  count = 1;
  const { size, ...rest } = { size: 1, other: 2 };
  const [first, second] = names;
  readFile(file, () => undefined);
  function inner(): void {
//         ^^^^^ quality/unused-variable: `inner` is never used
    inner();
  }
  for (const name of names) {
//           ^^^^ quality/unused-variable: The loop never uses its `name`
    console.log('again');
    console.log('and again');
  }
  for (const name of names) return 1;
  const _unused = 3;
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  const checkedByCompiler = path.join(file);
  try {
    return second ? 1 : 0;
  } catch (error) {
    return rest.other;
  }
}
