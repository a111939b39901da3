import crypto, { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

export function isGenuine(body: string, signature: string, key: string): boolean {
  const expected = createHmac('sha256', key).update(body).digest('hex');
  return signature === expected;
//       ^^^^^^^^^^^^^^^^^^^^^^ security/timing-unsafe-comparison: `HMAC` is compared in a time that tells how much was right
}
export const prefixed = (body: string, given: string, key: string) =>
  `sha256=${crypto.createHmac('sha256', key).update(body).digest('hex')}` !== given;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/timing-unsafe-comparison: `HMAC` is compared in a time that tells how much was right
export const byKey = (req: Request) => req.headers['x-api-key'] === process.env.API_KEY;
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/timing-unsafe-comparison: `API_KEY` is compared in a time that tells how much was right

// Safe comparisons, and values that are no secret.
export const good = (body: string, signature: Buffer, key: string) =>
  timingSafeEqual(createHmac('sha256', key).update(body).digest(), signature);
export const hasKey = () => process.env.API_KEY === undefined;
export const isTest = (req: Request) => req.query.mode === process.env.MODE;
export const etag = (body: string, known: string) => crypto.createHash('sha256').update(body).digest('hex') === known;
export const isSet = (password: string, again: string) => password === again;
