// @file: src/proxy.ts
import http from 'node:http';
import axios from 'axios';
import express from 'express';

const app = express();
const hosts = ['api.example.com'];

app.get('/whole', async (req, res) => {
  await fetch(String(req.query.url));
//            ^^^^^^^^^^^^^^^^^^^^^ security/server-side-request-forgery: Request to an address from request input `req.query.url`
  res.end();
});

app.get('/host', async (req, res) => {
  await axios.get(`https://${req.query.host}/status`);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/server-side-request-forgery: Request to an address from request input `req.query.host`
  res.end();
});

app.get('/options', (req, res) => {
  http.get({ hostname: req.params.host, path: '/' }, () => res.end());
//                     ^^^^^^^^^^^^^^^ security/server-side-request-forgery: Request to an address from request input `req.params.host`
});

app.get('/path-only', async (req, res) => {
  await axios.get('https://api.example.com/users/' + req.query.id);
  await axios.post('https://api.example.com/users', { name: req.body.name });
  await fetch(`${process.env.API_URL}/users/${req.params.id}`);
  res.end();
});

app.get('/listed', async (req, res) => {
  const host = String(req.query.host);
  if (hosts.includes(host)) await fetch(`https://${host}/status`);
  res.end();
});

app.get('/request', async (req, res) => {
  const request = new Request(String(req.query.address), { method: 'HEAD' });
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^ security/server-side-request-forgery: Request to an address from request input `req.query.address`
  await fetch(request);
  res.end();
});

app.get('/not-sent', (req, res) => {
  res.json(new Request(`https://${req.headers.host}${req.url}`));
});
