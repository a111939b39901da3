// @file: src/wrong.ts
export const code = /^[]\d+$/;
//                  ^^^^^^^^^ regexp/no-empty-character-class: This character class is empty and matches nothing

// @file: src/right.ts
export const code = /^[A-Z]\d+$/;
