// @file: src/login.ts
import bcrypt from 'bcrypt';
import basicAuth from 'express-basic-auth';
import { prisma, User } from './models.js';

export function isAllowed(username: string, password: string) {
  return username === 'admin' && password === 'admin';
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/default-credentials: The password of `admin` is one that everybody tries first
}
export function login(req, res) {
  if (req.body.password == '123456' && req.body.user == 'root') res.json({ ok: true });
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/default-credentials: The password of `root` is one that everybody tries first
}
export async function setUp() {
  await User.create({ email: 'admin@shop.eu', password: 'changeme' });
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/default-credentials: The password of `admin@shop.eu` is one that everybody tries first
  const password = await bcrypt.hash('admin123', 10);
  await prisma.user.create({ data: { username: 'admin', password } });
  await prisma.user.create({ data: { username: 'admin', password: await bcrypt.hash('admin123', 10) } });
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/default-credentials: The password of `admin` is one that everybody tries first
  return new User({ name: 'root', password: 'root' });
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/default-credentials: The password of `root` is one that everybody tries first
}
export const guard = basicAuth({ users: { admin: 'admin', clerk: 'clerk' } });
//                                        ^^^^^^^^^^^^^^ security/default-credentials: The password of `admin` is one that everybody tries first

// Other accounts, other values, hints, connections, and what is only for development.
export function others(username: string, password: string, role: string) {
  if (username === 'admin' && password === process.env.ADMIN_PASSWORD) return 1;
  if (username === 'admin' && role === 'admin') return 2;
  if (username === 'admin' || password === 'admin') return 3;
  if (username === 'guest' && password === 'guest') return 4;
  if (username === 'admin' && password === 'kR3-vex-77-lamp') return 5;
  if (process.env.NODE_ENV !== 'production' && username === 'admin' && password === 'admin') return 6;
  return username !== 'admin' && password !== 'admin' ? 7 : 8;
}
export const placeholder = { username: 'admin', password: 'admin' };
export const labels = { name: 'admin', password: 'password' };
export const fields = [{ name: 'root', password: 'root' }];
connect({ user: 'root', password: 'root' });
createConnection({ user: 'root', password: 'root' });
export async function seed() {
  if (process.env.NODE_ENV === 'development') await User.create({ username: 'admin', password: 'admin' });
  await User.create({ username: 'admin', password: process.env.ADMIN_PASSWORD });
  await User.create({ username: 'admin', role: 'admin' });
}
export async function seedDevelopment() {
  await User.create({ username: 'admin', password: 'admin' });
}
export const open = basicAuth({ users: { admin: process.env.ADMIN_PASSWORD } });
declare function connect(options: object): void;
declare function createConnection(options: object): void;

// @file: test/users.test.ts
import { User } from '../src/models.js';
User.create({ username: 'admin', password: 'admin' });

// @file: src/demo/users.ts
import { User } from '../models.js';
User.create({ username: 'admin', password: 'admin' });
