// @file: package.json
{ "name": "shop", "main": "src/index.ts", "scripts": { "report": "node tools/monthly.js" } }
// @file: src/index.ts
import { total } from './total';
import './startup';
console.log(total([1, 2]), new URL('./icon-loader.ts', import.meta.url));
// @file: src/total.ts
export const total = (prices: number[]) => prices.length;
// @file: src/startup.ts
console.log('started');
// @file: src/icon-loader.ts
console.log('loaded by a path');
// @file: src/former-total.ts
export const formerTotal = (prices: number[]) => prices.length;
^^^^^^ quality/unused-file: Nothing imports or names `src/former-total.ts`
// @file: tools/monthly.js
console.log('named by a script');
// @file: src/pages/basket.ts
export const page = 'loaded by its place';
// @file: src/listen.ts
import { total } from './total';
console.log('a file without exports is started by somebody', total([]));
// @file: test/helper.ts
export const helper = 'not production';
