// @file: src/shop.ts
interface Basket {
  add(name: string): Basket;
  hold<Result>(work: () => Result): Result;
  save(): Promise<void>;
  total(): number;
}
declare function basket(): Basket;
declare function within<Kind>(kind: Kind): { readonly it: Kind };

export function buy(): void {
  basket().add('pen').save();
//^^^^^^^^^^^^^^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `….save` or handles its rejection
  basket().add('pen').total();
  within(basket()).it.save();
//^^^^^^^^^^^^^^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `….it.save` or handles its rejection
  basket().hold(() => basket()).save();
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `….save` or handles its rejection
  basket().hold(() => 1);
}
