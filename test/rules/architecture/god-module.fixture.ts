// @options {"minLines":3,"minFanIn":2,"minFanOut":1,"minExports":3}
// @file: src/shop.ts
import { rate } from './rate';
^ architecture/god-module: 6 lines and 3 public names that 2 files import, and 1 imports of its own
export class Shop {
  price() { return rate; }
  #own() {}
}
export const title = () => 'Shop', name = 'shop';
// @file: src/rate.ts
export const rate = 1;
// @file: src/basket.ts
import { Shop } from './shop';
export const basket = new Shop();
// @file: src/page.ts
import { title } from './shop';
export const page = title;
// @file: test/shop.test.ts
import { Shop } from '../src/shop';
import { rate } from '../src/rate';
console.log(Shop, rate);
