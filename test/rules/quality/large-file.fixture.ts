// @options {"max": 3}
// @file: src/large-file.ts
import { a } from './a';
^^^^^^ quality/large-file: This file has 5 lines of code (at most 3)
export function run(): number {
  const b = a;
  return b;
}
// @file: src/table.ts
export const table = [
  1,
  2,
  3,
  4,
];
