// @file: src/wrong.ts
export interface Cart {
//               ^^^^ typescript-eslint/no-unsafe-declaration-merging: A class and an interface share this name: the class lacks what the interface promises
  total: number;
}
export class Cart {}
//           ^^^^ typescript-eslint/no-unsafe-declaration-merging: A class and an interface share this name: the class lacks what the interface promises

// @file: src/right.ts
export interface Totals {
  total: number;
}
export class Cart implements Totals {
  total = 0;
}
