// @file: app.js
const vm = require('vm');
const mathjs = require('mathjs');
const app = require('express')();

app.get('/run', (req, res) => {
  eval('f(' + req.query.code + ')');
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/code-injection: Code built from request input `req.query.code`
  new Function('a', req.query.body);
//                  ^^^^^^^^^^^^^^ security/code-injection: Code built from request input `req.query.body`
  vm.runInNewContext(req.query.code, {});
//                   ^^^^^^^^^^^^^^ security/code-injection: Code built from request input `req.query.code`
  new vm.Script(`return ${req.query.code}`);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^ security/code-injection: Code built from request input `req.query.code`
  setTimeout('show(' + req.query.id + ')', 100);
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/code-injection: Code built from request input `req.query.id`
  res.json(mathjs.eval(req.query.sum));
//                     ^^^^^^^^^^^^^ security/code-injection: Code built from request input `req.query.sum`
});

app.get('/safe', (req, res) => {
  eval('1 + 1');
  setTimeout(() => show(req.query.id), 100);
  vm.runInNewContext('f(x)', { x: 1 });
  eval('f(' + Number(req.query.count) + ')');
  if (/^[0-9+*/ -]+$/.test(req.query.sum)) eval(req.query.sum);
  res.json(JSON.parse(req.query.value));
});
