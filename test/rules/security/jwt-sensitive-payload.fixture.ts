import jwt from 'jsonwebtoken';

export const whole = (user: object, key: string) => jwt.sign(user, key, { expiresIn: '1h' });
//                                                           ^^^^ security/jwt-sensitive-payload: `user` is readable by everyone who holds this token
export const copied = (user: { toObject(): object }, key: string) => jwt.sign(user.toObject(), key);
//                                                                            ^^^^^^^^^^^^^^^ security/jwt-sensitive-payload: `user` is readable by everyone who holds this token
export const password = (name: string, hash: string, key: string) => jwt.sign({ name, password: hash }, key);
//                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^ security/jwt-sensitive-payload: `password` is readable by everyone who holds this token

// Chosen fields, and payloads whose fields are made elsewhere.
export const good = (user: { id: string }, key: string) => jwt.sign({ sub: user.id }, key);
export const built = (payload: object, key: string) => jwt.sign(payload, key);
export function named(account: { id: string }, key: string) {
  const user = { id: account.id };
  return jwt.sign(user, key);
}
