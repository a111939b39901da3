import express from 'express';
const app = express();
const allowed = new Set(['https://shop.example.com', 'https://admin.example.com']);

app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', req.headers.origin);
//                                          ^^^^^^^^^^^^^^^^^^ security/cors-origin-from-request: Allowed origin taken from request input `req.headers.origin`
  res.header('Access-Control-Allow-Credentials', 'true');
  next();
});

app.get('/prices', (req, res) => {
  res.setHeader('Access-Control-Allow-Origin', String(req.query.from));
//                                             ^^^^^^^^^^^^^^^^^^^^^^ security/cors-origin-from-request: Allowed origin taken from request input `req.query.from`
  res.end();
});

// An origin that stands on a list, and one that is fixed.
app.get('/stock', (req, res) => {
  const { origin } = req.headers;
  if (origin && allowed.has(origin)) res.setHeader('Access-Control-Allow-Origin', origin);
  res.end();
});
app.get('/open', (_req, res) => {
  res.setHeader('Access-Control-Allow-Origin', 'https://shop.example.com');
  res.end();
});
