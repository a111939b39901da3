// @file: src/wrong.ts
export const word = /[\b]tax/;
//                  ^^^^^^^^^ regexp/no-escape-backspace: `[\b]` is a backspace, no word boundary

// @file: src/right.ts
export const word = /\btax/;
