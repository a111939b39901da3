// @file: src/wrong.ts
export const pair = /\1(["'])/;
//                  ^^^^^^^^^^ regexp/no-useless-backreference: This back-reference is always empty

// @file: src/right.ts
export const pair = /(["'])\1/;
