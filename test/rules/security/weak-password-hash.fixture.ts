import argon2 from 'argon2';
import bcrypt from 'bcryptjs';
import crypto, { createHash, pbkdf2Sync } from 'node:crypto';
import CryptoJS from 'crypto-js';
import md5 from 'md5';

export const stored = (password: string) => createHash('sha256').update(password).digest('hex');
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-password-hash: `update` protects a password with `sha256`, which is quick to try out
export const salted = (user: { salt: string; password: string }) =>
  crypto.createHash('sha512').update(user.salt + user.password).digest('base64');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-password-hash: `update` protects a password with `sha512`, which is quick to try out
export const quick = (pwd: string) => md5(pwd);
//                                    ^^^^^^^^ security/weak-password-hash: `md5` protects a password with `md5`, which is quick to try out
export const browser = (password: string) => CryptoJS.SHA1(password).toString();
//                                           ^^^^^^^^^^^^^^^^^^^^^^^ security/weak-password-hash: `SHA1` protects a password with `sha1`, which is quick to try out
export const written = (getPassword: () => string) => {
  const hash = createHash('sha1');
  hash.write(getPassword());
//^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-password-hash: `write` protects a password with `sha1`, which is quick to try out
  return hash;
};
export function store(user: { setPassword(text: string): void }, text: string): void {
  const digest = createHash('md5').update(text).digest('hex');
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-password-hash: `update` protects a password with `md5`, which is quick to try out
  user.setPassword(digest);
}
export const cheap = (password: string) => bcrypt.hashSync(password, 4);
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-password-hash: `hashSync` protects a password with `4`, which is quick to try out
export const salt = () => bcrypt.genSaltSync(8);
//                        ^^^^^^^^^^^^^^^^^^^^^ security/weak-password-hash: `genSaltSync` protects a password with `8`, which is quick to try out
export const few = (password: string, randomSalt: Buffer) => pbkdf2Sync(password, randomSalt, 1000, 32, 'sha256');
//                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-password-hash: `pbkdf2Sync` protects a password with `1000`, which is quick to try out
const settings = { type: argon2.argon2i, memoryCost: 2 ** 16 };
export const wrongKind = (password: string) => argon2.hash(password, settings);
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-password-hash: `hash` protects a password with `argon2i`, which is quick to try out
export const smallScrypt = (password: string, randomSalt: Buffer) => crypto.scryptSync(password, randomSalt, 64, { N: 1024 });
//                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-password-hash: `scryptSync` protects a password with `1024`, which is quick to try out

// Costs of today, and hashes of what is no password.
export const good = (password: string) => bcrypt.hash(password, 12);
export const byDefault = (password: string) => bcrypt.hashSync(password);
export const rounds = (password: string, count: number) => bcrypt.hash(password, count);
export const strong = (password: string) => argon2.hash(password, { type: argon2.argon2id, memoryCost: 65536 });
export const many = (password: string, randomSalt: Buffer) => pbkdf2Sync(password, randomSalt, 600_000, 32, 'sha256');
export const etag = (body: string) => createHash('sha1').update(body).digest('base64');
export const file = (content: Buffer) => md5(content);
export const tokenDigest = (passwordResetToken: string) => createHash('sha256').update(passwordResetToken).digest('hex');

// @file: src/leaked.ts
import { createHash } from 'node:crypto';
export async function isLeaked(password: string): Promise<boolean> {
  const start = createHash('sha1').update(password).digest('hex').slice(0, 5);
  const answer = await fetch(`https://api.pwnedpasswords.com/range/${start}`);
  return (await answer.text()).includes(start);
}

// @file: src/prepared.ts
import { createHash } from 'node:crypto';
import argon from 'argon2';
export const prepared = (password: string) => argon.hash(createHash('sha512').update(password).digest('hex'));
