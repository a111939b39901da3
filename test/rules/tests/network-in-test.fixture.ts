// @file: test/basket.test.ts
export {};
it('loads', async () => {
  await fetch('https://api.shop.io/orders');
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tests/network-in-test: This test calls `api.shop.io` over the network
  await fetch('https://example.com/orders');
  await fetch('http://localhost:3000/orders');
  await fetch('/orders');
});
// @file: test/mocked.test.ts
import nock from 'nock';
it('loads', async () => {
  nock('https://api.shop.io').get('/orders').reply(200);
  await fetch('https://api.shop.io/orders');
});
