import { Router, type Request, type Response } from 'express';
import { database, selectRows, type OrderRow } from '../database';

export const ordersRouter = Router();

function orderFilter(customer: string, status: string): string {
  return `customer = '${customer}' AND status = '${status}'`;
}

ordersRouter.get('/', async (req: Request, res: Response) => {
  const filter = orderFilter(String(req.query.customer), String(req.query.status));
  const [orders] = await database.query(`SELECT * FROM orders WHERE ${filter} ORDER BY id DESC`);
  res.json(orders);
});

ordersRouter.get('/:id', async (req: Request, res: Response) => {
  const orders = await selectRows<OrderRow>('SELECT * FROM orders WHERE id = ?', [req.params.id]);
  if (orders.length === 0) {
    res.status(404).json({ error: 'No such order.' });
    return;
  }
  res.json(orders[0]);
});

ordersRouter.post('/:id/ship', async (req: Request, res: Response) => {
  const id = Number(req.params.id);
  await database.query(`UPDATE orders SET status = 'shipped' WHERE id = ${id}`);
  res.status(204).end();
});
