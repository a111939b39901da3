/* global tracker */
export function total(prices) {
  sum = 0;
//^^^ quality/undeclared-variable: `sum` is assigned without being declared, which makes it global
  for (const price of prices) sum += price;
  tracker = 1;
  location = 'x';
  for (key in prices) count(key);
//     ^^^ quality/undeclared-variable: `key` is assigned without being declared, which makes it global
  let own;
  own = 1;
  [own, first] = prices;
//      ^^^^^ quality/undeclared-variable: `first` is assigned without being declared, which makes it global
  return own;
}
