// @file: src/server.ts
import escapeHtml from 'escape-html';
import express from 'express';
import mongoose from 'mongoose';
import mysql from 'mysql';
import { PrismaClient } from '@prisma/client';

const app = express();
const connection = mysql.createConnection({});
const Comment = mongoose.model('Comment', new mongoose.Schema({ text: String }));
const prisma = new PrismaClient();

app.get('/callback', (req, res) => {
  connection.query('SELECT name FROM users', (error, users) => {
    res.send(`<h1>${users[0].name}</h1>`);
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/stored-xss: HTML made from database content `users`
  });
});

app.get('/documents', async (req, res) => {
  const comments = await Comment.find({}).limit(10);
  const items = comments.map((comment) => '<li>' + comment.text + '</li>');
  res.send(items.join(''));
//         ^^^^^^^^^^^^^^ security/stored-xss: HTML made from database content `Comment.find({}).limit(10)`
});

app.get('/exec', (req, res) => {
  Comment.findOne({}).exec((error, comment) => res.send('<p>' + comment.text + '</p>'));
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/stored-xss: HTML made from database content `comment`
});

app.get('/client', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: 1 } });
  res.send('<b>' + user.name + '</b>');
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^ security/stored-xss: HTML made from database content `prisma.user.findUnique({ where: { id: 1 } })`
});

app.get('/escaped', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: 1 } });
  res.send('<b>' + escapeHtml(user.name) + '</b>');
});

app.get('/json', async (req, res) => {
  res.json(await Comment.find({}));
});

app.get('/number', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: 1 } });
  res.send(`<b>${Number(user.age)}</b><i>${user.friends.length}</i>`);
});

app.get('/stored-as-html', async (req, res) => {
  const page = await prisma.page.findFirst();
  res.send(page.bodyHtml);
});

app.get('/path', async (req, res) => {
  const file = await prisma.file.findFirst();
  res.sendFile(file.path);
});

// @file: src/page.ts
const list = document.getElementById('comments')!;

async function load(): Promise<void> {
  const response = await fetch('/comments');
  const comments = await response.json();
  for (const comment of comments) {
    list.innerHTML += '<li>' + comment.text + '</li>';
//  ^^^^^^^^^^^^^^ security/stored-xss: HTML made from server response `response.json()`
  }
  list.textContent = comments[0].text;
}

fetch('/user')
  .then((response) => response.json())
  .then((user) => {
    list.insertAdjacentHTML('beforeend', `<b>${user.name}</b>`);
//                                       ^^^^^^^^^^^^^^^^^^^^^ security/stored-xss: HTML made from server response `response.json()`
  });

fetch('/fragment')
  .then((response) => response.text())
  .then((fragment) => {
    list.innerHTML = fragment;
  });

void load();
