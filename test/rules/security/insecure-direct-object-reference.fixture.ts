// @file: src/orders.ts
import express from 'express';
import { isAuthenticated, requireAdmin } from './auth';
import { Order, Product, prisma } from './models';

const app = express();

app.get('/orders/:id', isAuthenticated, async (req, res) => {
  res.json(await Order.findById(req.params.id));
//                              ^^^^^^^^^^^^^ security/insecure-direct-object-reference: `Order.findById` takes `req.params.id`; nothing here asks whose record it is
});

app.delete('/orders/:id', isAuthenticated, async (req, res) => {
  await Order.deleteOne({ _id: req.params.id });
//                             ^^^^^^^^^^^^^ security/insecure-direct-object-reference: `Order.deleteOne` takes `req.params.id`; nothing here asks whose record it is
  res.sendStatus(204);
});

app.put('/addresses', isAuthenticated, async (req, res) => {
  const { addressId } = req.body;
  await prisma.address.update({ where: { id: addressId }, data: { street: String(req.body.street) } });
//                                     ^^^^^^^^^^^^^^^^^ security/insecure-direct-object-reference: `prisma.address.update` takes `req.body.addressId`; nothing here asks whose record it is
  res.sendStatus(204);
});

app.get('/mine/:id', isAuthenticated, async (req, res) => {
  res.json(await Order.findOne({ _id: req.params.id, owner: req.user.id }));
});

app.get('/checked/:id', isAuthenticated, async (req, res) => {
  const order = await Order.findById(req.params.id);
  if (order.customer !== req.user.id) return res.sendStatus(404);
  return res.json(order);
});

app.get('/staff/orders/:id', requireAdmin, async (req, res) => {
  res.json(await Order.findById(req.params.id));
});

app.get('/products/:id', isAuthenticated, async (req, res) => {
  res.json(await Product.findById(req.params.id));
});

app.get('/open/:id', async (req, res) => {
  res.json(await Order.findById(req.params.id));
});
