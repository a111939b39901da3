// @file: src/wrong.ts
export function refund(amount: string) {
  return -amount;
//       ^^^^^^^ typescript-eslint/no-unsafe-unary-minus: What is negated here is no number
}

// @file: src/right.ts
export function refund(amount: number) {
  return -amount;
}
