// @file: src/wrong.ts
/** @deprecated Use `total`. */
declare function sum(): number;
export const amount = sum();
//                    ^^^ typescript-eslint/no-deprecated: What is used here is marked as deprecated

// @file: src/right.ts
declare function total(): number;
export const amount = total();
