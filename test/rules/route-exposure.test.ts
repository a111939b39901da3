import assert from 'node:assert/strict';
import { exposureInFile } from '../../src/rules/syntax/route-exposure.ts';
import { createFileModel } from '../../src/workspace/create-file-model.ts';
import { descend } from '../../src/workspace/modules/descend.ts';
import ts from 'typescript';

const express = "import express from 'express';\nconst app = express();\n";

const cases: readonly [name: string, file: string, text: string, exposure: string | undefined][] = [
  ['a route', 'a.ts', `${express}app.get('/a', (req, res) => HERE());`, 'public'],
  ['a function inside a route', 'a.ts', `${express}app.get('/a', (req, res) => { [1].map(() => HERE()); });`, 'public'],
  ['a route with a check', 'a.ts', `${express}app.get('/a', requireLogin, (req, res) => HERE());`, 'authenticated'],
  [
    'a route with passport',
    'a.ts',
    `${express}app.post('/a', passport.authenticate('jwt'), (req, res) => HERE());`,
    'authenticated',
  ],
  [
    'a route behind a check',
    'a.ts',
    `${express}app.use(ensureLoggedIn());\napp.get('/a', (req, res) => HERE());`,
    'authenticated',
  ],
  [
    'a route before a check',
    'a.ts',
    `${express}app.get('/a', (req, res) => HERE());\napp.use(ensureLoggedIn());`,
    'public',
  ],
  [
    'a check of another application',
    'a.ts',
    `${express}const admin = express();\nadmin.use(requireAuth);\napp.get('/a', (req, res) => HERE());`,
    'public',
  ],
  [
    'a route that looks at the caller itself',
    'a.ts',
    `${express}app.get('/a', (req, res) => { if (!isLoggedIn(req)) return; HERE(); });`,
    undefined,
  ],
  ['a path that speaks of login', 'a.ts', `${express}app.post('/authenticate', (req, res) => HERE());`, 'public'],
  [
    'a guarded controller',
    'a.ts',
    '@Controller() @UseGuards(TokenGuard)\nclass Orders { @Get() list() { HERE(); } }',
    'authenticated',
  ],
  ['an open controller', 'a.ts', '@Controller()\nclass Orders { @Get() list() { HERE(); } }', 'public'],
  ['a file that a framework calls', 'app/orders/route.ts', 'export async function GET() { return HERE(); }', 'public'],
  [
    'one that asks for the session',
    'app/orders/route.ts',
    'export async function GET() { await requireUser(); return HERE(); }',
    undefined,
  ],
  ['a script', 'a.ts', `#!/usr/bin/env node\n${express}app.get('/a', (req, res) => HERE());`, 'internal'],
  ['a library', 'a.ts', 'export function total(order) { return HERE(order); }', undefined],
  ['the top of a file', 'a.ts', `${express}HERE();`, undefined],
];

describe('exposure told from the code of a file', () => {
  for (const [name, file, text, exposure] of cases)
    it(`of ${name} is ${exposure ?? 'not claimed'}`, () => {
      const model = createFileModel(file, `/shop/${file}`, text);
      let place: ts.Node | undefined;
      descend(model.sourceFile, (node) => {
        if (ts.isIdentifier(node) && node.text === 'HERE') place = node;
        return true;
      });
      assert.equal(exposureInFile(model)(place!), exposure);
    });
});
