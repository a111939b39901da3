export const ends = (x: string, y: string) => x.indexOf(y) === x.length - y.length;
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/bad-suffix-check: `x.indexOf(y)` can be -1 here, and so can the other side
export const last = (x: string, y: string) => x.lastIndexOf(y) === x.length - y.length;
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/bad-suffix-check: `x.lastIndexOf(y)` can be -1 here, and so can the other side
export const constant = (x: string) => x.indexOf('shop.com') === x.length - 8;
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/bad-suffix-check: `x.indexOf('shop.com')` can be -1 here, and so can the other side
export const dotted = (x: string, y: string) => x.indexOf('.' + y) === x.length - y.length - 1;
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/bad-suffix-check: `x.indexOf('.' + y)` can be -1 here, and so can the other side
export function later(x: string, y: string) {
  const index = x.indexOf(y);
  return index === x.length - y.length;
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/bad-suffix-check: `x.indexOf(y)` can be -1 here, and so can the other side
}
export const weak = (x: string, y: string) => x.indexOf(y) !== 0 && x.indexOf(y) === x.length - y.length;
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/bad-suffix-check: `x.indexOf(y)` can be -1 here, and so can the other side
export const longer = (x: string, y: string) => x.length >= y.length && x.indexOf(y) === x.length - y.length;
export const found = (x: string, y: string) => x.indexOf(y) !== -1 && x.indexOf(y) === x.length - y.length;
export function known(x: string, y: string) {
  const index = x.lastIndexOf(y);
  return index >= 0 && index === x.length - y.length;
}
export const slash = (x: string) => x.indexOf('/') === x.length - 1;
export const simple = (x: string, y: string) => x.endsWith(y) || x.indexOf(y) === 0;
