// @file: src/wrong.ts
export function total(prices: number[]) {
  let sum = 0;
  for (const i in prices) sum += prices[i]!;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ typescript-eslint/no-for-in-array: This loop visits the keys of an array, as strings and not only its elements
  return sum;
}

// @file: src/right.ts
export function total(prices: number[]) {
  let sum = 0;
  for (const price of prices) sum += price;
  return sum;
}
