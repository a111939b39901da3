export function isOurs(url: string, origin: string, response: { body: string }) {
  if (url.match(/https?:\/\/shop\.com/)) return true;
//              ^^^^^^^^^^^^^^^^^^^^^^ security/loose-host-regex: `shop.com` may stand anywhere in the address, such as behind `?`
  if (url.match('^https?://shop.com')) return true;
//              ^^^^^^^^^^^^^^^^^^^^ security/loose-host-regex: `shop.com` may go on, as in `shop.com.evil.example`
  if (/^https:\/\/www.shop\.com\//.test(url)) return true;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/loose-host-regex: A dot of `www.shop.com` accepts any character, hence other hosts
  if (new RegExp('https?://shop\\.com').test(url)) return true;
//               ^^^^^^^^^^^^^^^^^^^^^ security/loose-host-regex: `shop.com` may stand anywhere in the address, such as behind `?`
  if (/^https:\/\/shop\.com$/.test(origin)) return true;
  if (/^https:\/\/shop\.com\//.test(url)) return true;
  if (/^https:\/\/(www\.)?shop\.com(:\d+)?$/.test(origin)) return true;
  const [, id] = /https:\/\/video\.com\/(\d+)/.exec(url) ?? [];
  const link = url.replace(/https?:\/\/shop.com/, '');
  if (/Visit us at shop|\.com/.test(response.body)) return true;
  return /\.commit$/.test(url) && id === link;
}
export const allowedOrigins = [/https:\/\/shop\.com/, /^https:\/\/shop\.com$/];
//                             ^^^^^^^^^^^^^^^^^^^^^ security/loose-host-regex: `shop.com` may stand anywhere in the address, such as behind `?`
export const embeds = [/video\.com\/(\d+)/];
describe('origins', () => {
  const answers = (origin: string) => /https:\/\/shop\.com$/.test(origin);
  return answers;
});
declare function describe(name: string, body: () => unknown): void;
