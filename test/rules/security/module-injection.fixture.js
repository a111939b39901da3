// @file: app.js
const app = require('express')();

app.get('/report', async (req, res) => {
  require('./reports/' + req.query.name);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/module-injection: Loaded by request input `req.query.name`
  await import(req.query.plugin);
//             ^^^^^^^^^^^^^^^^ security/module-injection: Loaded by request input `req.query.plugin`
  res.render('pages/' + req.query.page);
//           ^^^^^^^^^^^^^^^^^^^^^^^^^ security/module-injection: Loaded by request input `req.query.page`
});

app.get('/safe', (req, res) => {
  require('./reports/sales');
  if (['sales', 'stock'].includes(req.query.name)) require('./reports/' + req.query.name);
  res.render('page', { name: req.query.page });
});
