// @file: src/server/shop.ts
import { execSync, spawn } from 'node:child_process';
import * as crypto from 'node:crypto';
import express, { type Request, type Response } from 'express';
import fs, { readFileSync } from 'node:fs';
import zlib from 'node:zlib';

const app = express();
const router = express.Router();
// Read once, when the server starts
const terms = readFileSync('content/terms.html', 'utf8');
let prices: string | undefined;

app.get('/terms', (req, res) => {
  res.send(readFileSync('content/terms.html', 'utf8') + terms);
//         ^^^^^^^^^^^^ performance/sync-io-on-request-path: `readFileSync` stops every other request while `app.get(…)` serves one
});

router.route('/chart').post((req, res) => {
  res.send(execSync('gnuplot sales.gp'));
//         ^^^^^^^^ performance/sync-io-on-request-path: `execSync` stops every other request while `….post(…)` serves one
});

export function login(req: Request, res: Response): void {
  const hash = crypto.pbkdf2Sync(req.body.password, 'salt', 100_000, 64, 'sha512');
//             ^^^^^^^^^^^^^^^^^ performance/sync-io-on-request-path: `crypto.pbkdf2Sync` stops every other request while `login` serves one
  res.json({ hash, token: crypto.randomBytes(16) });
}

app.use((req, res, next) => {
  if (fs.existsSync('maintenance')) res.status(503).end();
  else next();
});

app.get('/report', async (req, res) => {
  res.send(renderReport());
});

function renderReport(): Buffer {
  return zlib.gzipSync(fs.readFileSync('report.csv'));
//       ^^^^^^^^^^^^^ performance/sync-io-on-request-path: `zlib.gzipSync` stops every other request while `app.get(…)` serves one
//                     ^^^^^^^^^^^^^^^ performance/sync-io-on-request-path: `fs.readFileSync` stops every other request while `app.get(…)` serves one
}

// Kept after the first request
app.get('/prices', (req, res) => {
  prices ??= fs.readFileSync('prices.json', 'utf8');
  if (!prices) {
    prices = fs.readFileSync('prices.json', 'utf8');
  }
  res.send(prices);
});

const pages = new Map<string, string>();
function pageOf(name: string): string {
  if (pages.has(name)) return pages.get(name)!;
  const page = cachedPages[name];
  if (cachedPages[name]) return cachedPages[name];
  cachedPages[name] = fs.readFileSync(name, 'utf8');
  return cachedPages[name] + page;
}
const cachedPages: Record<string, string> = {};
app.get('/pages', (req, res) => {
  res.send(pageOf(req.query.name));
});

// Not on the way of a request
function loadTemplates(): string[] {
  return fs.readdirSync('templates');
}
loadTemplates();

export function writeSitemap(): void {
  fs.writeFileSync('public/sitemap.xml', '');
  spawn('sitemap');
}
process.on('exit', () => fs.rmSync('shop.pid'));
const catalogue = new Map<string, string>();
catalogue.get(fs.readFileSync('key', 'utf8'));
// @file: src/server/raw.js
const http = require('http');
const { readFileSync } = require('fs');

http.createServer((request, answer) => {
  answer.end(readFileSync('index.html'));
//           ^^^^^^^^^^^^ performance/sync-io-on-request-path: `readFileSync` stops every other request while `http.createServer(…)` serves one
});

exports.invoice = function (req, res, next) {
  const pdf = require('fs').readFileSync('invoice.pdf');
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^ performance/sync-io-on-request-path: `….readFileSync` stops every other request while `invoice` serves one
  res.send(pdf);
};
// @file: src/invoices.controller.ts
import { Controller, Get, Module } from '@nestjs/common';
import { readFileSync } from 'fs';

@Controller('invoices')
export class InvoicesController {
  private readonly head = readFileSync('head.html');

  @Get()
  list(): string {
    return this.load() + this.head;
  }

  private load(): string {
    return readFileSync('invoices.json', 'utf8');
//         ^^^^^^^^^^^^ performance/sync-io-on-request-path: `readFileSync` stops every other request while `list` serves one
  }

  reload(): string {
    return readFileSync('invoices.json', 'utf8');
  }
}
// @file: app/api/terms/route.ts
import { readFileSync } from 'node:fs';

export async function GET(): Promise<globalThis.Response> {
  return new Response(readFileSync('terms.html', 'utf8'));
//                    ^^^^^^^^^^^^ performance/sync-io-on-request-path: `readFileSync` stops every other request while `GET` serves one
}

export function prerender(): string {
  return readFileSync('terms.html', 'utf8');
}
// @file: src/api.ts
import { Hono, type Context } from 'hono';
import fastify from 'fastify';
import { readFileSync } from 'node:fs';

const api = new Hono();
api.get('/terms', (c) => c.html(readFileSync('terms.html', 'utf8')));
//                              ^^^^^^^^^^^^ performance/sync-io-on-request-path: `readFileSync` stops every other request while `api.get(…)` serves one
export const showTerms = (c: Context) => c.html(readFileSync('terms.html', 'utf8'));
//                                              ^^^^^^^^^^^^ performance/sync-io-on-request-path: `readFileSync` stops every other request while `showTerms` serves one
const server = fastify();
server.route({
  method: 'GET',
  url: '/terms',
  handler: async () => readFileSync('terms.html', 'utf8'),
//                     ^^^^^^^^^^^^ performance/sync-io-on-request-path: `readFileSync` stops every other request while `handler` serves one
});
// @file: scripts/build.ts
import { readFileSync, writeFileSync } from 'node:fs';

function build(req: string, res: string): void {
  writeFileSync(res, readFileSync(req));
}
build('a', 'b');
