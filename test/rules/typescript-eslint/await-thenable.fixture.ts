// @file: src/wrong.ts
const total = (prices: number[]): number => prices.length;
export async function show(prices: number[]) {
  return await total(prices);
//       ^^^^^^^^^^^^^^^^^^^ typescript-eslint/await-thenable: What is awaited here is no promise
}

// @file: src/right.ts
const total = (prices: number[]): number => prices.length;
export function show(prices: number[]) {
  return total(prices);
}
