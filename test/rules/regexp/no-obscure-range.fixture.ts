// @file: src/wrong.ts
export const name = /^[A-z]+$/;
//                  ^^^^^^^^^^ regexp/no-obscure-range: This range holds more characters than it seems

// @file: src/right.ts
export const name = /^[A-Za-z]+$/;
