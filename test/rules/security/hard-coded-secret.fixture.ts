import crypto from 'node:crypto';
import session from 'express-session';
import jwt from 'jsonwebtoken';

export const connection = { host: 'localhost', port: 3306, username: 'root', password: 'root' };
//                                                                                     ^^^^^^ security/hard-coded-secret: Value of `password` `r…` is written in the code

export const admin = { email: 'admin@shop.internal', password: 'WinterRose' };
//                                                             ^^^^^^^^^^^^ security/hard-coded-secret: Value of `password` `Win…` is written in the code

export const sessions = session({ secret: 'keyboard cat', resave: false });
//                                        ^^^^^^^^^^^^^^ security/hard-coded-secret: Value of `secret` `keyb…` is written in the code

export function sign(payload: object): string {
  return jwt.sign(payload, 'our little secret');
//                         ^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: Value of `jwt.sign` `our …` is written in the code
}

export const apiKey = '9f86d081884c7d659a2feaa0c55ad015';
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: Value of `apiKey` `9f86…` is written in the code

export class Client {
  private readonly clientSecret = process.env.CLIENT_SECRET ?? 'q7Zk2Lw9-Xv4Tn8Rb1';
//                                                             ^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: Value of `clientSecret` `q7Zk…` is written in the code
}

export const digest = crypto.createHmac('sha256', 'pepper and salt').update('x').digest('hex');
//                                                ^^^^^^^^^^^^^^^^^ security/hard-coded-secret: Value of `crypto.createHmac` `pepp…` is written in the code

export const database = 'postgres://shop:Tr0ub4dor@db.internal:5432/shop';
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: Password in an address `Tr0…` is written in the code

export const dbPassword = 'Summer2024!';
//                        ^^^^^^^^^^^^^ security/hard-coded-secret: Value of `dbPassword` `Sum…` is written in the code

// Documented examples, placeholders, look-ups and labels.
export const documented = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
export const template = { password: '<your password>', apiKey: 'YOUR_API_KEY', token: 'xxxxxxxxxxxxxxxx' };
export const fromEnvironment = { password: process.env.PASSWORD, secret: process.env['SECRET'] };
export const labels = { username: 'Name', password: 'Passwort', token: 'Enter the token you got by mail' };
export const errors = { password: 'auth.errors.password', invalidToken: 'That token is not valid any more' };
export const rules = { username: 'required', password: 'required|min:8' };
export const passwordField = 'login-password';
export const tokenType = 'Bearer a1b2c3d4e5f6g7';
export const storageKey = 'shop-session-v2-7f3a';
export const API_KEY_HEADER = 'x-api-key';
export const secretName = 'projects/shop/secrets/db-1';
export const accessToken = 'accessToken';
export const local = 'postgres://postgres:postgres@localhost:5432/test';
export const documentedAddress = 'https://user:password@example.com/path';
export const passwordColor = '#a1b2c3';
export const tokens = [{ token: 'identifier' }, { token: 'string.quoted' }];
export const password = '';
export const PASSWORD_RESET_EVENT = 'PASSWORD_RESET_2';
export const csrfToken = 'a8f5f167f44f4964e6c998dee827110c';
export const publicKey = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE';
export const firebase = { apiKey: 'AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q', authDomain: 'shop.web.app', projectId: 'shop' };
export const integrity = 'sha512-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
type Options = { password: 'plain' | 'hashed' };
export const options: Options = { password: 'hashed' };
export const query = "update users set password = 'x' where id = 1";

// @file: test/login.test.ts
export const credentials = { username: 'admin', password: 'Secr3t-Pass' };
export const leaked = { token: ['ghp', 'q1W2e3R4t5Y6u7I8o9P0a1S2d3F4g5H6j7K8'].join('_') };
