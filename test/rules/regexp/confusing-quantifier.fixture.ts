// @file: src/wrong.ts
export const list = /^(?:\d*,?)+$/;
//                  ^^^^^^^^^^^^^^ regexp/confusing-quantifier: This quantifier asks for at least one, and what it repeats may be empty
export const code = /^(?:a?)+$/;
//                  ^^^^^^^^^^^ regexp/confusing-quantifier: This quantifier asks for at least one, and what it repeats may be empty

// @file: src/right.ts
export const list = /^(?:\d+,?)+$/;
