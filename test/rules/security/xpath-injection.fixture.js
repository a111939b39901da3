// @file: app.js
const xpath = require('xpath');
const app = require('express')();

app.get('/home', (req, res) => {
  xpath.parse("//user[name='" + req.query.name + "']");
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/xpath-injection: XPath expression built from request input `req.query.name`
  res.json(xpath.select(`//user[@id='${req.params.id}']`, document));
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/xpath-injection: XPath expression built from request input `req.params.id`
});

app.get('/safe', (req, res) => {
  xpath.parse('//user[name=$name]').evaluateString({ variables: { name: req.query.name } });
  res.json(xpath.select(`//user[${Number(req.params.id)}]`, document));
});
