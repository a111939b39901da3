// @options {"minFanIn":2,"minShare":0.5,"minLines":2,"most":1}
// @file: src/rate.ts
export const rate = 1;
^ architecture/hub-file: 3 files import this large one
export const other = 2;
// @file: src/basket.ts
import { rate } from './rate';
import { theme } from './theme';
export const basket = rate + theme;
// @file: src/page.ts
import { rate } from './rate';
import { theme } from './theme';
export const page = rate + theme;
// @file: src/list.ts
import { rate } from './rate';
export const list = rate;
// @file: src/theme.ts
export const theme = 1;
export const dark = 2;
