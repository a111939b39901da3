// @file: src/redirects.ts
import express from 'express';

const app = express();
const targets = ['/home', '/account'];

app.get('/any', (req, res) => {
  res.redirect(req.query.to as string);
//             ^^^^^^^^^^^^^^^^^^^^^^ security/open-redirect: Redirect to an address from request input `req.query.to`
});

app.get('/status', (req, res) => {
  res.redirect(302, `https://${req.params.host}/start`);
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/open-redirect: Redirect to an address from request input `req.params.host`
});

app.get('/header', (req, res) => {
  res.setHeader('Location', String(req.query.to));
//                          ^^^^^^^^^^^^^^^^^^^^ security/open-redirect: Redirect to an address from request input `req.query.to`
  res.status(302).end();
});

app.get('/slash', (req, res) => {
  res.redirect('/' + req.query.to);
//             ^^^^^^^^^^^^^^^^^^ security/open-redirect: Redirect to an address from request input `req.query.to`
});

app.get('/own-path', (req, res) => res.redirect('/users/' + req.query.id));
app.get('/own-host', (req, res) => res.redirect(`https://shop.example.com/${req.query.page}`));
app.get('/own-origin', (req, res) => res.redirect(`${process.env.APP_URL}/done?id=${req.query.id}`));
app.get('/query', (req, res) => res.redirect('?page=' + req.query.page));

app.get('/listed', (req, res) => {
  const to = String(req.query.to);
  if (targets.includes(to)) res.redirect(to);
});

app.get('/prefix', (req, res) => {
  const to = String(req.query.to);
  if (to.startsWith('https://shop.example.com/')) res.redirect(to);
});
