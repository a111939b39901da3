// @file: src/wrong.ts
export interface Basket {
  new (): Basket;
//^^^^^^^^^^^^^^^ typescript-eslint/no-misused-new: This declares a method and no constructor
}

// @file: src/right.ts
export interface Basket {
  total: number;
}
