import crypto, { randomFillSync } from 'node:crypto';
import CryptoJS from 'crypto-js';

const zeros = Buffer.alloc(16);
export const fromZeros = (key: Buffer) => crypto.createCipheriv('aes-256-cbc', key, zeros);
//                                                                                  ^^^^^ security/static-iv: `createCipheriv` always uses the same IV
export const fromText = (key: Buffer) => crypto.createCipheriv('aes-256-cbc', key, '1234567890123456');
//                                                                                 ^^^^^^^^^^^^^^^^^^ security/static-iv: `createCipheriv` always uses the same IV
const ivText = 'a1b2c3d4e5f6a7b8';
export const fromConstant = (key: Buffer) => crypto.createCipheriv('aes-256-gcm', key, Buffer.from(ivText, 'utf8'));
//                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/static-iv: `createCipheriv` always uses the same IV
export const salted = (password: string) => crypto.scryptSync(password, 'salt', 32);
//                                                                      ^^^^^^ security/static-iv: `scryptSync` always uses the same salt
export const web = (key: CryptoKey, data: BufferSource) =>
  crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) }, key, data);
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/static-iv: `encrypt` always uses the same IV
export const browser = (text: string, key: any) =>
  CryptoJS.AES.encrypt(text, key, { iv: CryptoJS.enc.Hex.parse('00000000000000000000000000000000') });
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/static-iv: `encrypt` always uses the same IV

// Drawn at random, filled later, given, or for reading.
export function good(key: Buffer) {
  const iv = crypto.randomBytes(12);
  return crypto.createCipheriv('aes-256-gcm', key, iv);
}
export function filled(key: Buffer) {
  const iv = Buffer.alloc(12);
  randomFillSync(iv);
  return crypto.createCipheriv('aes-256-gcm', key, iv);
}
export const given = (key: Buffer, iv: Buffer) => crypto.createCipheriv('aes-256-gcm', key, iv);
export const reading = (key: Buffer) => crypto.createDecipheriv('aes-256-cbc', key, zeros);
export const withoutIv = (key: Buffer) => crypto.createCipheriv('aes-256-ecb', key, '');
export const ownSalt = (password: string, salt: Buffer) => crypto.scryptSync(password, salt, 32);
