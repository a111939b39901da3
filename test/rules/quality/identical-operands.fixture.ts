declare const a: { id: string; size: number };
declare const b: { id: string; size: number };
declare function next(): number;

export const same = a.id === a.id;
//                  ^^^^^^^^^^^^^ quality/identical-operands: Both sides of `===` are `a.id`
export const both = a.size && a.size;
//                  ^^^^^^^^^^^^^^^^ quality/identical-operands: Both sides of `&&` are `a.size`
export const chain = a.id || b.id || a.id;
//                   ^^^^^^^^^^^^^^^^^^^^ quality/identical-operands: Both sides of `||` are `a.id`
export const none = a.size - a.size;
//                  ^^^^^^^^^^^^^^^ quality/identical-operands: Both sides of `-` are `a.size`
export const masks = [1 << 1, 2 - 2];
export const isBroken = (value: number): boolean => value !== value;
export const calls = next() === next() || a.id === b.id || (a.size && b.size);
