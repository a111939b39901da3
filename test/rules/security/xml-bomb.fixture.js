// @file: app.js
const expat = require('node-expat');
const xml2json = require('xml2json');
const sax = require('sax');
const app = require('express')();

app.post('/orders', (req, res) => {
  const parser = new expat.Parser('UTF-8');
  parser.write(req.body);
//             ^^^^^^^^ security/xml-bomb: Entities expanded without bound in request input `req.body`
  let text = '';
  req.on('data', (part) => (text += part));
  req.on('end', () => res.json(xml2json.toJson(text)));
//                                             ^^^^ security/xml-bomb: Entities expanded without bound in request input `part`
});

app.post('/safe', (req, res) => {
  sax.parser(true).write(req.body).close();
  new expat.Parser('UTF-8').write('<a/>');
});
