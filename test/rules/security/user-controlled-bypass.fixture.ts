import type { Request, Response } from 'express';
declare const users: { all(): string[]; find(filter: object): string[] };

export function list(req: Request, res: Response): void {
  if (req.cookies.role === 'admin') res.json(users.all());
//    ^^^^^^^^^^^^^^^^ security/user-controlled-bypass: `req.cookies.role` decides who may do this, and the caller sets it
  if (req.query.admin) res.json(users.all());
//    ^^^^^^^^^^^^^^^ security/user-controlled-bypass: `req.query.admin` decides who may do this, and the caller sets it
  if (!req.cookies.isAdmin) {
//     ^^^^^^^^^^^^^^^^^^^ security/user-controlled-bypass: `req.cookies.isAdmin` decides who may do this, and the caller sets it
    res.status(403).end();
  }
  const address = req.headers['x-forwarded-for'];
  if (address === '10.0.0.1') res.json(users.all());
//    ^^^^^^^ security/user-controlled-bypass: `address` decides who may do this, and the caller sets it
}

export function fine(req: Request & { session: { role: string } }, res: Response): void {
  if (req.session.role === 'admin') res.json(users.all());
  if (req.signedCookies.role === 'admin') res.json(users.all());
  if (req.body.role === 'admin') res.status(400).end();
  if (req.query.role === 'admin') res.status(403).end();
  if (req.query.role) res.json(users.find({ role: req.query.role }));
  if (req.query.level === '3') res.json([]);
  if (req.query.view === 'admin') res.render('admin-help');
  if (req.headers['x-forwarded-for']) res.json([]);
  if (req.headers['x-forwarded-proto'] === 'https') res.json([]);
  if (req.cookies.theme === 'dark') res.json([]);
  if (req.cookies.role === 'guest') res.json([]);
}
