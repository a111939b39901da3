// @file: src/wrong.ts
export function greet(name: string) {
  return name === undefined ? "Hello" : `Hello ${name}`;
//       ^^^^^^^^^^^^^^^^^^ typescript-eslint/no-unnecessary-condition: By its type, this condition always has the same outcome
}

// @file: src/right.ts
export function greet(name?: string) {
  return name === undefined ? "Hello" : `Hello ${name}`;
}
