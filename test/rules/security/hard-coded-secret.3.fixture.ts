import { createHmac } from 'node:crypto';
import CryptoJS from 'crypto-js';
import jose from 'jose';
import * as jsonwebtoken from 'jsonwebtoken';
import mysql from 'mysql2';
import { Strategy as JwtStrategy } from 'passport-jwt';
import session from 'express-session';

const { JWK, JWT } = jose as any;
const signingText = 'our little word';
export const signed = (payload: object) => jsonwebtoken.sign(payload, signingText);
//                                                                    ^^^^^^^^^^^ security/hard-coded-secret: Value of `jsonwebtoken.sign` `our …` is written in the code
export const asKey = (payload: object) => JWT.sign(payload, JWK.asKey('three words here'));
//                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: Value of `JWT.sign` `thre…` is written in the code
const bytes = Buffer.from('pepper and salt', 'utf8');
export const digest = (text: string) => createHmac('sha256', bytes).update(text).digest('hex');
//                                                           ^^^^^ security/hard-coded-secret: Value of `createHmac` `pepp…` is written in the code
export const locked = (text: string) => CryptoJS.AES.encrypt(text, 'open sesame');
//                                                                 ^^^^^^^^^^^^^ security/hard-coded-secret: Value of `CryptoJS.AES.encrypt` `ope…` is written in the code
const word = 'a';
export const sessions = session({ secret: word, resave: false });
//                                        ^^^^ security/hard-coded-secret: Value of `secret` `…` is written in the code
export const strategy = new JwtStrategy({ jwtFromRequest: () => '', secretOrKey: process.env.KEY || 'fallback' }, () => undefined);
//                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: Value of `secretOrKey` `fa…` is written in the code
export const database = mysql.createPool({ host: 'db', user: 'shop', password: 'winter' });
//                                                                             ^^^^^^^^ security/hard-coded-secret: Value of `password` `wi…` is written in the code

// Read from outside, or no secret.
export const good = (payload: object) => jsonwebtoken.sign(payload, process.env.JWT_SECRET!);
export const given = (payload: object, key: string) => jsonwebtoken.sign(payload, key);
const publicText = 'hello';
export const plain = (text: string) => text + publicText;
export const decoded = (token: string) => jsonwebtoken.decode(token, { json: true });

// @file: test/token.test.ts
import jwt from 'jsonwebtoken';
const key = 'made up for this test';
export const tested = jwt.sign({ sub: '1' }, key);
