// @file: src/pages.ts
import express from 'express';
import escapeHtml from 'escape-html';

const app = express();

app.get('/concatenated', (req, res) => {
  res.send('<h1>' + req.query.name + '</h1>');
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/reflected-xss: HTML sent with request input `req.query.name`
});

app.get('/through-a-helper', (req, res) => {
  const page = layout(String(req.params.title));
  res.status(200).send(page);
//                     ^^^^ security/reflected-xss: HTML sent with request input `req.params.title`
});

app.get('/escaped', (req, res) => {
  res.send('<h1>' + escapeHtml(String(req.query.name)) + '</h1>');
});

app.get('/taken-out', (req, res) => {
  res.send('<h1>' + String(req.query.name).replace(/[<>&"]/g, '') + '</h1>');
});

app.get('/number', (req, res) => {
  res.send(`<b>${Number(req.query.page)}</b>`);
});

app.get('/json', (req, res) => {
  res.json({ name: req.query.name });
});

app.get('/whole-body', (req, res) => {
  res.send(req.body);
});

app.get('/plain', (req, res) => {
  res.type('text/plain');
  res.send('Hello ' + req.query.name);
});

app.get('/header', (req, res) => {
  res.send('<p>' + req.headers['user-agent'] + '</p>');
});

function layout(title: string): string {
  return `<title>${title}</title>`;
}

// @file: src/views.ts
import ejs from 'express';

const site = ejs();

site.get('/profile', (req, res) => {
  res.render('profile', {
    name: req.query.name,
    title: req.query.title,
//         ^^^^^^^^^^^^^^^ security/reflected-xss: HTML sent with request input `req.query.title`
    count: Number(req.query.count),
  });
});

site.get('/search', (req, res) => {
  const found = { words: [req.query.word], page: 1 };
  res.render('admin/search.ejs', { found });
//                                 ^^^^^ security/reflected-xss: HTML sent with request input `req.query.word`
});

site.get('/elsewhere', (req, res) => {
  res.render('unknown', { title: req.query.title });
});

// @file: views/profile.ejs
<h1><%- title %></h1><p><%= name %></p><i><%- count %></i>

// @file: views/admin/search.ejs
<% for (const word of found.words) { %><b><%- word %></b><% } %>
<%= found.page %>
