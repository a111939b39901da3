// @file: app.js
const ldap = require('ldapjs');
const client = ldap.createClient({ url: 'ldap://localhost' });
const app = require('express')();

app.get('/people', (req, res) => {
  const options = { filter: `(cn=${req.query.name})` };
//                          ^^^^^^^^^^^^^^^^^^^^^^^^ security/ldap-injection: LDAP query built from request input `req.query.name`
  client.search('o=example', options, () => {});
  client.search(`ou=${req.query.unit},o=example`, {}, () => {});
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/ldap-injection: LDAP query built from request input `req.query.unit`
  const filter = ldap.parseFilter(`(cn=${req.query.name})`);
  client.search('o=example', { filter: filter }, () => {});
//                                     ^^^^^^ security/ldap-injection: LDAP query built from request input `req.query.name`
});

app.get('/safe', (req, res) => {
  const filter = new ldap.EqualityFilter({ attribute: 'cn', value: req.query.name });
  client.search('o=example', { filter }, () => {});
  client.search('o=example', { filter: `(uid=${parseInt(req.query.id, 10)})` }, () => {});
  index.search('o=example', { filter: req.query.name });
});
