import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createTarGzip } from 'nanotar';
import type { Manifest } from '../../src/workspace/manifest.ts';
import { load } from './load.ts';
import type { Answer } from './loopback-registry.ts';
import { sends, startLoopbackRegistry } from './loopback-registry.ts';
import { manifestWith } from './manifest-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Published {
  readonly archive: Buffer;
  readonly answers: Record<string, Answer>;
}

/** A package whose second major has an archive at the address that its metadata gives. */
async function publish(name: string, files: Record<string, string>, host: string, hash?: string): Promise<Published> {
  const entries = Object.entries(files).map(([file, data]) => ({ name: `package/${file}`, data }));
  const archive = Buffer.from(await createTarGzip(entries));
  const integrity = hash ?? `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  const dist = { tarball: `http://${host}/${name}/-/${name}-2.0.0.tgz`, integrity, unpackedSize: 1_000 };
  const versions = { '1.0.0': { dist: {} }, '2.0.0': { dist } };
  return {
    archive,
    answers: {
      [`/${name}`]: sends(JSON.stringify({ name, 'dist-tags': { latest: '2.0.0' }, versions })),
      [`/${name}/-/${name}-2.0.0.tgz`]: (_, response) => response.writeHead(200).end(archive),
    },
  };
}

const files = {
  'package.json': '{ "types": "index.d.ts" }',
  'index.d.ts': 'export declare const two: 2;',
  'index.js': 'throw new Error("never run")',
};

function installed(name: string): Manifest {
  return {
    ...manifestWith({ [name]: '1.0.0' }),
    installedVersion: () => '1.0.0',
    installedPackage: () => ({ manifestText: '{}', read: () => undefined }),
  };
}

describe('declarations of a newer major', () => {
  async function ask(hash?: string, imports = ['kit'], host?: string) {
    const answers: Record<string, Answer> = {};
    const registry = await startLoopbackRegistry(answers);
    Object.assign(answers, (await publish('kit', files, host ?? registry.host, hash)).answers);
    const { facts } = await load({
      npmrc: `registry=${registry.url}`,
      manifests: [installed('kit')],
      imports: new Set(imports),
    });
    const archives = registry.seen.filter(({ url }) => url.endsWith('.tgz')).length;
    await registry[Symbol.asyncDispose]();
    return { found: facts.declarationsOf('kit', '2.0.0'), archives };
  }

  it('are read from its archive, code left aside', async () => {
    const { found } = await ask();
    assert.equal(found?.manifestText, files['package.json']);
    assert.equal(found.read('index.d.ts'), files['index.d.ts']);
    assert.equal(found.read('index.js'), undefined);
  });

  it('are left out when the archive has another hash', async () => {
    assert.equal((await ask('sha512-AAAA')).found, undefined);
  });

  it('are not fetched for what no code imports, nor from another host than the registry', async () => {
    assert.deepEqual(await ask(undefined, []), { found: undefined, archives: 0 });
    await using stranger = await startLoopbackRegistry({});
    assert.deepEqual(await ask(undefined, ['kit'], stranger.host), { found: undefined, archives: 0 });
    assert.deepEqual(stranger.seen, []);
  });

  it('are fetched once', async () => {
    await using cache = await temporaryFolder();
    const answers: Record<string, Answer> = {};
    await using registry = await startLoopbackRegistry(answers);
    Object.assign(answers, (await publish('kit', files, registry.host)).answers);
    for (const day of ['2026-11-22', '2026-11-25']) {
      const { facts } = await load({
        npmrc: `registry=${registry.url}`,
        manifests: [installed('kit')],
        imports: new Set(['kit']),
        cacheFolder: cache.path,
        now: () => new Date(day),
      });
      assert.equal(facts.declarationsOf('kit', '2.0.0')?.read('index.d.ts'), files['index.d.ts']);
    }
    assert.equal(registry.seen.filter(({ url }) => url.endsWith('.tgz')).length, 1);
  });
});
