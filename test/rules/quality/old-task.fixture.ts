// @options {"minWithoutHistory":2}
// @file: src/fees.ts
// TODO round the fee
// ^^^^^^^^^^^^^^^^^^ quality/old-task: 2 open tasks in this file
export const fee = 1;
export const text = 'TODO';
/* FIXME: the country
   decides */
export const country = 'FR';
// @file: src/rates.ts
// TODO once a day
export const rate = 1;
export const TODO = 'XXX';
