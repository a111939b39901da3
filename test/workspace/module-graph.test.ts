import assert from 'node:assert/strict';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import type { ModuleGraph } from '../../src/workspace/module-graph.ts';
import { temporaryFolder } from './temporary-folder.ts';

const graphOf = async (files: Record<string, string>): Promise<ModuleGraph> =>
  (await openWorkspace(temporaryFolder(files), { git: false })).moduleGraph();

const target = {
  'user.ts': 'export class User {}\nexport interface Shape { a: 1 }\nexport const one = 1;\nexport default User;',
};

describe('the module graph', () => {
  const imports: [code: string, flags: string][] = [
    ["import { one } from './user'; use(one);", 'value'],
    ["import './user';", 'value'],
    ["import type { User } from './user'; let u: User;", 'type'],
    ["import { type User, type Shape } from './user'; let u: User & Shape;", 'type'],
    ["import { User, Shape } from './user'; let u: User; let s: Shape[];", 'type'],
    ["import { User } from './user'; let u = new User();", 'value'],
    ["import { User } from './user'; class Admin extends User {}", 'value'],
    ["import { User } from './user'; class Admin implements User {}", 'type'],
    ["import { one } from './user'; type One = typeof one;", 'type'],
    ["import { one } from './user'; export { one };", 'value'],
    ["import { one } from './user'; const o = { one };", 'value'],
    ["import { one } from './user'; const o = { one: 1 }; o.one;", 'type'],
    ["import User from './user'; <User name='x' />;", 'value'],
    ["import * as all from './user'; let s: all.Shape;", 'type'],
    ["export { one } from './user';", 'value'],
    ["export * from './user';", 'value'],
    ["export type { User } from './user';", 'type'],
    ["export { type User } from './user';", 'type'],
    ["import user = require('./user'); user.one;", 'value'],
    ["const load = () => import('./user');", 'value deferred'],
    ["const user = require('./user');", 'value'],
    ["function late() { return require('./user'); }", 'value deferred'],
    ["let s: import('./user').Shape;", 'type'],
  ];
  for (const [code, flags] of imports) {
    it(`reads ${code}`, async () => {
      const { edges } = await graphOf({ ...target, 'main.tsx': code });
      assert.equal(edges.length, 1);
      const [edge] = edges;
      assert.deepEqual([edge!.from, edge!.to, edge!.specifier], ['main.tsx', 'user.ts', './user']);
      assert.equal([edge!.isTypeOnly ? 'type' : 'value', ...(edge!.isDeferred ? ['deferred'] : [])].join(' '), flags);
      assert.equal(code.slice(edge!.range.start.column, edge!.range.end.column), "'./user'");
    });
  }

  it('takes decorator metadata for a use of the value', async () => {
    const { edges } = await graphOf({
      ...target,
      'tsconfig.json': '{ "compilerOptions": { "emitDecoratorMetadata": true, "experimentalDecorators": true } }',
      'post.ts': "import { User } from './user';\nclass Post { @Column() author: User; }",
      'plain.ts': "import { User } from './user';\nclass Post { author: User; }",
    });
    assert.deepEqual(
      edges.map(({ from, isTypeOnly }) => `${from} ${isTypeOnly}`),
      ['plain.ts true', 'post.ts false'],
    );
  });

  it('follows CommonJS, folders, extensions of output and path aliases', async () => {
    const graph = await graphOf({
      'tsconfig.json':
        '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] }, "module": "esnext", "moduleResolution": "bundler" } }',
      'src/a.ts': "import '@/b'; import './c.js'; import './d';",
      'src/b.ts': 'export {};',
      'src/c.ts': 'export {};',
      'src/d/index.ts': 'export {};',
      'server/app.js': "const routes = require('./routes');\nrequire('express');",
      'server/routes.js': 'module.exports = {};',
    });
    assert.deepEqual(
      graph.importsOf('src/a.ts').map(({ to }) => to),
      ['src/b.ts', 'src/c.ts', 'src/d/index.ts'],
    );
    assert.deepEqual(
      graph.importersOf('server/routes.js').map(({ from }) => from),
      ['server/app.js'],
    );
    assert.deepEqual(
      graph.packageImports.map((entry) => entry.package),
      ['express'],
    );
  });

  it('names packages without their subpath, and neither modules of Node nor what no registry serves', async () => {
    const specifiers = [
      'lodash/fp',
      '@acme/ui/button',
      'node:fs',
      'fs/promises',
      '#internal',
      'virtual:x',
      '@/alias',
      '~/a',
      'https://x.example/a.js',
    ];
    const { packageImports } = await graphOf({ 'a.ts': specifiers.map((name) => `import '${name}';`).join('\n') });
    assert.deepEqual(
      packageImports.map((entry) => entry.package),
      ['lodash', '@acme/ui'],
    );
  });

  it('sees a package of the workspace as package and as files', async () => {
    const graph = await graphOf({
      'package.json': '{ "workspaces": ["packages/*"] }',
      'packages/ui/package.json': '{ "name": "@acme/ui", "main": "index.ts" }',
      'packages/ui/index.ts': 'export const button = 1;',
      'node_modules/@acme/ui/package.json': '{ "name": "@acme/ui", "types": "index.d.ts" }',
      'node_modules/@acme/ui/index.d.ts': 'export const button: 1;',
      'app.ts': "import { button } from '@acme/ui'; button;",
    });
    assert.deepEqual(
      graph.packageImports.map((entry) => entry.package),
      ['@acme/ui'],
    );
  });
});
