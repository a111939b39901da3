// @file: src/files.ts
import fs from 'node:fs';
import path from 'node:path';
import express from 'express';

const app = express();
const root = path.resolve('reports');

app.get('/joined', (req, res) => {
  const file = path.join(root, String(req.query.name));
  fs.readFile(file, () => res.end());
//            ^^^^ security/path-traversal: File path built from request input `req.query.name`
});

app.get('/sent', (req, res) => {
  res.sendFile(req.params.name);
//             ^^^^^^^^^^^^^^^ security/path-traversal: File path built from request input `req.params.name`
});

app.get('/rooted', (req, res) => res.sendFile(req.params.name, { root }));

app.get('/base', (req, res) => {
  fs.readFile(path.join(root, path.basename(String(req.query.name))), () => res.end());
});

app.get('/checked', (req, res) => {
  const file = path.resolve(root, String(req.query.name));
  if (!file.startsWith(root + path.sep)) return void res.status(400).end();
  fs.readFile(file, () => res.end());
});

app.get('/no-dots', (req, res) => {
  const name = String(req.query.name);
  if (name.includes('..')) return void res.status(400).end();
  fs.readFile(path.join(root, name), () => res.end());
});

app.post('/upload', (req, res) => {
  fs.unlink(req.file.path, () => res.end());
});

app.get('/inside', (req, res) => {
  const file = path.join(root, String(req.query.name));
  if (!isPathInside(root, file)) return void res.status(400).end();
  fs.readFile(file, () => res.end());
});

function isPathInside(folder: string, file: string): boolean {
  return !path.relative(folder, file).startsWith('..');
}
