// @file: src/wrong.ts
export const country = /^(?:FR|BE|)$/;
//                     ^^^^^^^^^^^^^^ regexp/no-empty-alternative: This pattern has an empty alternative, which matches anything
export const language = /fr|nl|/;
//                      ^^^^^^^^ regexp/no-empty-alternative: This pattern has an empty alternative, which matches anything

// @file: src/right.ts
export const country = /^(?:FR|BE)$/;
