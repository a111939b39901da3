declare const order: { id: unknown; lines: string[] };
declare function amount(): number | string;

export function compares(value: unknown): boolean {
  const total = 3;
  const label = value ? 'many' : '';
  if (typeof value !== undefined) return true;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/incompatible-comparison: `typeof value !== undefined` compares a string with `undefined` and is always true
  if (total === (label as unknown)) return true;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/incompatible-comparison: `total === (label as unknown)` compares a number with a string and is always false
  if (!order.id == ('undefined' as unknown)) return true;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/incompatible-comparison: `!order.id == ('undefined' as unknown)` compares a boolean with a string and is always false
  switch (label) {
    case 1 as unknown:
//       ^^^^^^^^^^^^ quality/incompatible-comparison: `1 as unknown` compares a string with a number and is always false
      return true;
    case 'many':
      return false;
  }
  return amount() === 3 || order.id === 'x' || order.lines.length == 0 || total == Number('3');
}
