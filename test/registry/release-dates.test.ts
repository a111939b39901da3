import assert from 'node:assert/strict';
import type { Manifest } from '../../src/workspace/manifest.ts';
import { libraryPolicySchema } from '../../src/registry/library-policy.ts';
import { releasePageOf } from '../../src/registry/release-page.ts';
import { load } from './load.ts';
import type { Answer, LoopbackRegistry } from './loopback-registry.ts';
import { packument, startLoopbackRegistry } from './loopback-registry.ts';
import { manifestWith } from './manifest-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

const today = new Date('2026-11-22T12:00:00.000Z');

/** Short metadata as npm's own registry sends it, and the long form, with dates, to those who ask for all of it. */
function twoForms(name: string, time: Record<string, string>): Answer {
  const versions = Object.keys(time);
  const short = packument(name, ...versions);
  const long = {
    ...(JSON.parse(short) as object),
    time,
    repository: { url: `git+https://github.com/makers/${name}.git` },
  };
  return (request, response) => {
    if (request.headers['if-none-match'] === '"long"') return void response.writeHead(304).end();
    const isShort = request.headers.accept?.includes('install-v1') === true;
    response.writeHead(200, isShort ? {} : { etag: '"long"' }).end(isShort ? short : JSON.stringify(long));
  };
}

/** Questions about packages, without those about vulnerabilities. */
function asked({ seen }: LoopbackRegistry): LoopbackRegistry['seen'] {
  return seen.filter(({ url }) => !url.startsWith('/-/'));
}

function installed(ranges: Record<string, string>): Manifest {
  return { ...manifestWith(ranges), installedVersion: (name) => ranges[name] };
}

describe('dates of releases', () => {
  const time = { '1.0.0': '2024-01-01T00:00:00.000Z', '2.0.0': '2025-02-02T00:00:00.000Z' };

  it('are asked for where a package is late, once, and kept for as long as they answer', async () => {
    await using cache = await temporaryFolder();
    await using registry = await startLoopbackRegistry({ '/late': twoForms('late', time) });
    const setup = {
      npmrc: `registry=${registry.url}`,
      manifests: [installed({ late: '1.0.0' })],
      cacheFolder: cache.path,
    };
    for (const days of [0, 0.5, 3]) {
      const now = (): Date => new Date(today.getTime() + days * 86_400_000);
      const { facts, notices } = await load({ ...setup, now });
      assert.deepEqual(notices, []);
      const late = facts.packageFacts('late');
      assert.deepEqual(Object.fromEntries(late?.released ?? []), time);
      assert.equal(late?.lastPublished, time['2.0.0']);
      assert.equal(late.releaseNotes, 'https://github.com/makers/late/releases');
    }
    assert.deepEqual(
      asked(registry).map(({ accept }) => accept === 'application/json'),
      [false, true, false],
    );
  });

  it('are asked for again, conditionally, when a version without one appears', async () => {
    await using cache = await temporaryFolder();
    const newer = { ...time, '3.0.0': '2026-11-24T00:00:00.000Z' };
    await using registry = await startLoopbackRegistry({
      '/late': (request, response, attempt) => {
        const times = attempt <= 2 ? time : newer;
        const answer = twoForms('late', times);
        answer(Object.assign(request, { headers: { ...request.headers, 'if-none-match': '' } }), response, attempt);
      },
    });
    const setup = {
      npmrc: `registry=${registry.url}`,
      manifests: [installed({ late: '1.0.0' })],
      cacheFolder: cache.path,
    };
    await load({ ...setup, now: () => today });
    const later = await load({ ...setup, now: () => new Date(today.getTime() + 3 * 86_400_000) });
    assert.deepEqual(Object.fromEntries(later.facts.packageFacts('late')?.released ?? []), newer);
    assert.equal(asked(registry).at(-1)?.ifNoneMatch, '"long"');
  });

  it('are not asked for where the short form already says that nothing is new', async () => {
    await using registry = await startLoopbackRegistry({ '/old': twoForms('old', { '1.0.0': '2019-01-01' }) });
    const policy = libraryPolicySchema.parse({ coolDownDays: 7 });
    const setup = { npmrc: `registry=${registry.url}`, manifests: [installed({ old: '1.0.0' })], policy };
    await load({ ...setup, now: () => new Date('2027-06-22T12:00:00.000Z') });
    assert.equal(asked(registry).length, 1);
  });

  it('that a policy needs and nobody gives are said to be missing', async () => {
    await using registry = await startLoopbackRegistry({
      '/young': (request, response, attempt) => {
        if (request.headers.accept === 'application/json') return void response.writeHead(500).end();
        twoForms('young', { '1.0.0': '2026-11-20' })(request, response, attempt);
      },
    });
    const { facts, texts } = await load({
      npmrc: `registry=${registry.url}`,
      manifests: [installed({ young: '1.0.0' })],
      policy: libraryPolicySchema.parse({ coolDownDays: 90 }),
      now: () => today,
    });
    assert.match(texts, /^The cool-down of 90 days was not checked for 1 package, .*: `young`$/);
    assert.equal(facts.packageFacts('young')?.latest, '1.0.0');
  });
});

describe('the page of releases', () => {
  const cases: readonly (readonly [unknown, string | undefined])[] = [
    [{ type: 'git', url: 'git+https://github.com/a/b.git' }, 'https://github.com/a/b/releases'],
    ['git@github.com:a/b.js.git', 'https://github.com/a/b.js/releases'],
    ['github:a/b', 'https://github.com/a/b/releases'],
    ['a/b', 'https://github.com/a/b/releases'],
    [{ url: 'https://gitlab.com/a/b/tree/main' }, 'https://gitlab.com/a/b/-/releases'],
    [{ url: 'https://example.com/a/b' }, undefined],
    [{ url: 'https://github.com.evil.example/a/b' }, undefined],
    ['javascript:alert(1)', undefined],
    [42, undefined],
  ];
  for (const [repository, page] of cases)
    it(`of ${JSON.stringify(repository)} is ${page ?? 'unknown'}`, () => assert.equal(releasePageOf(repository), page));
});
