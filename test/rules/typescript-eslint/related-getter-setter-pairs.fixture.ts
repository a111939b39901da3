// @file: src/wrong.ts
export interface Basket {
  get total(): string;
//             ^^^^^^ typescript-eslint/related-getter-setter-pairs: This getter gives a type that its setter refuses
  set total(value: number);
}

// @file: src/right.ts
export interface Basket {
  get total(): number;
  set total(value: number);
}
