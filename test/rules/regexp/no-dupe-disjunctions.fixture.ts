// @file: src/wrong.ts
export const size = /^(?:small|large|small)$/;
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^ regexp/no-dupe-disjunctions: Another alternative already matches all of this one

// @file: src/right.ts
export const size = /^(?:small|medium|large)$/;
