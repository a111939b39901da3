// @file: src/server.ts
import express from 'express';
import { trimmed } from './text.js';

const app = express();
const tag = /<[^>]*class="[^"]*">/;
const trailing = /\s+$/;

app.get('/', (req, res) => {
  const name = String(req.query.name);
  res.json([
    name.replace(/\s+$/, ''),
//               ^^^^^^ security/polynomial-regex: `\s+$` takes long on request input `req.query.name` with many `"\t"`
    tag.test(name),
    trimmed(name),
    name.replace(/^\s+/, ''),
    name.split(/,/),
    /^\d+$/.test(name),
    'constant  '.replace(/\n+$/, ''),
  ]);
});

export const clean = (text: string) => text.replace(trailing, '');

// @file: src/text.ts
const blanks = /[ \t]+$/gm;
//             ^^^^^^^^^^^ security/polynomial-regex: `[ \t]+$` takes long on request input `req.query.name` with many `"\t"`
export function trimmed(text: string) {
  return text.replace(blanks, '');
}
