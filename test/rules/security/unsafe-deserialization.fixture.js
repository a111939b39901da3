// @file: app.js
const serialize = require('node-serialize');
const yaml = require('js-yaml');
const app = require('express')();

app.post('/profile', (req, res) => {
  serialize.unserialize(req.cookies.profile);
//                      ^^^^^^^^^^^^^^^^^^^ security/unsafe-deserialization: Objects made from request input `req.cookies.profile`
  yaml.load(req.body.text, { schema: yaml.DEFAULT_FULL_SCHEMA });
//          ^^^^^^^^^^^^^ security/unsafe-deserialization: Objects made from request input `req.body.text`
});

app.post('/safe', (req, res) => {
  yaml.load(req.body.text);
  yaml.load(req.body.text, { schema: yaml.FAILSAFE_SCHEMA });
  JSON.parse(req.cookies.profile);
  serialize.unserialize(defaults);
});
