import assert from 'node:assert/strict';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import type { LockFile } from '../../src/workspace/manifest.ts';
import { temporaryFolder } from './temporary-folder.ts';

const manifest = JSON.stringify({
  dependencies: { koa: '^2.0.0', old: 'npm:older@^1.0.0' },
  devDependencies: { mocha: '^10.0.0' },
});

async function lockOf(file: string, text: string): Promise<LockFile> {
  const folder = temporaryFolder({ 'package.json': manifest, [file]: text });
  const { lockFiles } = await openWorkspace(folder, { git: false });
  assert.equal(lockFiles.length, 1);
  return lockFiles[0]!;
}

describe('pnpm-lock.yaml of format 6', () => {
  const text = `lockfileVersion: '6.0'

dependencies:
  koa:
    specifier: ^2.0.0
    version: 2.1.0(debug@3.0.0)
  old:
    specifier: npm:older@^1.0.0
    version: /older@1.2.0

devDependencies:
  mocha:
    specifier: ^10.0.0
    version: 10.1.0

packages:

  /debug@3.0.0:
    resolution: {integrity: sha512-a}
    engines: {node: '>=6.0'}
    dev: false

  /koa@2.1.0(debug@3.0.0):
    resolution: {integrity: sha512-c}
    peerDependencies:
      debug: ^3.0.0
    dependencies:
      debug: 3.0.0
    dev: false

  /mocha@10.1.0:
    resolution: {integrity: sha512-d}
    dev: true

  /older@1.2.0:
    resolution: {integrity: sha512-e}
    requiresBuild: true
    dev: false
`;

  it('tells versions, edges, facts and what is for development', async () => {
    const lock = await lockOf('pnpm-lock.yaml', text);
    const told = lock.packages.map(({ name, version, isDevelopment }) => `${name}@${version} ${isDevelopment}`);
    assert.deepEqual(told.sort(), ['debug@3.0.0 false', 'koa@2.1.0 false', 'mocha@10.1.0 true', 'older@1.2.0 false']);
    const koa = lock.lockedPackage('package.json', 'koa');
    assert.ok(koa);
    assert.deepEqual(
      lock.dependenciesOf(koa).map(({ name, nodeEngine, integrity }) => [name, nodeEngine, integrity]),
      [['debug', '>=6.0', 'sha512-a']],
    );
    assert.equal(lock.lockedPackage('package.json', 'old')?.hasInstallScript, true);
    assert.equal(lock.installedVersion('package.json', 'old'), '1.2.0');
  });
});

describe('an npm lock file', () => {
  it('leads to what only an optional peer holds, as `npm explain` does', async () => {
    const lock = await lockOf(
      'package-lock.json',
      `{ "lockfileVersion": 3, "packages": { "": {},
        "node_modules/koa": { "version": "2.1.0", "peerDependencies": { "extra": "1" }, "peerDependenciesMeta": { "extra": { "optional": true } } },
        "node_modules/extra": { "version": "1.0.0", "optional": true, "peer": true } } }`,
    );
    const koa = lock.lockedPackage('package.json', 'koa');
    assert.deepEqual(koa && lock.dependenciesOf(koa).map(({ name }) => name), ['extra']);
    assert.equal(koa?.peers, undefined);
  });
});
