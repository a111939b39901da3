// @file: src/wrong.ts
export function fee(base: number, extra?: number) {
  return base + extra!.valueOf() + (extra === undefined);
//                                  ^^^^^^^^^^^^^^^^^^^ typescript-eslint/restrict-plus-operands: These two values do not add up
}

// @file: src/right.ts
export function fee(base: number, extra = 0) {
  return base + extra;
}
