// @file: src/wrong.ts
export const sign = /^[+\-*+]$/;
//                  ^^^^^^^^^^^ regexp/no-dupe-characters-character-class: This class already holds that character

// @file: src/right.ts
export const sign = /^[+\-*/]$/;
