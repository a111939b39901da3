import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { auditFolder } from '../../src/audit/audit-folder.ts';
import { createAuditSession } from '../../src/audit/audit-session.ts';
import { loadConfiguration } from '../../src/audit/load-configuration.ts';
import type { Assessment } from '../../src/triage/assessment.ts';

const tsconfig = JSON.stringify({ compilerOptions: { strict: true, target: 'es2022' }, include: ['src'] });
const looseTsconfig = JSON.stringify({ compilerOptions: { target: 'es2020' }, include: ['src', 'types'] });

/** Texts that mean something different depending on what stands in the other files. */
const texts = [
  `import { load } from './load';\nexport function show(): void { load(); }`,
  `export async function load(): Promise<number> { return 1; }`,
  `export function load(): number { return 1; }`,
  `import express from 'express';\nimport { run } from './run';\nexpress().get('/x', (request) => { run(request.query.command); });`,
  `import { exec } from 'node:child_process';\nexport function run(command: string): void { exec(command); }`,
  `export function run(command: string): void { console.log(command.length); }`,
  `import { later } from 'tools';\nexport function act(): void { later(); }`,
  `declare global { function soon(): Promise<void>; }\nexport {};`,
  `export function wait(): void { soon(); }`,
  `function soon(): void { }`,
  `export * from './load';\nexport * from './run';`,
  `export async function pull(urls: string[]) { for (const url of urls) { await fetch(url); } }`,
  `export function broken( {`,
];
const files = ['src/load.ts', 'src/run.ts', 'src/a.ts', 'src/b.ts', 'src/deep/load.ts', 'src/index.ts', 'src/c.js'];
const surroundings = [
  ['node_modules/tools/index.d.ts', 'export function later(): Promise<void>;'],
  ['node_modules/tools/index.d.ts', 'export function later(): void;'],
  ['node_modules/tools/package.json', '{ "name": "tools", "types": "index.d.ts", "version": "2.0.0" }'],
  ['types/soon.d.ts', 'declare function soon(): Promise<string>;'],
  ['tsconfig.json', tsconfig],
  ['tsconfig.json', looseTsconfig],
  ['src/run/index.ts', 'export function run(command: string): void { void command; }'],
  ['package.json', '{ "name": "shop", "dependencies": { "tools": "^1.0.0" } }'],
] as const;

type Change = (root: string) => void;

const write =
  (file: string, text: string): Change =>
  (root) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
const remove =
  (file: string): Change =>
  (root) =>
    fs.rmSync(path.join(root, file), { force: true });
const rename =
  (from: string, to: string): Change =>
  (root) => {
    if (!fs.existsSync(path.join(root, from))) return;
    fs.mkdirSync(path.dirname(path.join(root, to)), { recursive: true });
    fs.renameSync(path.join(root, from), path.join(root, to));
  };

const file = fc.constantFrom(...files);
const change: fc.Arbitrary<[string, Change]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(file, fc.nat(texts.length - 1))
      .map(([name, index]): [string, Change] => [`${name} := ${index}`, write(name, texts[index] ?? '')]),
  },
  { weight: 2, arbitrary: file.map((name): [string, Change] => [`- ${name}`, remove(name)]) },
  {
    weight: 2,
    arbitrary: fc.tuple(file, file).map(([from, to]): [string, Change] => [`${from} > ${to}`, rename(from, to)]),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...surroundings)
      .map(([name, text]): [string, Change] => [`${name} := ${text}`, write(name, text)]),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...surroundings).map(([name]): [string, Change] => [`- ${name}`, remove(name)]),
  },
);

describe('an audit that keeps results', () => {
  let root: string;
  let cacheFolder: string;

  beforeEach(() => {
    root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'kept-')));
    cacheFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'cache-'));
    write('tsconfig.json', tsconfig)(root);
    for (const [name, index] of [1, 4, 0, 3, 1, 10, 11].entries()) write(files[name] ?? '', texts[index] ?? '')(root);
  });
  afterEach(() => {
    for (const folder of [root, cacheFolder]) fs.rmSync(folder, { recursive: true, force: true });
  });

  const audit = async (keepsResults: boolean): Promise<Assessment> =>
    (await auditFolder(root, { git: false, offline: true, cacheFolder, keepsResults })).assessment;
  /** Everything but what names the moment. */
  const comparable = (assessment: Assessment): unknown => JSON.parse(JSON.stringify({ ...assessment, durationMs: 0 }));
  const cacheFile = (): string => {
    const folder = path.join(cacheFolder, 'analysis-1');
    return path.join(folder, fs.readdirSync(folder)[0] ?? '');
  };

  it('equals a fresh one after any edits, additions, renames and deletions', async function () {
    this.timeout(240_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        async (steps) => {
          for (const step of steps) {
            for (const [, apply] of step) apply(root);
            assert.deepEqual(comparable(await audit(true)), comparable(await audit(false)));
          }
        },
      ),
      {
        numRuns: Number(process.env.RUNS ?? 4),
        endOnFailure: true,
        ...(process.env.SEED !== undefined && { seed: Number(process.env.SEED) }),
      },
    );
  });

  it('finds again what it found before', async () => {
    const first = await audit(true);
    assert.ok(first.findings.length > 1);
    assert.deepEqual(comparable(await audit(true)), comparable(first));
  });

  it('loads no program when nothing has changed', async () => {
    await audit(true);
    const options = { git: false, offline: true, cacheFolder, keepsResults: true, keepsPrograms: () => true };
    const session = await createAuditSession(root, await loadConfiguration(root), options);
    assert.deepEqual(
      session.workspace.projects.map((project) => project.isLoaded()),
      session.workspace.projects.map(() => false),
    );
  });

  it('finds the same with other processes at work, and keeps what they found', async function () {
    this.timeout(240_000);
    const alone = await audit(false);
    for (const workers of [1, 3]) {
      const { assessment } = await auditFolder(root, {
        git: false,
        offline: true,
        cacheFolder,
        keepsResults: true,
        workers,
      });
      assert.deepEqual(comparable(assessment), comparable(alone));
      assert.deepEqual(comparable(await audit(true)), comparable(alone));
      fs.rmSync(cacheFolder, { recursive: true });
    }
  });

  it('finishes in this process what others have no memory for', async () => {
    const alone = await audit(false);
    const options = { git: false, offline: true, workers: 2, memoryBytes: 24 * 1024 ** 2 };
    assert.deepEqual(comparable((await auditFolder(root, options)).assessment), comparable(alone));
  });

  const damages: readonly (readonly [string, (text: string) => string])[] = [
    ['cut short', (text) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['of another form', () => '{"workspace": 1}'],
    ['altered in the middle', (text) => text.replaceAll('"rule"', '"role"')],
  ];
  for (const [name, damage] of damages) {
    it(`throws results away that are ${name}`, async () => {
      const first = await audit(true);
      fs.writeFileSync(cacheFile(), damage(fs.readFileSync(cacheFile(), 'utf8')));
      assert.deepEqual(comparable(await audit(true)), comparable(first));
    });
  }

  it('bears two at once', async () => {
    const [one, two] = await Promise.all([audit(true), audit(true)]);
    assert.deepEqual(comparable(one), comparable(two));
    assert.deepEqual(comparable(await audit(true)), comparable(one));
  });

  it('says when the results cannot be kept, and is right all the same', async () => {
    const first = await audit(false);
    fs.rmSync(cacheFolder, { recursive: true });
    fs.writeFileSync(cacheFolder, 'a file in the place of the folder');
    const { coverage, ...rest } = await audit(true);
    assert.deepEqual(
      coverage.notices.map(({ code }) => code).filter((code) => code.startsWith('cache')),
      ['cache-not-written'],
    );
    const { findings } = comparable(first) as Pick<Assessment, 'findings'>;
    assert.deepEqual(JSON.parse(JSON.stringify(rest.findings)), findings);
  });
});
