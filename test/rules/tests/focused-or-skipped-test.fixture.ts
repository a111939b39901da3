// @file: test/basket.test.ts
export {};

describe('a shop', () => {
  it.only('adds up', () => {});
//^^^^^^^ tests/focused-or-skipped-test: `it.only` leaves out every test but “adds up”
  describe.only('a basket', () => {
//^^^^^^^^^^^^^ tests/focused-or-skipped-test: `describe.only` leaves out every test but “a basket”
    fit('is empty', () => {});
//  ^^^ tests/focused-or-skipped-test: `fit` leaves out every test but “is empty”
    xit('has a sum', () => {});
//  ^^^ tests/focused-or-skipped-test: `xit` switches the test “has a sum” off
    it.skip('has a currency', () => {});
//  ^^^^^^^ tests/focused-or-skipped-test: `it.skip` switches the test “has a currency” off
    test.concurrent.only('is fast', async () => {});
//  ^^^^^^^^^^^^^^^^^^^^ tests/focused-or-skipped-test: `test.concurrent.only` leaves out every test but “is fast”
    it.only.each([1, 2])('takes %i', () => {});
//  ^^^^^^^^^^^^ tests/focused-or-skipped-test: `it.only.each` leaves out every test but “takes %i”
  });
  xdescribe('prices', () => {});
//^^^^^^^^^ tests/focused-or-skipped-test: `xdescribe` switches the test “prices” off
  fdescribe(`discounts`, () => {});
//^^^^^^^^^ tests/focused-or-skipped-test: `fdescribe` leaves out every test but “discounts”
});
describe('stock', () => {
  it('counts', function () {
    this.skip();
//  ^^^^^^^^^ tests/focused-or-skipped-test: `this.skip` switches the test off
  });
  it('counts on Linux', function () {
    if (process.platform !== 'linux') this.skip();
    expect(1).toBe(1);
  });
  // The old scales cannot weigh less than a gram
  it.skip('weighs feathers', () => {});
  // Nuts
  it.skip('weighs nuts', () => {});
//^^^^^^^ tests/focused-or-skipped-test: `it.skip` switches the test “weighs nuts” off
  it.todo('counts twice');
  it('counts slowly');
  it.each([1, 2])('counts %i', () => {});
});

// Run-time conditions decide for themselves
test.skipIf(process.platform === 'win32')('links', () => {});
const itOnLinux = process.platform === 'linux' ? it : it.skip;
itOnLinux('mounts', () => {});
if (!process.env.DATABASE) {
  describe.skip('with a database', () => {});
}
// @file: test/checkout.spec.ts
import { test } from '@playwright/test';

test.skip(({ browserName }) => browserName === 'firefox', 'No wallet there');
test('pays', async ({ page, browserName }) => {
  test.skip(browserName === 'webkit', 'No wallet there');
  await page.goto('/');
});
test('pays by card', async () => {
  test.skip();
//^^^^^^^^^ tests/focused-or-skipped-test: `test.skip` switches the test off
});
test('pays by bank', async () => {
  test.skip(true, 'The bank is down');
//^^^^^^^^^ tests/focused-or-skipped-test: `test.skip` switches the test off
});
test.describe('wallets', () => {
  test.fixme('pays later', async () => {});
//^^^^^^^^^^ tests/focused-or-skipped-test: `test.fixme` switches the test “pays later” off
  test.describe.only('open', () => {});
//^^^^^^^^^^^^^^^^^^ tests/focused-or-skipped-test: `test.describe.only` leaves out every test but “open”
});
// @file: src/orders-check.ts
import { describe, it } from 'node:test';

describe('orders', () => {
  it('ship', { only: true }, () => {});
//             ^^^^^^^^^^ tests/focused-or-skipped-test: `only` leaves out every test but “ship”
  it('return', { skip: 'The carrier changed' }, () => {});
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ tests/focused-or-skipped-test: `skip` switches the test “return” off
  it('arrive', { skip: false, timeout: 10 }, () => {});
  it('arrive in summer', { skip: process.platform === 'win32' }, () => {});
});
// @file: src/curve.ts
// Not a test: `fit` fits a curve here
function fit(points: number[], model: () => number): number {
  return points.length * model();
}
fit([1, 2], () => 3);
// @file: test/curve.test.ts
import { fit } from 'curve-fitting';
it('fits', () => {
  fit('linear', () => 3);
});
