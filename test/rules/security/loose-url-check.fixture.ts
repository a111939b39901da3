const site = 'https://shop.com';
export const contains = (url: string) => url.includes('shop.com');
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^ security/loose-url-check: `includes` accepts other hosts than `shop.com`
export const found = (origin: string) => origin.indexOf('https://shop.com') >= 0;
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/loose-url-check: `indexOf` accepts other hosts than `https://shop.com`
export const begins = (redirectUrl: string) => redirectUrl.startsWith(site);
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/loose-url-check: `startsWith` accepts other hosts than `https://shop.com`
export const ends = (request: { hostname: string }) => request.hostname.endsWith('shop.com');
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/loose-url-check: `endsWith` accepts other hosts than `shop.com`
export const dotted = (host: string) => host.endsWith('.shop.com');
export const held = (url: string) => url.startsWith('https://shop.com/');
export const parsed = (url: string) => new URL(url).host === 'shop.com';
export const listed = (allowed: string[], host: string) => allowed.includes(host);
export const text = (note: string) => note.includes('shop.com');
export const position = (url: string) => url.slice(url.indexOf('shop.com'));
export const file = (url: string) => url.endsWith('index.html');
test('follows the redirect', (t: { true(value: boolean): void }) => {
  const request = { url: 'https://shop.com/' };
  t.true(request.url.includes('shop.com'));
});
declare function test(name: string, body: (t: { true(value: boolean): void }) => void): void;
