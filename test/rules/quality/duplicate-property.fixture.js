export const prices = { small: 1, large: 2, 'small': 3, get rate() { return 1; }, set rate(value) {} };
//                      ^^^^^ quality/duplicate-property: `small` is given again below, which replaces this one
export const spread = { ...prices, small: 1 };
export class Shop {
  close() {}
//^^^^^ quality/duplicate-property: `close` is given again below, which replaces this one
  static close() {}
  get name() { return ''; }
  set name(value) {}
  close() {}
}
export function sum(a, b, a) {
//                  ^ quality/duplicate-property: `a` is given again below, which replaces this one
  return a + b;
}
let x, y;
({ x, y: x } = prices);
export const keys = { [x]: 1, [x]: 2, y };
