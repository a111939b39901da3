import cookieParser from 'cookie-parser';
import express from 'express';
import session from 'express-session';

export function unprotected(): void {
  const app = express();
  app.use(cookieParser());
//        ^^^^^^^^^^^^^^ security/missing-csrf-protection: Routes behind `cookieParser` change data by cookie without a check against forged requests
  app.post('/email', (req, res) => res.json({ user: req.cookies.user, email: req.body.email }));
}
export function bySession(): void {
  const app = express();
  app.use(session({ secret: process.env.SECRET! }));
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/missing-csrf-protection: Routes behind `session` change data by cookie without a check against forged requests
  app.delete('/account', (req, res) => {
    res.json({ gone: (req as any).session.user });
  });
}

// Checked, bound to this site, or without changes by cookie.
export function checked(): void {
  const app = express();
  app.use(cookieParser());
  app.use(csrfProtection);
  app.post('/email', (req, res) => res.json({ user: req.cookies.user }));
}
export function sameSite(): void {
  const app = express();
  app.use(session({ secret: process.env.SECRET!, cookie: { sameSite: 'lax' } }));
  app.post('/email', (req, res) => res.json({ user: (req as any).session.user }));
}
export function reading(): void {
  const app = express();
  app.use(cookieParser());
  app.get('/email', (req, res) => res.json({ user: req.cookies.user }));
  app.post('/hook', (req, res) => res.json({ kind: req.body.kind }));
}
export function perRoute(): void {
  const app = express();
  app.use(cookieParser());
  app.post('/email', csrfProtection, (req, res) => res.json({ user: req.cookies.user }));
}
function csrfProtection(_req: express.Request, _res: express.Response, next: express.NextFunction): void {
  next();
}
