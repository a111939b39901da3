// @file: src/app.ts
import express from 'express';
import session from 'express-session';
import bcrypt from 'bcrypt';
import { users } from './users.js';

const app = express();
app.use(session({ secret: process.env.SECRET ?? '', resave: false }));
app.post('/login', async (req, res) => {
  const user = await users.byName(req.body.name);
  if (!(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).end();
  req.session.userId = user.id;
//^^^^^^^^^^^^^^^^^^ security/session-fixation: `req.session.userId` logs in without a new session id
  req.session.isAdmin = user.isAdmin;
  return res.redirect('/');
});

// @file: src/callbacks.ts
import { Users } from './users.js';

export const login = (req, res, next) => {
  Users.findOne({ name: req.body.name }, (error, user) => {
    if (error) return next(error);
    if (user.password === req.body.password) {
      req.session.user = user;
//    ^^^^^^^^^^^^^^^^ security/session-fixation: `req.session.user` logs in without a new session id
      return res.redirect('/');
    }
    return res.render('login');
  });
};

export const query = async (req, res) => {
  const { name, password } = req.body;
  const user = await Users.findOne({ where: { name, password } });
  if (user) req.session.loggedIn = true;
//          ^^^^^^^^^^^^^^^^^^^^ security/session-fixation: `req.session.loggedIn` logs in without a new session id
  res.end();
};

// Logging out, settings and steps that check no password.
export const logout = (req, res) => {
  if (req.body.password === req.params.password) req.session.user = undefined;
  req.session.userId = null;
  req.session.loggedIn = false;
  res.end();
};
export const language = (req, res) => {
  if (req.body.password === req.session.password) req.session.language = req.body.language;
  res.end();
};
export const refresh = async (req, res) => {
  req.session.user = await Users.byId(req.session.userId);
  res.end();
};
export const signUp = (req, res) => {
  if (req.body.password !== req.body.confirmPassword) return res.status(400).end();
  req.session.user = Users.add(req.body);
  return res.end();
};
export const missing = (req, res) => {
  if (req.body.password === undefined || req.body.password === '') return res.status(400).end();
  req.session.user = req.body.name;
  return res.end();
};
export function remember(store, user, password) {
  if (user.password === password) store.session.user = user;
}

// @file: src/renewed.ts
import { Users } from './users.js';

export const login = async (req, res) => {
  const user = await Users.findOne({ name: req.body.name });
  if (user.password !== req.body.password) return res.status(401).end();
  return req.session.regenerate(() => {
    req.session.user = user;
    res.redirect('/');
  });
};

// @file: src/passport.ts
import { Users } from './users.js';

export const login = async (req, res, next) => {
  const user = await Users.findOne({ name: req.body.name });
  if (user.password !== req.body.password) return res.status(401).end();
  return req.logIn(user, (error) => {
    if (error) return next(error);
    req.session.user = user;
    return res.redirect('/');
  });
};

// @file: test/login.test.ts
export const login = (req, res) => {
  if (req.body.password === req.user.password) req.session.user = req.user;
  res.end();
};
