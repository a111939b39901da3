// @file: app.js
const chalk = require('chalk');
const winston = require('winston');
const log = winston.createLogger({});
const app = require('express')();

app.post('/login', (req, res) => {
  console.log(`login of ${req.body.user}`);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/log-injection: Log entry written with request input `req.body.user`
  console.info('login of', req.body.user);
//                         ^^^^^^^^^^^^^ security/log-injection: Log entry written with request input `req.body.user`
  log.warn('failed: ' + req.query.user);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/log-injection: Log entry written with request input `req.query.user`
  console.log(chalk.red.underline(req.body.user));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/log-injection: Log entry written with request input `req.body.user`
  res.end();
});

app.post('/safe', (req, res) => {
  console.log('login of ' + JSON.stringify(req.body.user));
  console.log('login of ' + req.body.user.replace(/[\r\n]/g, ''));
  console.log('login of ' + encodeURIComponent(req.body.user));
  console.log('count', Number(req.query.count), req.body.user.length);
  Math.log(req.query.count);
  res.end();
});

app.get('/address', (req, res) => {
  console.log('not found: ' + req.originalUrl);
  console.log('not found: ' + req.url, req.path);
  res.end();
});

app.post('/sent-address', (req, res) => {
  console.log('bookmark: ' + req.body.url);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/log-injection: Log entry written with request input `req.body.url`
  console.log('file: ' + req.query.path);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^ security/log-injection: Log entry written with request input `req.query.path`
  res.end();
});

app.get('/decoded-address', (req, res) => {
  console.log('not found: ' + decodeURIComponent(req.originalUrl));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/log-injection: Log entry written with request input `req.originalUrl`
  res.end();
});

// @file: plain.js
const http = require('node:http');
http.createServer((req, res) => {
  console.log('asked for ' + req.url);
  res.end();
});

// @file: service.js
const fastify = require('fastify')();
fastify.get('/', async (request) => {
  console.log('asked for ' + request.url, request.originalUrl, request.raw.url);
  return {};
});
