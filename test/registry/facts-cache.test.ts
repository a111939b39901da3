import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { LoopbackRegistry } from './loopback-registry.ts';
import { packument, sends, startLoopbackRegistry } from './loopback-registry.ts';
import { load } from './load.ts';
import { manifestWith } from './manifest-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

const monday = new Date('2026-11-02T09:00:00.000Z');
const hours = (count: number) => () => new Date(monday.getTime() + count * 3_600_000);
const manifests = [manifestWith({ tool: '^1.0.0' })];

describe('the cache of registry answers', () => {
  it('asks once a day, then conditionally, and keeps when it last heard', async () => {
    await using cache = await temporaryFolder();
    const body = JSON.stringify({ ...JSON.parse(packument('tool', '1.0.0', '1.1.0')) });
    await using registry = await startLoopbackRegistry({ '/tool': sends(body, '"v1"') });
    const setup = { npmrc: `registry=${registry.url}`, cacheFolder: cache.path, manifests };
    for (const [at, requests, fetchedAt] of [
      [0, 1, hours(0)()],
      [23, 1, hours(0)()],
      [25, 2, hours(25)()],
      [48, 2, hours(25)()],
    ] as const) {
      const { facts, notices } = await load({ ...setup, now: hours(at) });
      assert.deepEqual(notices, []);
      assert.equal(registry.seen.length, requests, `requests after ${at} hours`);
      assert.deepEqual(facts.packageFacts('tool')?.versions, ['1.0.0', '1.1.0']);
      assert.equal(facts.packageFacts('tool')?.fetchedAt, fetchedAt.toISOString());
      assert.equal(facts.packageFacts('tool')?.lastPublished, '2026-10-01T08:00:00.000Z');
    }
    assert.deepEqual(
      registry.seen.map(({ ifNoneMatch }) => ifNoneMatch),
      [undefined, '"v1"'],
    );
  });

  it('remembers that a package is unknown', async () => {
    await using cache = await temporaryFolder();
    await using registry = await startLoopbackRegistry({});
    for (let run = 0; run < 2; run++) {
      const { texts } = await load({ npmrc: `registry=${registry.url}`, cacheFolder: cache.path, manifests });
      assert.match(texts, /not in its registry/);
    }
    assert.equal(registry.seen.length, 1);
  });

  it('serves what it knew when the registry fails, and says so', async () => {
    await using cache = await temporaryFolder();
    let fails = false;
    await using registry = await startLoopbackRegistry({
      '/tool': (request, response, attempt) =>
        fails ? response.writeHead(500).end() : sends(packument('tool', '1.0.0'))(request, response, attempt),
    });
    const setup = { npmrc: `registry=${registry.url}`, cacheFolder: cache.path, manifests };
    await load({ ...setup, now: hours(0) });
    fails = true;
    const { facts, notices, texts } = await load({ ...setup, now: hours(30) });
    assert.equal(facts.packageFacts('tool')?.fetchedAt, monday.toISOString());
    assert.deepEqual(
      notices.map(({ code }) => code),
      ['registry-stale'],
    );
    assert.match(texts, /did not answer for 1 of 1 package;/);
  });

  const damages: readonly { name: string; damage: (file: string) => Promise<void> }[] = [
    { name: 'cut off', damage: (file) => fs.truncate(file, 40) },
    { name: 'empty', damage: (file) => fs.writeFile(file, '') },
    { name: 'of another shape', damage: (file) => fs.writeFile(file, '{"facts":{"__proto__":1}}') },
    {
      name: 'about another package',
      damage: async (file) => fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('"tool"', '"evil"')),
    },
    {
      name: 'a folder',
      damage: async (file) => {
        await fs.rm(file);
        await fs.mkdir(file);
      },
    },
  ];
  for (const { name, damage } of damages) {
    it(`throws an entry away that is ${name}`, async () => {
      await using cache = await temporaryFolder();
      await using registry = await startLoopbackRegistry({ '/tool': sends(packument('tool', '1.0.0')) });
      const setup = { npmrc: `registry=${registry.url}`, cacheFolder: cache.path, manifests };
      await load(setup);
      const [entry] = await cacheFiles(cache.path);
      await damage(entry!);
      const { facts } = await load(setup);
      assert.equal(facts.packageFacts('tool')?.latest, '1.0.0');
      assert.equal(registry.seen.length, 2);
    });
  }

  it('keeps the answers of two registries apart', async () => {
    await using cache = await temporaryFolder();
    await using one = await startLoopbackRegistry({ '/tool': sends(packument('tool', '1.0.0')) });
    await using two = await startLoopbackRegistry({ '/tool': sends(packument('tool', '2.0.0')) });
    const latestFrom = async ({ url }: LoopbackRegistry) =>
      (await load({ npmrc: `registry=${url}`, cacheFolder: cache.path, manifests })).facts.packageFacts('tool')?.latest;
    assert.deepEqual(
      [await latestFrom(one), await latestFrom(two), await latestFrom(one)],
      ['1.0.0', '2.0.0', '1.0.0'],
    );
  });

  it('does without a folder it cannot write, and says so once', async () => {
    await using cache = await temporaryFolder({ 'in-the-way': 'a file where the folder should be' });
    await using registry = await startLoopbackRegistry({ '/tool': sends(packument('tool', '1.0.0')) });
    const { facts, notices } = await load({
      npmrc: `registry=${registry.url}`,
      cacheFolder: path.join(cache.path, 'in-the-way'),
      manifests: [manifestWith({ tool: '1', other: '1' })],
    });
    assert.equal(facts.packageFacts('tool')?.latest, '1.0.0');
    assert.deepEqual(
      notices.map(({ code }) => code),
      ['registry-cache-not-writable', 'registry-incomplete'],
    );
  });

  it('stays within its number of entries, the oldest leaving first', async () => {
    await using cache = await temporaryFolder();
    await using registry = await startLoopbackRegistry({ '/tool': sends(packument('tool', '1.0.0')) });
    const setup = { npmrc: `registry=${registry.url}`, cacheFolder: cache.path, manifests };
    await load(setup);
    const [entry] = await cacheFiles(cache.path);
    const longAgo = new Date('2020-01-01');
    for (let index = 0; index < 5_010; index++) {
      const file = path.join(path.dirname(entry!), `old-${index}.json`);
      await fs.writeFile(file, '{}');
      await fs.utimes(file, longAgo, longAgo);
    }
    await load({ ...setup, now: () => new Date(Date.now() + 3 * 86_400_000) });
    const left = await cacheFiles(cache.path);
    assert.equal(left.length, 5_000);
    assert.ok(left.includes(entry!));
  });
});

async function cacheFiles(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
