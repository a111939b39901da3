// @file: src/wrong.ts
export const code = /^[A-Z]{0}\d+$/;
//                  ^^^^^^^^^^^^^^^ regexp/no-zero-quantifier: This part is repeated zero times and matches nothing

// @file: src/right.ts
export const code = /^[A-Z]{2}\d+$/;
