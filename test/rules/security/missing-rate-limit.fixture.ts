import express from 'express';

const app = express();
app.post('/login', (req, res) => {
//       ^^^^^^^^ security/missing-rate-limit: Nothing limits how often `/login` can be tried
  res.json({ ok: check(req.body.name, req.body.password) });
});
const router = express.Router();
router.post('/api/reset-password', resetPassword);
//          ^^^^^^^^^^^^^^^^^^^^^ security/missing-rate-limit: Nothing limits how often `/api/reset-password` can be tried

// Routes that nobody gains from trying.
app.get('/login', (_req, res) => res.send('form'));
app.post('/orders', (req, res) => res.json({ id: req.body.id }));
function check(name: string, password: string): boolean {
  return name !== password;
}
function resetPassword(req: express.Request, res: express.Response): void {
  res.json({ sent: req.body.email });
}

// @file: src/limited.ts
import express from 'express';
import { rateLimit } from 'express-rate-limit';
const app = express();
app.use(rateLimit({ limit: 10 }));
app.post('/login', (req, res) => res.json({ password: req.body.password }));
