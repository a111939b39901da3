import express from 'express';
import { expressjwt } from 'express-jwt';
import jwt from 'jsonwebtoken';
import simple from 'jwt-simple';
import jwtDecode from 'jwt-decode';
import { JWK, JWT } from 'jose';

export const subject = (token: string) => jwt.decode(token)?.sub;
//                                        ^^^^^^^^^^^^^^^^^ security/jwt-not-verified: `jwt.decode` believes a token without checking its signature
export const unsigned = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['HS256', 'none'] });
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/jwt-not-verified: `jwt.verify` accepts tokens without a signature
export const expired = (token: string, key: string) => jwt.verify(token, key, { ignoreExpiration: true });
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/jwt-not-verified: `jwt.verify` accepts tokens that have expired
export const empty = (token: string) => jwt.verify(token, '');
//                                      ^^^^^^^^^^^^^^^^^^^^^ security/jwt-not-verified: `jwt.verify` checks the token with an empty key
export const trusting = (token: string, key: string) => simple.decode(token, key, true);
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/jwt-not-verified: `simple.decode` believes a token without checking its signature
export const withoutKey = (token: string) => (JWT as any).verify(token, (JWK as any).None);
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/jwt-not-verified: `JWT.verify` accepts tokens without a signature
express().use(expressjwt({ secret: process.env.SECRET!, algorithms: ['none' as any] }));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/jwt-not-verified: `expressjwt` accepts tokens without a signature

// Verified, or read for what needs no trust.
export const good = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['HS256'] });
export function byKeyId(token: string, keys: Map<string, string>) {
  const header = jwt.decode(token, { complete: true })?.header;
  return jwt.verify(token, keys.get(header?.kid ?? '') ?? '');
}
export function twice(token: string, key: string) {
  const claims = jwt.decode(token);
  jwt.verify(token, key);
  return claims;
}
export const mayRenew = (token: string) => jwt.decode(token).exp;
export const name = (token: string) => jwtDecode(token);
export const strict = (token: string, key: string) => simple.decode(token, key, false);
export const decoder = { decode: (text: string) => text };
export const text = decoder.decode('abc');
express().use(expressjwt({ secret: process.env.SECRET!, algorithms: ['RS256'] }));
export const renew = (passport: { authenticate(kind: string, done: () => unknown): unknown }, token: string) =>
  passport.authenticate('jwt', () => jwt.decode(token));

export function logIn(params: { id_token: string }) {
  return jwt.decode(params.id_token);
}
