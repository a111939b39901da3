// @options {"largeLines": 2, "minLines": 2}
// @file: src/payment/charge.ts
export const charge = (amount: number): number =>
^ tests/untested-source: 2 lines of code that no test reaches
  amount > 0 ? amount : 0;
// @file: src/payment/refund.ts
export const refund = (amount: number): number =>
  amount > 0 ? -amount : 0;
// @file: src/payment/limits.ts
import { refund } from './refund';
export const limit = (amount: number): number =>
  amount > 9 ? refund(9) : amount;
// @file: src/payment/rates.ts
export const rates = [1, 2];
export const taxes = [3];
// @file: src/stock/index.ts
export * from './shelf';
// @file: src/stock/shelf/index.ts
export { take } from './take';
// @file: src/stock/shelf/take.ts
import { count } from './count';
export const take = (amount: number): number =>
  amount > 0 ? count(amount) : 0;
// @file: src/stock/shelf/count.ts
export const count = (amount: number): number =>
  amount > 9 ? amount - 1 : amount;
// @file: test/warehouse.spec.ts
import { take } from '../src/stock';
if (take(3) !== 3) throw new Error('wrong');
// @file: src/label.ts
export const label = (amount: number): string =>
^ tests/untested-source: 2 lines of code that no test reaches
  amount > 0 ? 'paid' : 'open';
// @file: test/limits.spec.ts
import { limit } from '../src/payment/limits';
if (limit(3) !== 3) throw new Error('wrong');
// @file: packages/links/package.json
{ "name": "@shop/links" }
// @file: packages/links/src/index.ts
export * from './open';
// @file: packages/links/src/open.ts
export const open = (amount: number): number =>
  amount > 0 ? amount : 0;
// @file: packages/web/test/pages.test.ts
import { open } from '@shop/links';
console.log(open(1));
// @file: old/round.js
exports.round = (amount) =>
  amount > 0 ? amount : 0;
// @file: old/round.d.ts
export declare function round(amount: number): number;
// @file: old/test/all.test.js
const { round } = require('../round');
console.log(round(1));
