// @file: src/wrong.ts
export const code = /a\b-?a/;
//                  ^^^^^^^^ regexp/no-contradiction-with-assertion: This part of the pattern contradicts an assertion beside it

// @file: src/right.ts
export const code = /a\b-a/;
