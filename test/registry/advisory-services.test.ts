import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type http from 'node:http';
import type { Notice } from '../../src/base/notice.ts';
import { readEpss } from '../../src/registry/exploitation.ts';
import { fetchText } from '../../src/registry/fetch-text.ts';
import { libraryPolicySchema } from '../../src/registry/library-policy.ts';
import { loadLibraryFacts, type LibraryFactsRequest } from '../../src/registry/load-library-facts.ts';
import { packument, sends, startLoopbackRegistry, type Answer } from './loopback-registry.ts';
import { manifestOf } from './manifest-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

const bulk = '/-/npm/v1/security/advisories/bulk';

interface Setup {
  readonly manifest: Record<string, unknown>;
  readonly npmrc: string;
  readonly policy?: Record<string, unknown>;
  readonly files?: Record<string, string>;
  readonly cacheFolder?: string | false;
  readonly osvAddress?: string;
  readonly now?: () => Date;
}

async function load({ manifest, npmrc, policy = {}, files = {}, cacheFolder = false, ...request }: Setup) {
  await using home = await temporaryFolder({ '.npmrc': npmrc });
  await using workspace = await temporaryFolder(files);
  const notices: Notice[] = [];
  const facts = await loadLibraryFacts({
    root: workspace.path,
    homeFolder: home.path,
    environment: {},
    network: true,
    cacheFolder,
    manifests: [manifestOf(JSON.stringify(manifest))],
    policy: libraryPolicySchema.parse(policy),
    limits: { timeoutMs: 2_000, retries: 0, retryDelayMs: 10 },
    ...request,
    onNotice: (notice) => notices.push(notice),
  } satisfies LibraryFactsRequest);
  const about = notices.filter(({ code }) => code.startsWith('advisories') || code.startsWith('exploitation'));
  return { facts, texts: about.map(({ code, text }) => `${code}: ${text.en}`) };
}

/** Answers with a text and keeps what was posted. */
function takes(bodies: unknown[], text: string): Answer {
  return (request, response) => {
    void bodyOf(request).then((body) => {
      bodies.push(JSON.parse(body));
      response.writeHead(200, { 'content-type': 'application/json' }).end(text);
    });
  };
}

async function bodyOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const knownVector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const advisories = JSON.stringify({
  parser: [
    {
      id: 1,
      url: 'https://github.com/advisories/GHSA-2222-3333-4444',
      severity: 'high',
      vulnerable_versions: '<1.2.6 || >=2.0.0 <2.1.0',
      cwe: ['CWE-1321'],
      cvss: { score: 0, vectorString: knownVector },
    },
    { id: 2, vulnerable_versions: 'rubbish' },
  ],
  uninvited: [{ id: 3, vulnerable_versions: '*' }],
});

describe('the advisories of a registry', () => {
  it('are asked for in one question, and say ids, ranges, scores and the way out', async () => {
    const bodies: unknown[] = [];
    await using registry = await startLoopbackRegistry({
      [bulk]: takes(bodies, advisories),
      '/parser': sends(packument('parser', '1.2.5')),
    });
    const manifest = { dependencies: { parser: '1.2.5', '../etc': '1.0.0', near: 'file:./near' } };
    const { facts, texts } = await load({ manifest, npmrc: `registry=${registry.url}` });
    assert.deepEqual(bodies, [{ parser: ['1.2.5'] }]);
    assert.deepEqual(facts.advisoriesFor('parser', '1.2.5'), [
      {
        package: 'parser',
        ids: ['GHSA-2222-3333-4444'],
        affected: [
          { range: '<1.2.6', fixed: '1.2.6' },
          { range: '>=2.0.0 <2.1.0', fixed: '2.1.0' },
        ],
        cwe: [1321],
        cvss: 9.8,
        severity: 'high',
      },
    ]);
    assert.deepEqual(facts.advisoriesFor('parser', '1.2.6'), []);
    assert.deepEqual(facts.advisoriesFor('uninvited', '1.0.0'), []);
    assert.match(
      texts[0] ?? '',
      /^advisories-age: Vulnerabilities are those that npm knew on \d{4}-\d\d-\d\d \d\d:\d\d UTC$/,
    );
    assert.match(texts[1] ?? '', /^advisories-unreadable: 1 record of npm/);
  });

  it('are asked of each registry for its own packages only', async () => {
    const publicBodies: unknown[] = [];
    const privateBodies: unknown[] = [];
    await using open = await startLoopbackRegistry({ [bulk]: takes(publicBodies, '{}') });
    await using closed = await startLoopbackRegistry({ [bulk]: takes(privateBodies, '{}') });
    await load({
      manifest: { dependencies: { parser: '1.0.0', '@us/secret': '2.0.0' } },
      npmrc: `registry=${open.url}\n@us:registry=${closed.url}\n//${closed.host}/:_authToken=t0ken`,
    });
    assert.deepEqual([publicBodies, privateBodies], [[{ parser: ['1.0.0'] }], [{ '@us/secret': ['2.0.0'] }]]);
    const seen = (registry: typeof open) => registry.seen.find(({ url }) => url === bulk)?.authorization;
    assert.deepEqual([seen(open), seen(closed)], [undefined, 'Bearer t0ken']);
  });

  const failures: Record<string, [answer: Answer, reason: RegExp]> = {
    'an error': [(_, response) => response.writeHead(500).end(), /error of the registry/],
    'no such address': [(_, response) => response.writeHead(404).end(), /not in its registry/],
    'HTML instead of JSON': [sends('<html>login</html>'), /answer is not package metadata/],
    'rubbish in JSON': [sends('[1, 2]'), /answer is not package metadata/],
    'a way to another host': [
      (_, response) => response.writeHead(302, { location: 'http://192.0.2.1/' }).end(),
      /redirected to another host/,
    ],
    'a cut connection': [(_, response) => response.destroy(), /cannot be reached/],
  };
  for (const [name, [answer, reason]] of Object.entries(failures)) {
    it(`are missing and said to be after ${name}`, async () => {
      await using registry = await startLoopbackRegistry({ [bulk]: answer });
      const manifest = { dependencies: { parser: '1.0.0' } };
      const { facts, texts } = await load({ manifest, npmrc: `registry=${registry.url}` });
      assert.deepEqual(facts.advisoriesFor('parser', '1.0.0'), []);
      assert.equal(texts.length, 1);
      assert.match(texts[0] ?? '', /^advisories-incomplete: npm did not tell the vulnerabilities of 1 package /);
      assert.match(texts[0] ?? '', reason);
    });
  }

  it('are asked for once a day, and an older answer stands in for none', async () => {
    await using cache = await temporaryFolder({});
    const start = Date.parse('2026-11-01T08:00:00Z');
    await using registry = await startLoopbackRegistry({
      [bulk]: (_, response, attempt) => void response.writeHead(attempt > 1 ? 503 : 200).end(advisories),
    });
    const run = (hours: number) =>
      load({
        manifest: { dependencies: { parser: '1.2.5' } },
        npmrc: `registry=${registry.url}`,
        cacheFolder: cache.path,
        now: () => new Date(start + hours * 3_600_000),
      });
    for (const hours of [0, 23, 49]) {
      const { facts, texts } = await run(hours);
      assert.equal(facts.advisoriesFor('parser', '1.2.5').length, 1);
      assert.match(texts[0] ?? '', /knew on 2026-11-01 08:00 UTC/);
    }
    assert.equal(registry.seen.filter(({ url }) => url === bulk).length, 2);
  });
});

describe('OSV', () => {
  const record = {
    id: 'GHSA-2222-3333-4444',
    aliases: ['CVE-2024-1'],
    affected: [
      {
        package: { ecosystem: 'npm', name: 'parser' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.2.6' }] }],
      },
    ],
  };

  it('is asked in batches about public packages alone, page by page', async () => {
    const bodies: unknown[] = [];
    const pages = [
      '{"results":[{"vulns":[{"id":"GHSA-2222-3333-4444","modified":"m"}],"next_page_token":"more"}]}',
      '{"results":[{}]}',
    ];
    await using osv = await startLoopbackRegistry({
      '/v1/querybatch': (request, response, attempt) =>
        takes(bodies, pages[attempt - 1] ?? '')(request, response, attempt),
      '/v1/vulns/GHSA-2222-3333-4444?m=m': sends(JSON.stringify(record)),
    });
    await using closed = await startLoopbackRegistry({});
    const { facts, texts } = await load({
      manifest: { dependencies: { parser: '1.2.5', '@us/secret': '1.0.0' } },
      npmrc: `@us:registry=${closed.url}\nfetch-retries=0`,
      policy: { sources: ['osv'] },
      osvAddress: osv.url,
    });
    const question = { package: { name: 'parser', ecosystem: 'npm' }, version: '1.2.5' };
    assert.deepEqual(bodies, [{ queries: [question] }, { queries: [{ ...question, page_token: 'more' }] }]);
    assert.deepEqual(facts.advisoriesFor('parser', '1.2.5')[0]?.ids, ['GHSA-2222-3333-4444', 'CVE-2024-1']);
    assert.match(texts[0] ?? '', /that OSV knew on/);
  }).timeout(30_000);

  it('and lists of attacks sharpen what a registry says of the same vulnerability', async () => {
    await using osv = await startLoopbackRegistry({
      [bulk]: sends(advisories),
      '/v1/querybatch': sends('{"results":[{"vulns":[{"id":"GHSA-2222-3333-4444"}]}]}'),
      '/v1/vulns/GHSA-2222-3333-4444?m=': sends(JSON.stringify(record)),
    });
    const { facts, texts } = await load({
      manifest: { dependencies: { parser: '1.2.5' } },
      npmrc: `registry=${osv.url}`,
      policy: { epss: 'epss.csv', knownExploited: 'kev.json' },
      files: {
        'epss.csv': '#model_version:v2025\ncve,epss,percentile\nCVE-2024-1,0.91,0.99\n',
        'kev.json': '<html>',
      },
    });
    assert.equal(facts.advisoriesFor('parser', '1.2.5').length, 1);
    assert.match(texts.at(-1) ?? '', /^exploitation-list-unreadable: .* kev\.json cannot be read/);
  });
});

describe('lists of attacks', () => {
  it('are unpacked where a service publishes them packed, within bounds', async () => {
    const csv = 'cve,epss,percentile\nCVE-2024-1,0.5,0.9\n';
    const packed = (text: string): Answer => {
      return (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/gzip' }).end(gzipSync(text));
      };
    };
    await using service = await startLoopbackRegistry({
      '/epss.csv.gz': packed(csv),
      '/bomb.csv.gz': packed('0'.repeat(2_000_000)),
      '/torn.csv.gz': (_request, response) => {
        response.writeHead(200).end(gzipSync(csv).subarray(0, 20));
      },
    });
    const limits = { timeoutMs: 2_000, retries: 0, retryDelayMs: 10, maxBytes: 1_000_000, maxSockets: 2 };
    const registry = { url: service.url };
    const user = { registryByScope: new Map<string, string>(), credentials: {} };
    const ask = (name: string) => fetchText({ url: service.url + name, registry, user, limits });
    const { text = '' } = await ask('epss.csv.gz');
    assert.deepEqual([...readEpss(Buffer.from(text))], [['CVE-2024-1', 0.5]]);
    await assert.rejects(ask('bomb.csv.gz'), { reason: 'too-large' });
    await assert.rejects(ask('torn.csv.gz'), { reason: 'not-json' });
  });

  it('are read packed and unpacked, from the workspace only', async () => {
    const { readKnownExploited, withExploitation } = await import('../../src/registry/exploitation.ts');
    const csv = Buffer.from('cve,epss,percentile\nCVE-2024-1,0.5,0.9\nbroken line\n');
    for (const bytes of [csv, gzipSync(csv)]) assert.deepEqual([...readEpss(bytes)], [['CVE-2024-1', 0.5]]);
    const knownExploited = readKnownExploited('{"vulnerabilities":[{"cveID":"CVE-2024-1"}]}');
    const advisory = { package: 'parser', ids: ['GHSA-x', 'CVE-2024-1'], affected: [], cwe: [] };
    const sharper = withExploitation(advisory, { epss: readEpss(csv), knownExploited });
    assert.deepEqual([sharper.epss, sharper.knownExploited], [0.5, true]);
  });
});
