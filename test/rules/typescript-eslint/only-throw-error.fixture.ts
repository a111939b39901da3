// @file: src/wrong.ts
export function charge(cents: number) {
  if (cents < 0) throw "negative amount";
//                     ^^^^^^^^^^^^^^^^^ typescript-eslint/only-throw-error: What is thrown here is no Error, so that stack and cause are lost
  return cents;
}

// @file: src/right.ts
export function charge(cents: number) {
  if (cents < 0) throw new RangeError("negative amount");
  return cents;
}
