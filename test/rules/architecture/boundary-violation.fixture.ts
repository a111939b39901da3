// @options {"allowTypes":true,"layers":[{"name":"pages","paths":["src/pages/**"],"mayImport":["domain"]},{"name":"domain","paths":["src/domain/**"],"mayImport":["data"]},{"name":"data","paths":["src/data/**"]}]}
// @file: src/pages/basket.ts
import { total } from '../domain/total';
import { load } from '../data/load';
//                   ^^^^^^^^^^^^^^ architecture/boundary-violation: Layer `pages` may not import `../data/load` of layer `data`
import type { Row } from '../data/load';
import { format } from '../format';
export const basket = (): string => format(total(load() as Row[]));
// @file: src/domain/total.ts
import { load } from '../data/load';
import { half } from './half';
export const total = (rows: object[]): number => half(rows.length + load().length);
// @file: src/domain/half.ts
export const half = (value: number): number => value / 2;
// @file: src/data/load.ts
import { basket } from '../pages/basket';
//                     ^^^^^^^^^^^^^^^^^ architecture/boundary-violation: Layer `data` may not import `../pages/basket` of layer `pages`
export type Row = { title: string };
export const load = (): Row[] => [{ title: basket() }];
// @file: src/format.ts
import { half } from './domain/half';
export const format = (value: number): string => String(half(value));
