// @file: src/wrong.ts
export const price = /\d+(?=)/;
//                   ^^^^^^^^^ regexp/no-empty-lookarounds-assertion: This assertion is empty and decides nothing

// @file: src/right.ts
export const price = /\d+(?=€)/;
