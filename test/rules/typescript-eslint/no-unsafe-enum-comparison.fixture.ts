// @file: src/wrong.ts
enum State {
  Open = 1,
  Paid = 2,
}
export const isPaid = (state: State) => state === 2;
//                                      ^^^^^^^^^^^ typescript-eslint/no-unsafe-enum-comparison: An enum is compared with a value of another type

// @file: src/right.ts
enum State {
  Open = 1,
  Paid = 2,
}
export const isPaid = (state: State) => state === State.Paid;
