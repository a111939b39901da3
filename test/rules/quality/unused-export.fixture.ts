// @file: package.json
{ "name": "shop", "main": "src/index.ts", "private": true }
// @file: src/index.ts
import { total } from './total';
import * as rates from './rates';
import { open } from './barrel';
export const run = () => [total([1]), rates, open];
// @file: src/total.ts
export const total = (prices: number[]) => sum(prices);
export function sum(prices: number[]) {
  return prices.length;
}
export const average = (prices: number[]) => prices.length / 2;
//           ^^^^^^^ quality/unused-export: Nothing uses the exported `average`
export interface Basket {
  total: number;
}
const [first, second] = [1, 2];
export { first, second as last };
//       ^^^^^ quality/unused-export: Nothing uses the exported `first`
//                        ^^^^ quality/unused-export: Nothing uses the exported `last`
// @file: src/rates.ts
export const winter = 1;
export const summer = 2;
// @file: src/barrel.ts
export * from './orders';
// @file: src/orders.ts
export const open = 1;
export const closed = 2;
//           ^^^^^^ quality/unused-export: Nothing uses the exported `closed`
