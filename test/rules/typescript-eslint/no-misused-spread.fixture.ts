// @file: src/wrong.ts
export function copy(stock: Map<string, number>) {
  return { ...stock };
//         ^^^^^^^^ typescript-eslint/no-misused-spread: This spread loses what the value holds
}

// @file: src/right.ts
export function copy(stock: Map<string, number>) {
  return Object.fromEntries(stock);
}
