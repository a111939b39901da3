// @file: src/wrong.ts
export function label(customer: { name: string }) {
  return `Dear ${customer}`;
//               ^^^^^^^^ typescript-eslint/no-base-to-string: This value has no text of its own and prints as `[object Object]`
}

// @file: src/right.ts
export function label(customer: { name: string }) {
  return `Dear ${customer.name}`;
}
