import { randomBytes } from 'node:crypto';

export const sessionId = Math.random().toString(36).slice(2);
//                       ^^^^^^^^^^^^^ security/weak-random: `Math.random` makes `sessionId`, which must not be guessable

export function generatePassword(length: number): string {
  const characters = 'abcdefghjkmnpqrstuvwxyz23456789';
  let result = '';
  for (let index = 0; index < length; index++) {
    result += characters.charAt(Math.floor(Math.random() * characters.length));
//                                         ^^^^^^^^^^^^^ security/weak-random: `Math.random` makes `generatePassword`, which must not be guessable
  }
  return result;
}

export const makeToken = () => Math.random().toString(16);
//                             ^^^^^^^^^^^^^ security/weak-random: `Math.random` makes `makeToken`, which must not be guessable

export const user = { name: 'guest', password: Math.random().toString(32) };
//                                             ^^^^^^^^^^^^^ security/weak-random: `Math.random` makes `password`, which must not be guessable

export class Mailer {
  private resetCode = '';
  prepare(): void {
    this.resetCode = `${Math.floor(Math.random() * 1_000_000)}`;
//                                 ^^^^^^^^^^^^^ security/weak-random: `Math.random` makes `resetCode`, which must not be guessable
  }
}

export const apiKey = Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
//                                                                ^^^^^^^^^^^^^ security/weak-random: `Math.random` makes `apiKey`, which must not be guessable

export const otp = String(Math.floor(100000 + Math.random() * 900000));
//                                            ^^^^^^^^^^^^^ security/weak-random: `Math.random` makes `otp`, which must not be guessable

// What follows needs no secrecy, or is made well.
export const safeToken = randomBytes(32).toString('hex');
export const retryDelayMs = 100 + Math.random() * 50;
export const shuffled = ['a', 'b'].sort(() => Math.random() - 0.5);
export const elementId = `chart-${Math.random().toString(36).slice(2)}`;
export const tokenCount = Math.floor(Math.random() * 10);
export const maxTokens = Math.random() * 4000;
export const isHeads = Math.random() < 0.5;
export const password = Math.random() < 0.5 ? readPassword('first') : readPassword('second');
export function pickTokenColor(): string {
  return ['red', 'blue'][Math.floor(Math.random() * 2)] ?? 'red';
}
export function createToken(): string {
  const jitter = Math.random() * 10;
  setTimeout(() => undefined, jitter);
  return safeToken;
}
function readPassword(which: string): string {
  return process.env[which] ?? '';
}
