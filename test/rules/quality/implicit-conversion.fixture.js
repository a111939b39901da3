export function price(order, key) {
  let tax;
  const make = () => order;
  const total = order.amount * tax;
//                             ^^^ quality/implicit-conversion: `tax` is `undefined`, which `*` cannot use
  const text = 'made: ' + make;
//                        ^^^^ quality/implicit-conversion: `make` is a function, which `+` cannot use
  const label = `Total ${tax}`;
//                       ^^^ quality/implicit-conversion: `tax` is `undefined`, which `${…}` cannot use
  const format = '%s items' % total;
//               ^^^^^^^^^^ quality/implicit-conversion: `'%s items'` is a string, which `%` cannot use
  if (key in 'abc') return text;
//           ^^^^^ quality/implicit-conversion: `'abc'` is a string, which `in` cannot use
  let count;
  count++;
//^^^^^ quality/implicit-conversion: `count` is `undefined`, which `++` cannot use
  tax = 3;
  const right = tax * 2 + order.amount;
  return [label, format, right, key in order, new Date() - order.date, order + key];
}
const half = (size) => {
  if (size > 3) return size / 2;
  return size;
};
export const shown = (size) => half(size) - 1;
