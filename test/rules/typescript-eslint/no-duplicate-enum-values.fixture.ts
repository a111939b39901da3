// @file: src/wrong.ts
export enum State {
  Open = 1,
  Paid = 1,
//^^^^^^^^ typescript-eslint/no-duplicate-enum-values: Another member of this enum has the same value
}

// @file: src/right.ts
export enum State {
  Open = 1,
  Paid = 2,
}
