import createDebug from 'debug';
import type { Request } from 'express';

const debug = createDebug('shop');
const logger = { info: (...parts: unknown[]) => parts };

export function login(name: string, password: string, request: Request): void {
  console.log(password);
//            ^^^^^^^^ security/clear-text-logging: `console.log` writes `password` in clear text
  console.info(`${name}, ${password}`);
//             ^^^^^^^^^^^^^^^^^^^^^^ security/clear-text-logging: `console.info` writes `password` in clear text
  logger.info('login', { name, password });
//                     ^^^^^^^^^^^^^^^^^^ security/clear-text-logging: `logger.info` writes `password` in clear text
  debug('key ' + request.body.apiKey);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/clear-text-logging: `debug` writes `apiKey` in clear text
  const secret = password;
  console.warn('pw: ' + secret.toString());
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ security/clear-text-logging: `console.warn` writes `secret` in clear text
  const settings = { host: 'db', pass: password };
  console.log(settings);
//            ^^^^^^^^ security/clear-text-logging: `console.log` writes `password` in clear text
  console.log(settings.pass);
//            ^^^^^^^^^^^^^ security/clear-text-logging: `console.log` writes `password` in clear text
  show(request.body.password);
  console.log(process.env);
//            ^^^^^^^^^^^ security/clear-text-logging: `console.log` writes `process.env` in clear text
  console.error(JSON.stringify(process.env));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/clear-text-logging: `console.error` writes `process.env` in clear text
  console.log(password.replace(/\./g, '*'));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/clear-text-logging: `console.log` writes `password` in clear text
}
function show(text: string): void {
  console.log(text);
//            ^^^^ security/clear-text-logging: `console.log` writes `password` in clear text
}
const token = 'f8ed84e8f41e4146403dd4a6bbcea5e418d23a9';
console.log('token: ' + token);
//          ^^^^^^^^^^^^^^^^^ security/clear-text-logging: `console.log` writes `token` in clear text

// Names, lengths, hashes, masks, and logs of tests.
export function safe(name: string, password: string, passwordHash: string, tokens: string[]): void {
  console.log(name, password.length, tokens.length);
  console.log('Wrong password for ' + name);
  console.log(passwordHash);
  const hidden = hashPassword(password);
  console.log(hidden);
  console.log(password.replace(/./g, '*'));
  console.log(password ? 'given' : 'missing');
  console.log(process.env.PATH);
  if (process.env.NODE_ENV === 'test') console.log(password);
  const token = { kind: 'identifier' };
  console.log(token);
  const isPasswordValid = name !== password;
  console.log(isPasswordValid);
}
const messages = { password: 'Your password is too short' };
console.log(messages.password);
function hashPassword(text: string): string {
  return text.split('').reverse().join('');
}

// @file: src/cli/create-admin.ts
export const created = (password: string) => console.log(password);
