// @file: src/wrong.ts
export const code = /\d\b\d/;
//                  ^^^^^^^^ regexp/no-useless-assertions: Its neighbours already decide this assertion

// @file: src/right.ts
export const code = /\d\b/;
