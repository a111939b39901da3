// @file: src/wrong.ts
export const call = /print()/;
//                  ^^^^^^^^^ regexp/no-empty-group: This group is empty

// @file: src/right.ts
export const call = /print\(\)/;
