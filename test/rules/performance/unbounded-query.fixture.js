import express from 'express';
const app = express();
app.get('/orders', async (req, res) => {
  const all = await prisma.order.findMany();
//                  ^^^^^^^^^^^^^^^^^^^^^ performance/unbounded-query: `prisma.order.findMany` reads the whole table at each request
  const sorted = await Order.findAll({ order: ['date'] });
//                     ^^^^^^^^^^^^^ performance/unbounded-query: `Order.findAll` reads the whole table at each request
  const found = await Order.find({}).sort('date');
//                    ^^^^^^^^^^ performance/unbounded-query: `Order.find` reads the whole table at each request
  const rows = await db.query('SELECT id, title FROM orders ORDER BY date');
//                   ^^^^^^^^ performance/unbounded-query: `db.query` reads the whole table at each request
  res.json([all, sorted, found, rows]);
});
app.get('/fine', async (req, res) => {
  res.json([
    await prisma.order.findMany({ where: { id: req.query.id } }),
    await prisma.order.findMany({ take: 20 }),
    await prisma.country.findMany(),
    await Order.find({}).limit(20),
    await Order.find({ customer: req.query.id }),
    await Order.findAll(options),
    await db.query('SELECT id FROM orders WHERE id = $1', [req.query.id]),
    await db.query('SELECT count(*) FROM orders'),
    await db.query('SELECT id FROM orders LIMIT 10'),
    lines.find((line) => line.id === req.query.id),
  ]);
});
export async function report() {
  return prisma.order.findMany();
}
