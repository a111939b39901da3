// @file: src/wrong.ts
export const length = (name: string) => (name as string).length;
//                                       ^^^^^^^^^^^^^^ typescript-eslint/no-unnecessary-type-assertion: This assertion does not change the type

// @file: src/right.ts
export const length = (name: string) => name.length;
