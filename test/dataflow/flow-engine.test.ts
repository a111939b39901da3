import assert from 'node:assert/strict';
import type { Flow, SinkKind } from '../../src/dataflow/flow-analysis.ts';
import { createFlowEngine } from '../../src/dataflow/flow-engine.ts';
import { defaultModels } from '../../src/dataflow/models/default-models.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';

type Analyser = Pick<ReturnType<typeof createFlowEngine>, 'analyse'>;

const app = "const { exec } = require('child_process');\nconst app = require('express')();\n";

/** Lines (one-based) on which input arrives in a command, by file. */
function sinkLines(workspace: Workspace, engine: Analyser, kind: SinkKind = 'command'): Record<string, number[]> {
  const lines: Record<string, number[]> = {};
  for (const file of workspace.files.values()) {
    const found = engine.analyse(file).into(kind);
    const numbers = found.map((flow) => file.lines.positionAt(flow.sink.getStart()).line + 1);
    if (numbers.length > 0) lines[file.path] = [...new Set(numbers)];
  }
  return lines;
}

async function open(files: Record<string, string>): Promise<Workspace> {
  return openWorkspace(temporaryFolder(files), { git: false });
}

async function flowsOf(files: Record<string, string>): Promise<readonly Flow[]> {
  const workspace = await open(files);
  const engine = createFlowEngine(workspace, defaultModels);
  return [...workspace.files.values()].flatMap((file) => engine.analyse(file).into('command', 'sql'));
}

describe('flow engine', () => {
  const handlers: readonly (readonly [title: string, body: string, reaches: boolean])[] = [
    ['assignment and concatenation', 'let c = "ls "; c += req.query.a; exec(c);', true],
    ['destructuring with a default', 'const { a: { b = "x" } = {} } = req.body; exec(b);', true],
    ['array element', 'const list = [req.query.a, "b"]; exec(list[0]);', true],
    ['other array element', 'const list = [req.query.a, "b"]; exec(list[1]);', false],
    ['object field', 'const o = { a: req.query.a, b: "x" }; exec(o.a);', true],
    ['other object field', 'const o = { a: req.query.a, b: "x" }; exec(o.b);', false],
    ['spread', 'const o = { ...req.body }; exec(o.anything);', true],
    ['closure', 'const a = req.query.a; const run = () => exec(a); run();', true],
    ['callback of an array method', 'req.body.list.forEach((item) => exec(item));', true],
    ['reduce', 'exec(req.body.list.reduce((sum, item) => sum + item, ""));', true],
    ['promise', 'Promise.resolve(req.query.a).then((a) => exec(a));', true],
    ['new promise', 'new Promise((resolve) => resolve(req.query.a)).then((a) => exec(a));', true],
    ['await', '(async () => { const a = await Promise.all([req.query.a]); exec(a[0]); })();', true],
    [
      'class field',
      'class Job { constructor(a) { this.a = a; } run() { exec(this.a); } } new Job(req.query.a).run();',
      true,
    ],
    [
      'local class without input',
      'class Job { constructor(a) { this.a = a; } run() { exec(this.a); } } new Job("ls").run();',
      false,
    ],
    [
      'setter by a method',
      'class Job { set(a) { this.a = a; } run() { exec(this.a); } } const j = new Job(); j.set(req.query.a); j.run();',
      true,
    ],
    [
      'argument changed by a function',
      'const fill = (o) => { o.a = req.query.a; }; const o = {}; fill(o); exec(o.a);',
      true,
    ],
    ['map', 'const m = new Map(); m.set("k", req.query.a); exec(m.get("k"));', true],
    ['JSON', 'exec(JSON.parse(JSON.stringify({ a: req.query.a })).a);', true],
    ['overwritten', 'let a = req.query.a; a = "ls"; exec(a);', false],
    ['overwritten in one branch', 'let a = req.query.a; if (x) a = "ls"; exec(a);', true],
    ['number', 'exec("sleep " + Number(req.query.a));', false],
    ['length', 'exec("sleep " + req.query.a.length);', false],
    ['early return', 'if (req.query.a !== "ls") return; exec(req.query.a);', false],
    ['negated guard', 'if (!["a", "b"].includes(req.query.a)) { throw new Error(); } exec(req.query.a);', false],
    ['wrong branch of a guard', 'if (["a", "b"].includes(req.query.a)) return; exec(req.query.a);', true],
    [
      'guard by a local function',
      'const ok = (v) => /^[a-z]+$/.test(v); if (!ok(req.query.a)) return; exec(req.query.a);',
      false,
    ],
    ['unanchored guard', 'if (/[a-z]+/.test(req.query.a)) exec(req.query.a);', true],
    [
      'assignment before break',
      'let c = "ls"; for (const x of [1, 2]) { if (x) { c = req.query.a; break; } } exec(c);',
      true,
    ],
    [
      'assignment before continue',
      'let c = "ls"; while (b) { if (b) { c = req.query.a; continue; } b = 0; } exec(c);',
      true,
    ],
    ['switch', 'let c = "ls"; switch (b) { case 1: if (d) { c = req.query.a; break; } } exec(c);', true],
    ['assignment before throw', 'let c = "ls"; try { c = req.query.a; throw 1; } catch { exec(c); }', true],
    ['made safe in try', 'let c; try { c = Number(req.query.a); } catch { return; } exec(c);', false],
    [
      'alias of this',
      'function J(a) { const self = this; self.a = a; this.run = () => exec(self.a); } new J(req.query.a).run();',
      true,
    ],
    ['arguments', 'function run() { exec(arguments[0]); } run(req.query.a);', true],
    ['generator', 'function* all() { yield req.query.a; } for (const a of all()) exec(a);', true],
    ['getter of an object', 'const o = { get a() { return req.query.a; } }; exec(o.a);', true],
    ['table look-up', 'const table = { a: "ls" }; exec(table[req.query.a]);', false],
    ['loop carries', 'let a = "", b = ""; for (const i of [1, 2]) { exec(a); a = b; b = req.query.a; }', true],
    ['try and catch', 'let a = ""; try { a = req.query.a; f(); } catch { a = "x"; } exec(a);', true],
    ['bind', 'const run = function (a) { exec(a); }; run.call(null, req.query.a); ', true],
    ['same helper, harmless caller', 'const id = (v) => v; const bad = id(req.query.a); exec(id("ls"));', false],
    ['module helper, harmless caller', 'keep(req.query.a); exec(keep("ls"));', false],
    ['module helper', 'exec(keep(req.query.a));', true],
  ];
  for (const [title, body, reaches] of handlers) {
    it(`${reaches ? 'follows' : 'lets pass'}: ${title}`, async () => {
      const text = `${app}function keep(v) { return v; }\napp.get('/', (req, res) => {\n${body}\n});\n`;
      const workspace = await open({ 'app.js': text });
      const found = sinkLines(workspace, createFlowEngine(workspace, defaultModels));
      assert.deepEqual(found, reaches ? { 'app.js': [5] } : {});
    });
  }

  it('follows values through files, of both module systems, and tells the way', async () => {
    const [flow, ...others] = await flowsOf({
      'app.mjs':
        "import express from 'express';\nimport { search } from './service.mjs';\nexpress().get('/', (req, res) => search(req.query.term));",
      'service.mjs':
        "import store from './store.cjs';\nexport const search = (term) => store.find({ where: `name = '${term}'` });",
      'store.cjs':
        "const { Pool } = require('pg');\nconst pool = new Pool();\nmodule.exports = { find({ where }) { return pool.query('SELECT 1 FROM a WHERE ' + where); } };",
    });
    assert.ok(flow && others.length === 0);
    assert.equal(flow.sourceName, 'req.query.term');
    assert.equal(flow.sinkName, 'pool.query');
    assert.equal(flow.exposure, 'public');
    assert.deepEqual(
      flow.steps.map((step) => step.message.en),
      [
        '`req.query.term` comes from outside',
        'passed to `search`',
        'passed to `find`',
        'stored in `where`',
        'reaches `pool.query`',
      ],
    );
  });

  const route = "app.get('/admin/a', (req, res) => exec(req.query.a));";
  const routes: readonly (readonly [title: string, code: string, exposure: 'public' | 'authenticated'])[] = [
    ['with a check among its handlers', "app.get('/', requireAuth, (req, res) => exec(req.query.a));", 'authenticated'],
    ['after a check for all routes', `app.use(requireAuth); ${route}`, 'authenticated'],
    ['in front of the check', `${route} app.use(requireAuth);`, 'public'],
    ['after a check in a chain', "app.use(requireAuth).get('/', (req, res) => exec(req.query.a));", 'authenticated'],
    ['after a check of the same paths', `app.use('/admin', requireAuth); ${route}`, 'authenticated'],
    ['after a check of all paths below', `app.use('/admin/*', requireAuth); ${route}`, 'authenticated'],
    ['after a check of other paths', `app.use('/adm', requireAuth); ${route}`, 'public'],
    [
      'of a table with a path',
      "app.use('/a', requireAuth); app.route('/a').get((req) => exec(req.query.a));",
      'authenticated',
    ],
    ['after a hook', `app.addHook('preHandler', requireAuth); ${route}`, 'authenticated'],
    ['after a late hook', `app.addHook('onResponse', requireAuth); ${route}`, 'public'],
    ['after a check of one other route', `app.get('/', requireAuth, (req, res) => res.end()); ${route}`, 'public'],
    ['of another router', `require('express').Router().use(requireAuth); ${route}`, 'public'],
    ['after a router of that name', `const auth = require('express').Router(); app.use('/', auth); ${route}`, 'public'],
    ['after a file of that name', `app.use('/', require('./routes/auth')); ${route}`, 'public'],
    ['after what only reads the login', `app.use(passport.authenticate('anonymous')); ${route}`, 'public'],
    ['after a check in another function', `function later() { app.use(requireAuth); } later(); ${route}`, 'public'],
  ];
  for (const [title, code, exposure] of routes) {
    it(`knows who reaches a route ${title}`, async () => {
      const flows = await flowsOf({ 'app.js': `${app}${code}` });
      assert.deepEqual(
        flows.map((flow) => flow.exposure),
        [exposure],
      );
    });
  }

  const hostile: Record<string, string> = {
    recursion:
      'function f(v, n) { return n ? f(v + n, n - 1) : n === 0 ? g(v) : v; } function g(v) { return f(v, 3); }\napp.get("/", (req) => exec(f(req.query.a, 3)));',
    'deep nesting': `app.get('/', (req) => { const o = ${'{ a:\n'.repeat(200)}req${' }\n'.repeat(200)}; exec(req.query.a); });`,
    'long sum': `app.get('/', (req) => exec(${Array.from({ length: 1200 }, (_, i) => `"${i}"`).join(' +\n')} + req.query.a));`,
    'long function': `app.get('/', (req) => {\nexec(req.query.a);\nlet v = req.query.b;\n${'if (v) { v = v + "x"; } else { v = { a: v }; }\n'.repeat(10_000)}});`,
    proxies:
      'app.get("/", (req) => { const p = new Proxy(req, { get: (t, k) => t[k] }); eval("p"); exec(req.query.a); });',
    getters:
      'app.get("/", (req) => { const o = { get a() { return this.b; }, get b() { return this.a; }, get c() { return req.query.a; } }; exec(o.a); exec(o.c); exec(req.query.a); });',
    decorators:
      'const seal = (c) => class extends c { constructor(...a) { super(...a); this.v = a[0]; } };\n@seal @seal class A { @seal run(v) { exec(v); return new A(v).run(v); } }\napp.get("/", (req) => { new A(1).run(req.query.a); exec(req.query.a); });',
    'obfuscated code': `var _0x1f = ['exec', 'query'], _0x2a = function (i) { return _0x1f[i - 0x10]; };\n(function (a, b) { while (!![]) { try { if (parseInt(b) === a) break; else a.push(a.shift()); } catch (e) { a.push(a.shift()); } } })(_0x1f, 0x1);\napp.get('/', (req) => { ${'(function () { return '.repeat(60)}exec(req[_0x2a(0x11)].a)${'; })()'.repeat(60)}; exec(req.query.a); });`,
    'code made of text': `app.get('/', (req) => { new Function('v', 'return eval(v)')("v"); eval(atob('${'YQ=='.repeat(50)}')); exec(req.query.a); });`,
    'errors thrown in circles':
      'function f(v) { try { return g(v); } catch (e) { throw new Error(e + v); } finally { f(v); } } function g(v) { try { throw f(v); } catch { return f(v).catch((e) => { throw e; }); } }\napp.get("/", (req) => { try { f(req.query.a); } catch (e) { exec(e.message); } exec(req.query.a); });',
    'a name of the prototype':
      'app.get("/", (req) => { const o = {}; o.__proto__ = req.query; o.constructor = 1; exec(req.query.constructor); });',
  };
  for (const [title, text] of Object.entries(hostile)) {
    it(`ends on ${title}`, async function () {
      this.timeout(30_000);
      const workspace = await open({ 'app.js': app + text });
      const engine = createFlowEngine(workspace, defaultModels);
      for (const file of workspace.files.values()) engine.analyse(file);
      const isFound = sinkLines(workspace, engine)['app.js'] !== undefined;
      assert.ok(isFound || engine.stoppedEarly.length > 0);
    });
  }

  it('ends on circular modules', async () => {
    const workspace = await open({
      'a.js': `${app}const b = require('./b');\nexports.clean = (v) => b.run(v);\napp.get('/', (req) => exports.clean(req.query.a));`,
      'b.js':
        "const a = require('./a');\nconst { exec } = require('child_process');\nexports.run = (v) => { if (!v) a.clean(v); exec(v); };",
    });
    assert.deepEqual(sinkLines(workspace, createFlowEngine(workspace, defaultModels)), { 'b.js': [3] });
  });

  it('notes where it stopped', async () => {
    const calls = Array.from({ length: 200 }, (_, index) => `f(req.query.a, { k${index}: 1 });`).join('\n');
    const workspace = await open({
      'app.js': `${app}function f(v, o) { return v; }\napp.get('/', (req) => {\n${calls}\n});`,
    });
    const engine = createFlowEngine(workspace, defaultModels);
    sinkLines(workspace, engine);
    const [stop] = engine.stoppedEarly;
    assert.ok(stop);
    assert.equal(stop.file, 'app.js');
    assert.ok(stop.range.start.line > 3);
  });

  it('gives after an edit what a fresh engine gives', async () => {
    const start = await open({
      'app.js': `${app}const { clean } = require('./clean');\napp.get('/', (req) => exec(clean(req.query.a)));`,
      'clean.js': 'exports.clean = (v) => v;',
      'other.js': `${app}app.get('/', (req) => exec(req.query.b));`,
    });
    let engine = createFlowEngine(start, defaultModels);
    assert.deepEqual(sinkLines(start, engine), { 'app.js': [4], 'other.js': [3] });
    const mended = start.withFile('clean.js', 'exports.clean = (v) => Number(v);');
    engine = engine.update(mended);
    assert.deepEqual(sinkLines(mended, engine), { 'other.js': [3] });
    const broken = mended.withFile('clean.js', 'exports.clean = (v) => String(v);');
    engine = engine.update(broken);
    assert.deepEqual(sinkLines(broken, engine), { 'app.js': [4], 'other.js': [3] });
  });

  it('runs again only what asked an edited file for something', async () => {
    const start = await open({
      'app.ts': `import type { Named } from './types';\n${app}app.get('/', (req) => exec((req.query as Named).name));`,
      'types.ts': 'export interface Named { readonly name: string }',
      'shell.ts': `import { exec } from 'node:child_process';\nexport const run = (text: string) => exec(text);`,
      'route.ts': `import { run } from './shell';\n${app}app.get('/', (req) => run(req.query.b));`,
      'tools.ts': `import { exec } from 'node:child_process';\nexport function each(texts: string[], use: (text: string) => void) { texts.forEach(use); exec(process.argv[2]); }`,
      'main.ts': `import { each } from './tools';\nimport { run } from './shell';\neach(process.argv, run);`,
    });
    let engine = createFlowEngine(start, defaultModels);
    sinkLines(start, engine);
    const edits: readonly (readonly [string, string])[] = [
      ['types.ts', 'export interface Named { readonly name: string; readonly age: number }'],
      ['shell.ts', `\nimport { exec } from 'node:child_process';\nexport const run = (text: string) => exec(text);`],
      ['shell.ts', `export const run = (text: string) => text;`],
      ['shell.ts', `import { exec } from 'node:child_process';\nexport const run = (text: string) => exec(text);`],
      ['main.ts', `import { each } from './tools';\neach(process.argv, () => 1);`],
      ['tools.ts', 'export function each(texts: string[], use: (text: string) => void) { texts.forEach(use); }'],
    ];
    let workspace = start;
    for (const [file, text] of edits) {
      workspace = workspace.withFile(file, text);
      engine = engine.update(workspace);
      const fresh = createFlowEngine(workspace, defaultModels);
      assert.deepEqual(sinkLines(workspace, engine), sinkLines(workspace, fresh), `${file}: ${text}`);
    }
  });

  it('follows what a test passes on, and its own handlers, but not what it exercises with values of its own', async () => {
    const workspace = await open({
      'run.js':
        "const { exec } = require('child_process');\nexports.run = (command, then) => { exec(command); then(); };",
      'run.test.js': [
        `const { run } = require('./run');\n${app}`,
        "run('ls', () => {});",
        "app.get('/a', (req) => run('ls ' + req.query.a, () => {}));",
        "run('ls', () => app.get('/b', (req) => exec(req.query.b)));",
      ].join('\n'),
    });
    const engine = createFlowEngine(workspace, defaultModels);
    assert.deepEqual(sinkLines(workspace, engine), { 'run.js': [2], 'run.test.js': [7] });
  });

  it('stops when it is cancelled', async () => {
    const workspace = await open({ 'app.js': app });
    const [file] = workspace.files.values();
    const engine = createFlowEngine(workspace, defaultModels);
    assert.ok(file);
    assert.throws(() => engine.analyse(file, AbortSignal.abort()), { name: 'AbortError' });
  });
});
