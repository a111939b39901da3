// @file: src/catalogue.ts
import { stockOf } from './stock';
export const isAvailable = (sku: string): boolean => stockOf(sku) > 0;
export const titleOf = (sku: string): string => `Product ${sku}`;
// @file: src/stock.ts
import { titleOf } from './catalogue';
//                      ^^^^^^^^^^^^^ architecture/circular-dependency: Importing `./catalogue` here closes a circle of 2 files
export const stockOf = (sku: string): number => sku.length;
export const runningOut = (sku: string): string => titleOf(sku);
// @file: src/basket/basket.ts
import { priceOf } from './price';
export const total = (skus: string[]): number => skus.reduce((sum, sku) => sum + priceOf(sku), 0);
// @file: src/basket/price.ts
import { discountFor } from './discount';
export const priceOf = (sku: string): number => 10 - discountFor(sku);
// @file: src/basket/discount.ts
import type { Season } from './season';
import { seasonOf } from './season';
export const discountFor = (sku: string): number => (isWinter(seasonOf(sku)) ? 2 : 0);
const isWinter = (season: Season): boolean => season === 'winter';
// @file: src/basket/season.ts
import type { total } from './basket';
export type Season = 'winter' | 'summer';
export type Sum = ReturnType<typeof total>;
export const seasonOf = (sku: string): Season => (sku.length > 3 ? 'winter' : 'summer');
// @file: src/report/report.ts
export const report = async (): Promise<string> => {
  const { chart } = await import('./chart');
  return chart();
};
export const heading = 'Sales';
// @file: src/report/chart.ts
import { heading } from './report';
export const chart = (): string => heading;
// @file: src/models/customer.ts
import { Address } from './address';
export class Customer {
  addresses: Address[] = [new Address()];
}
// @file: src/models/address.ts
import { Customer } from './customer';
export class Address {
  owners = (): Customer[] => [new Customer()];
}
// @file: src/orders/order.ts
import { invoiceFor } from './invoice';
import { labelFor } from './label';
export const order = (id: string): string => invoiceFor(id) + labelFor(id);
export const numberOf = (id: string): string => id;
// @file: src/orders/invoice.ts
import { labelFor } from './label';
export const invoiceFor = (id: string): string => labelFor(id);
// @file: src/orders/label.ts
import { numberOf } from './order';
//                       ^^^^^^^^^ architecture/circular-dependency: Importing `./order` here closes a circle of 3 files
export const labelFor = (id: string): string => numberOf(id);
