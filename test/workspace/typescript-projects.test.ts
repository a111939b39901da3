import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { assertOneCompiler } from '../../src/workspace/one-compiler.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { typeOf } from './type-of.ts';

const open = (files: Record<string, string>): Promise<Workspace> =>
  openWorkspace(temporaryFolder(files), { git: false });

const owners = ({ files }: Workspace): Record<string, string | undefined> =>
  Object.fromEntries([...files.values()].map(({ path: file, project }) => [file, project?.configFile]));

const codes = ({ notices }: Workspace): string[] =>
  notices.filter(({ code }) => code !== 'git-off').map(({ code, file }) => `${code} ${file ?? ''}`);

describe('TypeScript projects', () => {
  it('share one compiler with ts-morph', () => assert.doesNotThrow(assertOneCompiler));

  it('type the files of a tsconfig, and plain JavaScript without one', async () => {
    const workspace = await open({
      'tsconfig.json': '{ "compilerOptions": { "strict": true }, "include": ["src"] }',
      'src/price.ts': 'export const price: Promise<number> = Promise.resolve(3);',
      'src/shop.tsx': "import { price } from './price';\nexport const total = price;",
      'tools/run.js': "const names = ['a'].map((name) => name.length);",
      'tools/page.jsx': 'const element = <p>hello</p>; const size = [1].length;',
      'tools/a.mts': 'export const when = new Date();',
      'tools/b.cts': "import when = require('./c.cjs');\nconst now = when;",
      'tools/c.cjs': 'module.exports = 3;',
    });
    const file = (name: string): ReturnType<Workspace['files']['get']> => workspace.files.get(name);
    assert.equal(typeOf(file('src/shop.tsx'), 'total'), 'Promise<number>');
    assert.equal(typeOf(file('tools/run.js'), 'names'), 'number[]');
    assert.equal(typeOf(file('tools/page.jsx'), 'size'), 'number');
    assert.equal(typeOf(file('tools/a.mts'), 'when'), 'Date');
    assert.equal(typeOf(file('tools/b.cts'), 'now'), 'number');
    assert.equal(workspace.projects.length, 2);
    const shop = file('src/shop.tsx')!;
    assert.equal(shop.project!.program().getSourceFile(shop.sourceFile.fileName), shop.sourceFile);
    assert.equal(workspace.fileOf(shop.sourceFile), shop);
    assert.equal(shop.sourceFile.statements[0]!.parent, shop.sourceFile);
    assert.deepEqual(shop.project!.program().getGlobalDiagnostics(), []);
    assert.deepEqual(shop.project!.program().getSemanticDiagnostics(shop.sourceFile), []);
  });

  it('bind nothing before a type is asked for', async () => {
    const workspace = await open({ 'a.ts': 'export const a = 1;' });
    const { sourceFile } = workspace.files.get('a.ts')!;
    assert.equal('locals' in sourceFile && sourceFile.locals !== undefined, false);
  });

  it('own the files nearest to them; references and bases are told apart', async () => {
    const workspace = await open({
      'tsconfig.base.json': '{ "compilerOptions": { "strict": true } }',
      'tsconfig.json':
        '{ "files": [], "references": [{ "path": "./packages/app" }, { "path": "./config/tools.json" }] }',
      'packages/app/tsconfig.json':
        '{ "extends": "../../tsconfig.base.json", "include": ["src"], "exclude": ["**/*.spec.ts"] }',
      'packages/app/tsconfig.spec.json': '{ "extends": "./tsconfig.json", "include": ["src"], "exclude": [] }',
      'packages/app/src/a.ts': 'export {};',
      'packages/app/src/a.spec.ts': 'export {};',
      'config/tools.json': '{ "include": ["../tools"] }',
      'tools/t.ts': 'export {};',
      'loose.ts': 'export {};',
    });
    assert.deepEqual(owners(workspace), {
      'loose.ts': undefined,
      'packages/app/src/a.spec.ts': 'packages/app/tsconfig.spec.json',
      'packages/app/src/a.ts': 'packages/app/tsconfig.json',
      'tools/t.ts': 'config/tools.json',
    });
  });

  it('follow bases and types in node_modules below the root', async () => {
    const workspace = await open({
      'tsconfig.json':
        '{ "extends": "@acme/base/tsconfig.json", "compilerOptions": { "module": "nodenext", "lib": ["es5"] } }',
      'node_modules/@acme/base/tsconfig.json': '{ "compilerOptions": { "strict": false, "noImplicitAny": true } }',
      'node_modules/@types/globe/index.d.ts': 'declare const planet: { name: string };',
      'node_modules/lib/package.json':
        '{ "name": "lib", "exports": { "import": { "types": "./esm.d.mts" }, "require": { "types": "./cjs.d.cts" } } }',
      'node_modules/lib/esm.d.mts': 'export declare const kind: "esm";',
      'node_modules/lib/cjs.d.cts': 'export declare const kind: "cjs";',
      'package.json': '{ "type": "module" }',
      'a.ts': "import { kind } from 'lib';\nexport const mine = kind;\nexport const where = planet.name;",
      'b.cts': "import { kind } from 'lib';\nexport const mine = kind;",
    });
    assert.deepEqual(codes(workspace), []);
    assert.equal(typeOf(workspace.files.get('a.ts'), 'mine'), '"esm"');
    assert.equal(typeOf(workspace.files.get('b.cts'), 'mine'), '"cjs"');
    assert.equal(typeOf(workspace.files.get('a.ts'), 'where'), 'string');
    const edges = workspace.moduleGraph().packageImports.map(({ from, package: name }) => `${from} ${name}`);
    assert.deepEqual(edges, ['a.ts lib', 'b.cts lib']);
  });

  const broken: [name: string, code: string, files: Record<string, string>][] = [
    [
      'a circle of extends',
      'tsconfig-circular tsconfig.json',
      { 'tsconfig.json': '{ "extends": "./base.json" }', 'base.json': '{ "extends": "./tsconfig.json" }' },
    ],
    [
      'a missing base',
      'tsconfig-extends-missing tsconfig.json',
      { 'tsconfig.json': '{ "extends": "./nowhere.json" }' },
    ],
    [
      'a missing base of a package',
      'tsconfig-extends-missing tsconfig.json',
      { 'tsconfig.json': '{ "extends": "@tsconfig/node20" }' },
    ],
    [
      'a syntax error',
      'tsconfig-invalid tsconfig.json',
      { 'tsconfig.json': '{ "compilerOptions": { "strict": true, ' },
    ],
    [
      'an include that leads out',
      'tsconfig-outside-root tsconfig.json',
      { 'tsconfig.json': '{ "include": ["../**/*", "."] }' },
    ],
    [
      'files that lead out',
      'tsconfig-outside-root tsconfig.json',
      { 'tsconfig.json': '{ "files": ["../../etc/hosts.ts", "a.ts"] }' },
    ],
    [
      'a reference that leads out',
      'tsconfig-outside-root tsconfig.json',
      { 'tsconfig.json': '{ "references": [{ "path": "../other" }] }' },
    ],
    [
      'keys of the object prototype',
      '',
      { 'tsconfig.json': '{ "__proto__": { "extends": "./x" }, "constructor": 1 }' },
    ],
  ];
  for (const [name, code, files] of broken) {
    it(`survive ${name}`, async () => {
      const workspace = await open({ ...files, 'a.ts': 'export const list = [1];' });
      assert.deepEqual(codes(workspace), code === '' ? [] : [code]);
      for (const { text } of workspace.notices) assert.ok(text.en.length > 40 && text.fr.length > 40);
      assert.notEqual(workspace.files.get('a.ts')!.project, undefined);
      assert.equal(workspace.files.get('a.ts')!.syntaxProblems.length, 0);
    });
  }

  it('read nothing outside the root', async () => {
    const outside = temporaryFolder({
      'base.json': '{ "compilerOptions": { "jsx": "react" } }',
      'secret.ts': 'export const secret = "s3cret";',
      'node_modules/lib/index.d.ts': 'export const far: number;',
    });
    const root = temporaryFolder({
      'tsconfig.json': JSON.stringify({ extends: path.join(outside, 'base.json') }),
      'a.ts': `import { secret } from '${outside}/secret';\nimport { far } from 'lib';\nexport const mine = secret;\nexport const there = far;`,
    });
    fs.symlinkSync(path.join(outside, 'node_modules'), path.join(root, 'node_modules'));
    const workspace = await openWorkspace(root, { git: false });
    assert.deepEqual(codes(workspace), ['tsconfig-outside-root tsconfig.json']);
    assert.equal(typeOf(workspace.files.get('a.ts'), 'mine'), 'any');
    assert.equal(typeOf(workspace.files.get('a.ts'), 'there'), 'any');
    const read = workspace.projects.flatMap((project) =>
      project
        .program()
        .getSourceFiles()
        .map(({ fileName }) => fileName),
    );
    assert.deepEqual(
      read.filter((file) => file.startsWith(outside)),
      [],
    );
  });
});

describe('withFile', () => {
  const shop = {
    'tsconfig.json': '{ "compilerOptions": { "lib": ["es5"] }, "include": ["src"] }',
    'src/price.ts': 'export const price = 3;',
    'src/shop.ts': "import { price } from './price';\nexport const total = price;",
    'src/later.ts': "import { later } from './new';\nexport const value = later;",
    'src/globals.d.ts': 'declare const rate: number;',
    'src/rate.ts': 'export const mine = rate;',
    'run.js': 'const one = 1;',
  };

  it('shows an edit to importers, and shares what it does not touch', async () => {
    const workspace = await open(shop);
    for (const project of workspace.projects) project.checker();
    const edited = workspace.withFile('src/price.ts', 'export const price = "three";');
    assert.equal(typeOf(edited.files.get('src/shop.ts'), 'total'), '"three"');
    assert.equal(typeOf(workspace.files.get('src/shop.ts'), 'total'), '3');
    assert.equal(edited.files.get('run.js'), workspace.files.get('run.js'));
    assert.equal(edited.files.get('src/shop.ts')!.sourceFile, workspace.files.get('src/shop.ts')!.sourceFile);
    assert.notEqual(edited.files.get('src/price.ts')!.hash, workspace.files.get('src/price.ts')!.hash);
  });

  it('takes up a new file, which mends the imports that missed it, and lets it go again', async () => {
    const workspace = await open(shop);
    assert.equal(typeOf(workspace.files.get('src/later.ts'), 'value'), 'any');
    const grown = workspace.withFile('src/new.ts', 'export const later = true;');
    assert.equal(grown.files.get('src/new.ts')!.project!.configFile, 'tsconfig.json');
    assert.equal(typeOf(grown.files.get('src/later.ts'), 'value'), 'true');
    assert.deepEqual([...grown.files.keys()], [...grown.files.keys()].sort());
    const shrunk = grown.withFile('src/price.ts', undefined);
    assert.equal(shrunk.files.has('src/price.ts'), false);
    assert.equal(typeOf(shrunk.files.get('src/shop.ts'), 'total'), 'any');
    assert.deepEqual(shrunk.moduleGraph().importsOf('src/shop.ts'), []);
  });

  it('shows unsaved declarations to types and keeps them out of the review', async () => {
    const workspace = await open(shop);
    assert.equal(typeOf(workspace.files.get('src/rate.ts'), 'mine'), 'number');
    const edited = workspace.withFile('src/globals.d.ts', 'declare const rate: bigint;');
    assert.equal(typeOf(edited.files.get('src/rate.ts'), 'mine'), 'bigint');
    assert.equal(edited.files.has('src/globals.d.ts'), false);
  });

  it('leaves ignored, generated and foreign files out', async () => {
    const workspace = await open({ ...shop, '.gitignore': 'out' });
    const others = ['out/a.ts', 'node_modules/a/index.ts', '../elsewhere.ts', 'notes.md'];
    for (const file of others) assert.equal(workspace.withFile(file, 'export {};').files.size, workspace.files.size);
    const generated = workspace.withFile('src/shop.ts', '// @generated\nexport {};');
    assert.equal(generated.files.has('src/shop.ts'), false);
  });

  it('reads an edited manifest again', async () => {
    const workspace = await open({ ...shop, 'package.json': '{ "dependencies": { "koa": "^2.0.0" } }' });
    const edited = workspace.withFile('package.json', '{ "dependencies": { "koa": "^3.0.0" } }').withFile('run.js', '');
    assert.deepEqual(
      edited.manifests.map(({ dependencies }) => dependencies[0]?.range),
      ['^3.0.0'],
    );
    assert.deepEqual(edited.withFile('package.json', '{').notices.at(-1)?.code, 'manifest-invalid');
  });

  it('bears fifty edits of one file', async () => {
    let workspace = await open(shop);
    for (let edit = 0; edit < 50; edit++)
      workspace = workspace.withFile('src/price.ts', `export const price = ${edit};`);
    assert.equal(typeOf(workspace.files.get('src/shop.ts'), 'total'), '49');
  });
});
