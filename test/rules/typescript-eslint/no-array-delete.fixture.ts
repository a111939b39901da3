// @file: src/wrong.ts
export function drop(lines: string[], at: number) {
  delete lines[at];
//^^^^^^^^^^^^^^^^ typescript-eslint/no-array-delete: `delete` leaves a hole in this array
  return lines;
}

// @file: src/right.ts
export function drop(lines: string[], at: number) {
  lines.splice(at, 1);
  return lines;
}
