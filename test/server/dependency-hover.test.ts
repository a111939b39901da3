import assert from 'node:assert/strict';
import path from 'node:path';
import { MarkupContent, type Hover } from 'vscode-languageserver/node';
import { sends, startLoopbackRegistry, type LoopbackRegistry } from '../registry/loopback-registry.ts';
import { temporaryFolder } from '../registry/temporary-folder.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { openDocument } from './test-document.ts';
import { makeWorkspace, type TemporaryWorkspace } from './temporary-workspace.ts';

const manifest = JSON.stringify(
  {
    name: 'corner-shop',
    private: true,
    dependencies: { parser: '^1.2.0', '@shop/till': 'workspace:*', 'evil](x)': '1.0.0' },
    devDependencies: { checker: '2.0.0' },
  },
  null,
  2,
);
const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': {},
    'node_modules/parser': { version: '1.2.0', license: 'MIT', resolved: 'https://registry.npmjs.org/parser/-/x.tgz' },
    'node_modules/checker': { version: '2.0.0', dev: true, resolved: 'https://npm.shop.example/checker/-/x.tgz' },
  },
});
const files = {
  'package.json': manifest,
  'package-lock.json': lock,
  'src/a.js': "import parse from 'parser';\nexport const a = parse('1');\n",
  'src/b.js': "import parse from 'parser';\nexport const b = parse('2');\n",
  'cto-guardrails.json': '{ "libraries": { "online": true } }',
};
const versions = ['1.2.0', '1.2.3', '1.3.0', '2.1.0', '3.0.0-rc.1'];
const parser = JSON.stringify({
  name: 'parser',
  'dist-tags': { latest: '2.1.0' },
  versions: Object.fromEntries(versions.map((version) => [version, { name: 'parser', version }])),
  time: { '1.2.0': '2024-01-05T10:00:00Z', '1.2.3': '2024-03-01T10:00:00Z', '2.1.0': '2025-06-07T10:00:00Z' },
});
const bulk = '/-/npm/v1/security/advisories/bulk';
const advisories = JSON.stringify({
  parser: [
    {
      id: 7,
      url: 'https://github.com/advisories/GHSA-2222-3333-4444',
      title: 'Pollution',
      severity: 'high',
      vulnerable_versions: '<1.2.3',
      cwe: ['CWE-1321'],
      cvss: { score: 9.8, vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' },
    },
  ],
});

describe('hover on a dependency', () => {
  let workspace: TemporaryWorkspace;
  let registry: LoopbackRegistry;

  before(async () => {
    workspace = makeWorkspace(files);
    registry = await startLoopbackRegistry({ '/parser': sends(parser), [bulk]: sends(advisories) });
  });
  after(async () => {
    workspace.dispose();
    await registry[Symbol.asyncDispose]();
  });

  it('tells what is known, what it costs to stay and to move, and asks nothing', async () => {
    await withServer('en', true, async (server) => {
      const document = await openDocument(server, workspace.root, 'package.json', manifest);
      await document.pull('full');
      const asked = registry.seen.length;
      const text = textOf(await document.hover(4, 10));
      assert.match(text, /^\*\*`parser`\*\* `\^1\.2\.0`/);
      assert.match(text, /\| Installed \| `1\.2\.0` \(since 2024-01-05\) \|/);
      assert.match(
        text,
        /patch `1\.2\.3` \(since 2024-03-01\) · minor `1\.3\.0` · major `2\.1\.0` \(since 2025-06-07\)/,
      );
      assert.match(text, /\| Behind since \| 2024-03-01 \|/);
      assert.match(text, /\| Used in \| production, imported by 2 files: `src\/a\.js`, `src\/b\.js` \|/);
      assert.match(text, /\| Licence \| MIT \|/);
      assert.match(text, /\| Cost of staying \| about €[\d,]+ a year \(\d findings?\) \|/);
      assert.match(text, /\| Cost of moving to the first safe version \| `1\.2\.3` · \d+\u00a0(?:min|h) · /);
      const page = 'https://www.npmjs.com/package/parser';
      assert.ok(text.includes(`(${page}/v/1.2.0) · [versions and releases](${page}?activeTab=versions)`));
      assert.equal(registry.seen.length, asked);
    });
  });

  it('needs no finding, and names neither private packages nor markup to strangers', async () => {
    await withServer('fr', true, async (server) => {
      const document = await openDocument(server, workspace.root, 'package.json', manifest);
      await document.pull('full');
      const checker = textOf(await document.hover(9, 10));
      assert.match(checker, /\| Installée \| `2\.0\.0` \|/);
      assert.match(checker, /\| Utilisée en \| développement, importée par aucun fichier examiné \|/);
      assert.match(checker, /inconnue\u00a0: le registre/);
      assert.doesNotMatch(checker, /npmjs/);
      assert.doesNotMatch(textOf(await document.hover(5, 10)), /npmjs/);
      const evil = textOf(await document.hover(6, 10));
      assert.match(evil, /^\*\*`evil\]\(x\)`\*\*/);
      assert.doesNotMatch(evil, /npmjs/);
      assert.equal(await document.hover(1, 5), null);
    });
  });

  it('stays while the text is ahead of the last review, and without trust', async () => {
    await withServer('en', false, async (server) => {
      const document = await openDocument(server, workspace.root, 'package.json', manifest);
      await document.pull('full');
      await document.change(`\n${manifest}`);
      const text = textOf(await document.hover(5, 10));
      assert.match(text, /\| Installed \| `1\.2\.0` \|\n\| Newest \| unknown: the registry was not asked/);
      assert.doesNotMatch(text, /Cost of staying/);
      await document.change(manifest.replace('{', '{{'));
      assert.equal(await document.hover(4, 10), null);
    });
  });

  async function withServer(
    locale: string,
    isTrusted: boolean,
    use: (server: ServerProcess) => Promise<void>,
  ): Promise<void> {
    await using home = await temporaryFolder({ '.npmrc': `registry=${registry.url}` });
    const environment = { npm_config_userconfig: path.join(home.path, '.npmrc'), XDG_CACHE_HOME: home.path };
    const server = await startServerProcess([workspace.root], { locale, isTrusted }, environment);
    try {
      await server.status(({ state, findings }) => state === 'ready' && findings !== undefined);
      await use(server);
      assert.equal(server.errors(), '');
    } finally {
      await server.stop();
    }
  }
});

function textOf(hover: Hover | null): string {
  assert.ok(hover && MarkupContent.is(hover.contents));
  return hover.contents.value;
}
