import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from './loopback-registry.ts';
import { packument, sends, startLoopbackRegistry } from './loopback-registry.ts';
import { load } from './load.ts';
import { manifestOf, manifestWith } from './manifest-of.ts';

describe('asking a registry', () => {
  const broken: readonly { name: string; answer: Answer; says: RegExp; requests?: number; maxBytes?: number }[] = [
    {
      name: 'HTML instead of JSON',
      answer: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>sign in</html>'),
      says: /`broken` \(answer is not package metadata\)/,
    },
    { name: 'JSON that describes nothing', answer: sends('{"ok":true}'), says: /answer is not package metadata/ },
    { name: 'another package', answer: sends(packument('evil', '1.0.0')), says: /answer is not package metadata/ },
    {
      name: 'versions as an array of rubbish',
      answer: sends('{"name":"broken","versions":[1,null]}'),
      says: /not in its/,
    },
    { name: 'null', answer: sends('null'), says: /answer is not package metadata/ },
    { name: 'an empty body', answer: sends(''), says: /answer is not package metadata/ },
    {
      name: 'a server error, after few retries',
      answer: (_, response) => response.writeHead(503).end('later'),
      says: /error of the registry/,
      requests: 3,
    },
    {
      name: 'refused access',
      answer: (_, response) => response.writeHead(403).end(),
      says: /refuses access/,
      requests: 1,
    },
    {
      name: 'no answer',
      answer: (request) => void request.socket.on('error', () => undefined),
      says: /no answer in time/,
    },
    {
      name: 'an answer that drips',
      answer: (_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
      says: /no answer in time/,
    },
    { name: 'a cut connection', answer: (request) => request.socket.destroy(), says: /cannot be reached/, requests: 3 },
    {
      name: 'too much',
      answer: sends(packument('broken', '1.0.0') + ' '.repeat(9_000)),
      says: /too large/,
      maxBytes: 9_000,
    },
    {
      name: 'a redirect without a target',
      answer: (_, response) => response.writeHead(302).end(),
      says: /redirected|cannot/,
    },
  ];
  for (const { name, answer, says, requests, maxBytes = 1_000_000 } of broken) {
    it(`survives ${name} and keeps the other facts`, async () => {
      await using registry = await startLoopbackRegistry({
        '/broken': answer,
        '/fine': sends(packument('fine', '1.2.0')),
      });
      const { facts, notices, texts } = await load({
        npmrc: `registry=${registry.url}`,
        manifests: [manifestWith({ broken: '^1.0.0', fine: '^1.0.0' })],
        limits: { timeoutMs: 700, retries: 2, retryDelayMs: 10, maxBytes },
      });
      assert.equal(facts.packageFacts('broken'), undefined);
      assert.equal(facts.packageFacts('fine')?.latest, '1.2.0');
      assert.deepEqual(
        notices.map((notice) => notice.code),
        ['registry-incomplete'],
      );
      assert.match(texts, /^1 of 2 packages could not be looked up/);
      assert.match(texts, says);
      if (requests !== undefined) assert.equal(registry.seen.filter(({ url }) => url === '/broken').length, requests);
    });
  }

  it('succeeds on a retry after a passing failure', async () => {
    await using registry = await startLoopbackRegistry({
      '/shaky': (request, response, attempt) =>
        attempt === 1 ? response.writeHead(500).end() : sends(packument('shaky', '2.0.0'))(request, response, attempt),
    });
    const { facts, notices } = await load({
      npmrc: `registry=${registry.url}`,
      manifests: [manifestWith({ shaky: '1' })],
    });
    assert.equal(facts.packageFacts('shaky')?.latest, '2.0.0');
    assert.deepEqual(notices, []);
  });

  it('follows a redirect on the same origin and refuses one to another host', async () => {
    await using stranger = await startLoopbackRegistry({ '/secret-name': sends(packument('secret-name', '9.0.0')) });
    await using registry = await startLoopbackRegistry({
      '/moved': (_, response) => response.writeHead(301, { location: '/new/moved' }).end(),
      '/new/moved': sends(packument('moved', '1.0.0')),
      '/secret-name': (_, response) => response.writeHead(302, { location: `${stranger.url}secret-name` }).end(),
      '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
    });
    const { facts, texts } = await load({
      npmrc: `registry=${registry.url}`,
      manifests: [manifestWith({ moved: '1', 'secret-name': '1', loop: '1' })],
    });
    assert.equal(facts.packageFacts('moved')?.latest, '1.0.0');
    assert.equal(facts.packageFacts('secret-name'), undefined);
    assert.deepEqual(stranger.seen, []);
    assert.match(texts, /`loop`, `secret-name` \(redirected to another host, not followed\)/);
  });

  it('asks for abbreviated metadata, eight packages at a time at most', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `library-${index}`);
    const slowly =
      (name: string): Answer =>
      (request, response, attempt) =>
        void delay(30).then(() => sends(packument(name, '1.0.0'))(request, response, attempt));
    await using registry = await startLoopbackRegistry(
      Object.fromEntries(names.map((name) => [`/${name}`, slowly(name)])),
    );
    const { facts } = await load({
      npmrc: `registry=${registry.url}`,
      manifests: [manifestWith(Object.fromEntries(names.map((name) => [name, '1'])))],
    });
    assert.ok(names.every((name) => facts.packageFacts(name)?.latest === '1.0.0'));
    assert.ok(registry.peak() > 1 && registry.peak() <= 8, `peak of ${registry.peak()}`);
    assert.ok(registry.seen.every(({ accept }) => accept?.startsWith('application/vnd.npm.install-v1+json')));
  });

  it('leaves a registry alone that cannot be reached at all', async () => {
    const registry = await startLoopbackRegistry({});
    await registry[Symbol.asyncDispose]();
    const names = Array.from({ length: 200 }, (_, index) => `library-${index}`);
    const start = Date.now();
    const { texts } = await load({
      npmrc: `registry=${registry.url}`,
      manifests: [manifestWith(Object.fromEntries(names.map((name) => [name, '1'])))],
      limits: { timeoutMs: 5_000, retries: 2, retryDelayMs: 50 },
    });
    assert.ok(Date.now() - start < 3_000, `${Date.now() - start} ms`);
    assert.match(texts, /^200 of 200 packages could not be looked up: .* and \d+ more \(not asked any more\)/);
  });

  it('stops at once when cancelled', async () => {
    await using registry = await startLoopbackRegistry({
      '/hangs': (request) => void request.socket.on('error', () => undefined),
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const start = Date.now();
    await assert.rejects(
      load({
        npmrc: `registry=${registry.url}`,
        manifests: [manifestWith({ hangs: '1' })],
        signal: controller.signal,
        limits: { timeoutMs: 20_000 },
      }),
      { name: 'AbortError' },
    );
    assert.ok(Date.now() - start < 2_000);
  });

  it('asks nothing that a registry cannot know, and about no member of the workspace', async () => {
    await using registry = await startLoopbackRegistry({ '/real': sends(packument('real', '3.0.0')) });
    const root = manifestOf(
      JSON.stringify({
        dependencies: {
          member: '^1.0.0',
          linked: 'workspace:*',
          near: 'file:../near',
          repository: 'github:someone/repository#main',
          archive: 'https://example.com/archive.tgz',
          renamed: 'npm:real@^3.0.0',
        },
      }),
    );
    const member = manifestOf('{"name":"member","version":"1.4.0"}', 'packages/member/package.json');
    const { facts, notices } = await load({ npmrc: `registry=${registry.url}`, manifests: [root, member] });
    assert.deepEqual(
      registry.seen.map(({ url }) => url),
      ['/real'],
    );
    assert.equal(facts.packageFacts('real')?.latest, '3.0.0');
    assert.deepEqual(notices, []);
  });

  it('takes a package called __proto__ for what it is', async () => {
    const hostile =
      '{"name":"plain","dist-tags":{"__proto__":{"latest":"6.6.6"},"latest":"1.0.0"},' +
      '"versions":{"1.0.0":{},"__proto__":{"deprecated":"x"},"constructor":{"deprecated":"x"}}}';
    await using registry = await startLoopbackRegistry({ '/plain': sends(hostile) });
    const text = '{"dependencies":{"__proto__":"1.0.0","constructor":"1.0.0","../../etc":"1.0.0","plain":"1"}}';
    const { facts, texts } = await load({ npmrc: `registry=${registry.url}`, manifests: [manifestOf(text)] });
    const names = registry.seen.map(({ url }) => url).filter((url) => !url.startsWith('/-/'));
    assert.deepEqual(names.sort(), ['/constructor', '/plain']);
    assert.equal(facts.packageFacts('__proto__'), undefined);
    assert.deepEqual(facts.packageFacts('plain')?.versions, ['1.0.0']);
    assert.equal(facts.packageFacts('plain')?.deprecated.size, 0);
    assert.match(texts, /`\.\.\/\.\.\/etc`, `__proto__` \(not a valid package name\)/);
  });
});
