// @file: src/wrong.ts
class Till {
  total = 0;
  add(cents: number) {
    this.total += cents;
  }
}
const till = new Till();
export const add = till.add;
//                 ^^^^^^^^ typescript-eslint/unbound-method: This method is taken off its object and loses `this`

// @file: src/right.ts
class Till {
  total = 0;
  add(cents: number) {
    this.total += cents;
  }
}
const till = new Till();
export const add = (cents: number) => till.add(cents);
