// @file: src/app.ts
import express from 'express';
import session from 'cookie-session';
import bcrypt from 'bcrypt';
import { users } from './users.js';

// The session lives in the signed cookie: there is no id to plant.
const app = express();
app.use(session({ secret: process.env.SECRET ?? '' }));
app.post('/login', async (req, res) => {
  const user = await users.byName(req.body.name);
  if (!(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).end();
  req.session.userId = user.id;
  return res.redirect('/');
});
