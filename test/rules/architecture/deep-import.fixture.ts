// @file: packages/shop/package.json
{ "name": "shop" }
// @file: packages/prices/package.json
{ "name": "prices" }
// @file: packages/prices/src/rates.ts
export const rate = 1;
export type Rate = number;
// @file: packages/prices/src/sum.ts
import { rate } from './rates';
export const sum = rate;
// @file: packages/shop/src/basket.ts
import { rate } from '../../prices/src/rates';
//                   ^^^^^^^^^^^^^^^^^^^^^^^^ architecture/deep-import: `../../prices/src/rates` reaches into the package `prices` past its entrance
import type { Rate } from '../../prices/src/rates';
import { theme } from './theme';
export const total: Rate = rate + theme;
// @file: packages/shop/src/theme.ts
export const theme = 1;
// @file: packages/shop/test/basket.test.ts
import { rate } from '../../prices/src/rates';
console.log(rate);
