import { Router } from 'express';
import { ensureLoggedIn, isAdmin, orders, owners } from './parts.ts';

const router = Router();
router.get('/orders', orders.list);
router.post('/orders', ensureLoggedIn, orders.create);
router.put('/orders/:id', ensureLoggedIn, orders.update);
router.patch('/orders/:id', [ensureLoggedIn, isAdmin], orders.patch);
router.post('/orders/:id/items', ensureLoggedIn, orders.addItem);
router.delete('/orders/:id', orders.remove);
//            ^^^^^^^^^^^^^ security/missing-authentication: `/orders/:id` changes data without the login check that 4 routes beside it have
router.post('/login', orders.login);
router.post('/webhooks/pay', orders.paid);
router.post('/carts', owners.only, orders.cart);
router.put('/me', (req, res) => res.json(orders.rename(req.session.user, req.body.name)));

// @file: src/fastify.ts
import fastify from 'fastify';
const app = fastify();
app.post('/a', { preHandler: [app.authenticate] }, save);
app.put('/b', { onRequest: app.authenticate }, save);
app.delete('/c', { preHandler: app.authenticate }, save);
app.patch('/d', { schema: {} }, save);
//        ^^^^ security/missing-authentication: `/d` changes data without the login check that 3 routes beside it have
function save(): void {}

// @file: src/covered.ts
import { Router } from 'express';
import { requireAuth, save } from './parts.ts';
const router = Router();
router.use(requireAuth);
router.post('/a', requireAuth, save);
router.put('/b', requireAuth, save);
router.patch('/b', requireAuth, save);
router.delete('/c', save);

// @file: src/mixed.ts
import { Router } from 'express';
import { requireAuth, save } from './parts.ts';
const router = Router();
router.post('/a', requireAuth, save);
router.put('/b', requireAuth, save);
router.patch('/b', requireAuth, save);
router.delete('/c', save);
router.post('/d', save);

// @file: src/few.ts
import { Router } from 'express';
import { requireAuth, save } from './parts.ts';
const router = Router();
router.post('/a', requireAuth, save);
router.delete('/c', save);

// @file: src/limits.ts
import { Router } from 'express';
import { rateLimit, parseUser, save } from './parts.ts';
const router = Router();
router.post('/a', rateLimit, save);
router.put('/b', rateLimit, save);
router.patch('/b', parseUser, save);
router.delete('/c', save);
