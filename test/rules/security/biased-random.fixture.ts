import crypto, { randomBytes } from 'node:crypto';

export const digit = crypto.randomBytes(1)[0]! % 10;
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/biased-random: `%` makes some values of these random bytes more likely
export const sum = randomBytes(1)[0]! + randomBytes(1)[0]!;
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/biased-random: `+` makes some values of these random bytes more likely
const characters = 'abcdefghjkmnpqrstuvwxyz';
export function password(length: number): string {
  const bytes = randomBytes(length);
  let text = '';
  for (const byte of bytes) text += characters[byte % 23];
//                                             ^^^^^^^^^ security/biased-random: `%` makes some values of these random bytes more likely
  return text;
}
export function digits(): number[] {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return [0, 1, 2].map((index) => Math.floor(bytes[index]! / 25.6));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/biased-random: `Math.floor` makes some values of these random bytes more likely
}

// Even, rejected, or not random.
export const even = randomBytes(1)[0]! % 8;
export const share = randomBytes(1)[0]! / 255;
export const larger = (randomBytes(1)[0]! << 8) + randomBytes(1)[0]!;
export function rejected(): number {
  const bytes = randomBytes(64);
  for (const byte of bytes) {
    if (byte < 250) return byte % 10;
  }
  return crypto.randomInt(10);
}
export const other = (bytes: Uint8Array) => bytes[0]! % 10;
export const word = randomBytes(4).readUInt32BE(0) % 10;
