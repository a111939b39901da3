// @file: src/wrong.ts
declare function log(text: string): void;
export const done = log("saved");
//                  ^^^^^^^^^^^^ typescript-eslint/no-confusing-void-expression: The result of a function that returns nothing is used here

// @file: src/right.ts
declare function log(text: string): void;
log("saved");
export const done = true;
