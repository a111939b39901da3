import crypto, { createHash, createSign } from 'node:crypto';
import md5 from 'md5';
import type { Request } from 'express';

export const resetToken = (login: string) => createHash('md5').update(login).digest('hex');
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-hash: MD5 is broken and must not protect `resetToken`
export const mayReset = (request: Request) => request.query.token === md5(String(request.query.login));
//                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-hash: MD5 is broken and must not protect `token`
export const hidden = (apiKey: string) => crypto.createHash('sha1').update(apiKey).digest('hex');
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-hash: SHA1 is broken and must not protect `apiKey`
export const signature = (text: string, key: string) => createSign('RSA-SHA1').update(text).sign(key);
//                                                      ^^^^^^^^^^^^^^^^^^^^^^ security/weak-hash: SHA1 is broken and must not protect `signature`
export const digest = async (clientSecret: BufferSource) => crypto.subtle.digest('SHA-1', clientSecret);
//                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/weak-hash: SHA1 is broken and must not protect `clientSecret`

// Names of content, and hashes without known collisions.
export const etag = (body: string) => createHash('sha1').update(body).digest('base64');
export const avatar = (email: string) => `https://www.gravatar.com/avatar/${md5(email.trim())}`;
export const constraintName = (columns: string[]) => `FK_${createHash('sha1').update(columns.join('_')).digest('hex')}`;
export const safeToken = (login: string, apiKey: string) => createHash('sha256').update(login + apiKey).digest('hex');
export const otp = (secret: string, counter: Buffer) => crypto.createHmac('sha1', secret).update(counter).digest();
export const goodSignature = (text: string, key: string) => createSign('RSA-SHA256').update(text).sign(key);
export const cacheKey = (url: string) => md5(url);
