import express from 'express';
const app = express();
let customer;
let settings;
let count = 0;
app.get('/orders', async (req, res) => {
  customer = await customers.load(req.session.id);
//^^^^^^^^ quality/shared-request-state: `customer` is shared by all requests and gets the data of this one
  settings = await loadSettings();
  count += 1;
  let own = req.query.page;
  own = req.query.size;
  res.json([customer, settings, count, own]);
});
app.get('/pages', async (req, res) => {
  const { id } = req.session;
  const found = await customers.load(id);
  customer = found;
//^^^^^^^^ quality/shared-request-state: `customer` is shared by all requests and gets the data of this one
  res.json(found);
});
export function start(options) {
  settings = options;
}
