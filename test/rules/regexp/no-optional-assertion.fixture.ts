// @file: src/wrong.ts
export const word = /tax(?:$|\s)*/;
//                  ^^^^^^^^^^^^^^ regexp/no-optional-assertion: This assertion is optional and checks nothing
export const end = /(?:\b)?tax/;
//                 ^^^^^^^^^^^^ regexp/no-optional-assertion: This assertion is optional and checks nothing

// @file: src/right.ts
export const word = /tax(?:$|\s)/;
