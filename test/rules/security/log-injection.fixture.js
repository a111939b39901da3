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
  res.end();
});

app.get('/decoded-address', (req, res) => {
  console.log('not found: ' + decodeURIComponent(req.originalUrl));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/log-injection: Log entry written with request input `req.originalUrl`
  res.end();
});
