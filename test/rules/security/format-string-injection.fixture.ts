import express from 'express';
import util from 'node:util';
const app = express();

app.post('/login', (req, res) => {
  console.log('Refused ' + req.body.name, req.ip);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^ security/format-string-injection: Format of `console.log` made of request input `req.body.name`
  const line = util.format(`${req.body.name} %s`, req.ip);
//                         ^^^^^^^^^^^^^^^^^^^^^ security/format-string-injection: Format of `util.format` made of request input `req.body.name`
  console.log('Refused %s from %s', req.body.name, req.ip);
  console.log('Refused ' + req.body.name);
  res.send(line);
});
