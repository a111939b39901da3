// @file: app.js
const pug = require('pug');
const handlebars = require('handlebars');
const _ = require('lodash');
const nunjucks = require('nunjucks');
const app = require('express')();

app.get('/page', (req, res) => {
  res.send(pug.render(req.query.page));
//                    ^^^^^^^^^^^^^^ security/template-injection: Template built from request input `req.query.page`
  handlebars.compile('Hello ' + req.query.name);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^ security/template-injection: Template built from request input `req.query.name`
  _.template(req.body.text);
//           ^^^^^^^^^^^^^ security/template-injection: Template built from request input `req.body.text`
  nunjucks.renderString(`Hello ${req.query.name}`, {});
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^ security/template-injection: Template built from request input `req.query.name`
});

app.get('/safe', (req, res) => {
  handlebars.compile('Hello {{name}}')({ name: req.query.name });
  nunjucks.renderString('Hello {{ name }}', { name: req.query.name });
  _.template('Hello <%= name %>')({ name: req.query.name });
});
