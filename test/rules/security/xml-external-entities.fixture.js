// @file: app.js
const libxml = require('libxmljs');
const app = require('express')();

app.post('/orders', (req, res) => {
  libxml.parseXml(req.body, { noent: true });
//                ^^^^^^^^ security/xml-external-entities: External entities resolved in request input `req.body`
  libxml.parseXmlString(req.files.orders.data.toString('utf8'), { noent: true, noblanks: true });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/xml-external-entities: External entities resolved in uploaded file `req.files.orders.data`
  new libxml.SaxPushParser().push(req.body.xml);
//                                ^^^^^^^^^^^^ security/xml-external-entities: External entities resolved in request input `req.body.xml`
});

app.post('/safe', (req, res) => {
  libxml.parseXml(req.body);
  libxml.parseXml(req.body, { noent: false });
  libxml.parseXml('<a/>', { noent: true });
});
