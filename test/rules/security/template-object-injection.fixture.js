// @file: app.js
const app = require('express')();

app.post('/profile', (req, res) => {
  res.render('profile', req.body);
//                      ^^^^^^^^ security/template-object-injection: Settings of the view overridden by request input `req.body`
  const values = req.query.values;
  res.render('profile', values);
//                      ^^^^^^ security/template-object-injection: Settings of the view overridden by request input `req.query.values`
});

app.post('/safe', (req, res) => {
  res.render('profile', { name: req.body.name, all: req.body });
  res.render('profile', String(req.query.values));
});
