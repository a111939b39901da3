import express from 'express';
import http from 'node:http';
const app = express();

app.get('/theme', (req, res) => {
  res.setHeader('X-Theme', String(req.query.theme));
//                         ^^^^^^^^^^^^^^^^^^^^^^^ security/header-injection: Response header set from request input `req.query.theme`
  res.end();
});

http.createServer((req, res) => {
  res.writeHead(200, { 'X-Asked': req.url ?? '' });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/header-injection: Response header set from request input `req.url`
  res.end();
});

// Numbers, values of a list, and fixed text.
app.get('/fine', (req, res) => {
  res.setHeader('X-Page', Number(req.query.page));
  const theme = String(req.query.theme);
  if (['dark', 'light'].includes(theme)) res.setHeader('X-Theme', theme);
  res.setHeader('X-Shop', 'harbour');
  res.end();
});
