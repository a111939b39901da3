import express, { type NextFunction, type Request, type Response } from 'express';
import { limit, requireLogin, unknownFlag } from './guards.js';
const app = express();

app.use(/\/admin\/.*/, requireLogin);
//      ^^^^^^^^^^^^^ security/case-sensitive-route-guard: `/\/admin\/.*/` does not match the same path in capitals, which the route accepts
app.all(/\/shop\/(\d+)/, limit(10));
//      ^^^^^^^^^^^^^^^ security/case-sensitive-route-guard: `/\/shop\/(\d+)/` does not match the same path in capitals, which the route accepts
app.get(new RegExp('^/team(.*)?'), (req: Request, res: Response, next: NextFunction) => {
//      ^^^^^^^^^^^^^^^^^^^^^^^^^ security/case-sensitive-route-guard: `new RegExp('^/team(.*)?')` does not match the same path in capitals, which the route accepts
  if (req.params[0]) next();
});
app.use(/\/admin\/.*/i, requireLogin);
app.use(/\/.*/, requireLogin);
app.use(/\/pictures\//, express.static('pictures'));
app.get(/\/list/, (req, res) => {
  res.json(req.params);
});
app.get(new RegExp('^/flagged', unknownFlag()), (req: Request, res: Response, next: NextFunction) => next());
app.use('/admin', requireLogin);
