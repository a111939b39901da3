// @options {"minLines":2,"largest":3}
// @file: src/prices/rates.ts
export const rate = 1;
^ architecture/missing-notes: `src/prices` has 2 lines and neither a README nor a decision record
export const other = 2;
// @file: src/prices/CHANGELOG.md
First.
// @file: src/orders/orders.ts
export const orders = 1;
export const open = 2;
// @file: src/orders/README.md
Orders.
// @file: src/billing/billing.ts
export const billing = 1;
export const due = 2;
// @file: docs/adr/0001-billing-by-month.md
We bill by month.
// @file: src/small/small.ts
export const small = 1;
