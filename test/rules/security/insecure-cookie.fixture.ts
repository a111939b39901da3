import cookie from 'cookie';
import session from 'express-session';
import cookieSession from 'cookie-session';
import type { Response } from 'express';

export const withoutCookie = session({ secret: process.env.SECRET! });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `session` is not protected by Secure
export const clear = session({ secret: process.env.SECRET!, cookie: { secure: false } });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `session` is not protected by Secure
const settings = { secret: process.env.SECRET!, cookie: { secure: true, httpOnly: true } };
settings.cookie.httpOnly = false;
export const readable = session(settings);
//                      ^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `session` is not protected by HttpOnly
export const simple = cookieSession({ keys: [process.env.KEY!], httpOnly: false });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `session` is not protected by HttpOnly

export function login(response: Response, token: string): void {
  response.cookie('auth_token', token);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `auth_token` is not protected by Secure, HttpOnly
  response.cookie('sessionId', token, { httpOnly: true });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `sessionId` is not protected by Secure
  const options = { secure: true, httpOnly: false };
  response.status(200).cookie('jwt', token, options);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `jwt` is not protected by HttpOnly
  response.cookie('access_token', token, { secure: true, httpOnly: true, sameSite: 'none' });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `access_token` is not protected by SameSite
  response.setHeader('Set-Cookie', `session=${token}; Path=/`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `session` is not protected by Secure, HttpOnly
  response.setHeader('Set-Cookie', ['theme=dark', 'authToken=' + token + '; Secure']);
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `authToken` is not protected by HttpOnly
  response.setHeader('Set-Cookie', cookie.serialize('sid', token));
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `sid` is not protected by Secure, HttpOnly
  document.cookie = 'authToken=' + token;
//                  ^^^^^^^^^^^^^^^^^^^^ security/insecure-cookie: Cookie `authToken` is not protected by Secure
}

// Protected, decided elsewhere, taken away, or no login.
export const good = session({ secret: process.env.SECRET!, cookie: { secure: true, sameSite: 'lax' } });
export const byEnvironment = session({ secret: process.env.SECRET!, cookie: { secure: process.env.NODE_ENV === 'production' } });
export const given = (options: session.SessionOptions) => session(options);
export const automatic = cookieSession({ keys: [process.env.KEY!] });
export function logout(response: Response, options: object, token: string): void {
  response.cookie('theme', 'dark');
  response.cookie('csrf_token', token, { secure: true });
  response.cookie('auth_token', '', { maxAge: 0 });
  response.clearCookie('auth_token');
  response.cookie('auth_token', token, options);
  response.cookie('auth_token', token, { ...options, httpOnly: true });
  response.cookie('auth_token', token, { secure: true, httpOnly: true, sameSite: 'strict' });
  response.setHeader('Set-Cookie', `session=${token}; Secure; HttpOnly`);
  document.cookie = 'language=fr';
}
