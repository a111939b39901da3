// @options {"minGap":0.2,"minDependents":2}
// @file: src/core/money.ts
import { label } from '../pages/label';
//                    ^^^^^^^^^^^^^^^^ architecture/unstable-dependency: `src/core` (instability 33 %) depends on `src/pages` (67 %), which is free to change
export const money = label;
// @file: src/pages/label.ts
import { theme } from '../theme/theme';
import { words } from '../words/words';
export const label = theme + words;
// @file: src/theme/theme.ts
export const theme = 'dark';
// @file: src/words/words.ts
export const words = 'Shop';
// @file: src/basket/basket.ts
import { money } from '../core/money';
export const basket = money;
// @file: src/orders/orders.ts
import { money } from '../core/money';
import { basket } from '../basket/basket';
export const orders = money + basket;
