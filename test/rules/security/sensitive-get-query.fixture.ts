import express from 'express';

const app = express();
app.get('/login', (req, res) => {
  const password = req.query.password;
//                 ^^^^^^^^^^^^^^^^^^ security/sensitive-get-query: `password` is read from the address of a GET request
  res.json({ password });
});
app.get('/change', (req, res) => {
  const newPassword = req.param('word');
//                    ^^^^^^^^^^^^^^^^^ security/sensitive-get-query: `newPassword` is read from the address of a GET request
  res.json({ ok: newPassword });
});
app.get('/pay', ({ query }, res) => {
  res.json(pay(query.cardNumber));
//             ^^^^^^^^^^^^^^^^ security/sensitive-get-query: `cardNumber` is read from the address of a GET request
});

// Bodies, other fields, and other methods.
app.post('/login', (req, res) => {
  const password = req.body.password;
  res.json({ password });
});
app.get('/users', (req, res) => {
  res.json({ name: req.query.username, page: req.query.page });
});
app.post('/reset', (req, res) => {
  res.json({ password: req.query.password });
});
function pay(card: unknown): unknown {
  return card;
}
