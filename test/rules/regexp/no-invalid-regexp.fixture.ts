// @file: src/wrong.ts
export const code = new RegExp("[a-");
//                             ^^^^^ regexp/no-invalid-regexp: This regular expression is invalid and throws when it is built

// @file: src/right.ts
export const code = new RegExp("[a-z]");
