import assert from 'node:assert/strict';
import { resultSchema } from '../../src/reports/result-schema.ts';
import { makeWorkspace, type TemporaryWorkspace } from '../server/temporary-workspace.ts';
import { ensureBuilt, runBundled, type CliRun } from './cli-process.ts';

const query =
  "import express from 'express';\nexport const app = express();\napp.get('/o', (req, res) => {\n  res.send(`<p>${req.query.id}</p>`);\n});\n";

const sarif = {
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'Acme Scan',
          rules: [
            { id: 'js/sql', properties: { tags: ['security', 'external/cwe/cwe-089'], 'security-severity': '8.8' } },
            { id: 'acme-own-idea', defaultConfiguration: { level: 'warning' } },
          ],
        },
      },
      results: ['js/sql', 'acme-own-idea'].map((ruleId) => ({
        ruleId,
        message: { text: `\u001b[31m${ruleId} here` },
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: 'src/orders.js' }, region: { startLine: 4, startColumn: 3 } },
          },
        ],
      })),
    },
  ],
};

describe('the processes of price and profile', function () {
  this.timeout(120_000);
  let shop: TemporaryWorkspace;
  before(() => {
    ensureBuilt();
    shop = makeWorkspace(
      {
        'package.json': '{ "name": "corner-shop", "private": true }',
        'src/orders.js': query,
        'cto-guardrails.json': '{ "business": { "currency": "CHF", "dayRate": 900 } }',
        'acme.sarif': JSON.stringify(sarif),
        'half.sarif': '{ "version": "2.1.0", "runs": [',
        'old.sarif': '{ "version": "1.0.0", "runs": [] }',
      },
      { git: true },
    );
  });
  after(() => shop.dispose());
  const run = (...args: string[]): Promise<CliRun> => runBundled(args, { folder: shop.root });

  it('prices another tool’s results in every form, in the profile’s currency', async () => {
    const pretty = await run('price', 'acme.sarif', '--quiet');
    assert.deepEqual([pretty.code, pretty.stderr], [0, '']);
    assert.match(pretty.stdout, /CHF/);
    assert.match(pretty.stdout, /acme-own-idea/);
    assert.doesNotMatch(pretty.stdout, /\u001b/);
    const json = await run('price', 'acme.sarif', '--quiet', '--format', 'json');
    const { findings } = resultSchema.parse(JSON.parse(json.stdout));
    assert.deepEqual(findings.map(({ rule }) => rule).sort(), ['Acme Scan: acme-own-idea', 'Acme Scan: js/sql']);
    assert.equal(findings.find(({ rule }) => rule.endsWith('js/sql'))!.weakness, 'injection');
    assert.equal(findings.find(({ rule }) => rule.endsWith('acme-own-idea'))!.confidence, 'D');
    for (const [format, pattern] of [
      ['sarif', /"version": ?"2\.1\.0"/],
      ['markdown', /^#|\*\*/],
      ['html', /^<!doctype html>/i],
      ['csv', /^[\uFEFF]?\w+[,;]/],
    ] as const) {
      const { code, stdout } = await run('price', 'acme.sarif', '--quiet', '--format', format, '--lang', 'fr');
      assert.equal(code, 0);
      assert.match(stdout, pattern);
    }
  });

  it('reads a pipe', async () => {
    const { code, stderr } = await run('price', '/dev/null', '--quiet');
    assert.equal(code, 2);
    assert.match(stderr, /^[^\n]*SARIF[^\n]*\n$/);
  });

  const mistakes: readonly [string, string[], RegExp][] = [
    ['a file that is not there', ['price', 'none.sarif'], /none\.sarif/],
    ['a folder', ['price', 'src'], /src/],
    ['half a file', ['price', 'half.sarif'], /half\.sarif/],
    ['an old version', ['price', 'old.sarif'], /1\.0\.0/],
    ['a form that is none', ['price', 'acme.sarif', '--format', 'xml'], /xml/],
    ['a change without a value', ['profile', '--set', 'teamSize'], /--set teamSize is no change/],
    ['a key that is none', ['profile', '--offline', '--quiet', '--set', 'teamsize=2'], /teamsize/],
    ['a value of 0', ['profile', '--offline', '--quiet', '--set', 'dayRate=0', '--lang', 'fr'], /dayRate \(attendu/],
    ['an unknown currency', ['profile', '--offline', '--quiet', '--set', 'currency=ZZZ'], /ZZZ/],
  ];
  for (const [name, args, message] of mistakes)
    it(`names ${name} in one sentence`, async () => {
      const { code, stdout, stderr } = await run(...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    });

  it('shows what moves the total as a table in columns, before and after a change', async () => {
    const { code, stdout, stderr } = await run('profile', '--offline', '--quiet', '--set', 'annualRevenue=50000000');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^What the change would do\n {0,2}Cost of leaving everything: .*CHF.* before, .* after\.\n/);
    assert.match(stdout, /^ {2}Input +at half +now, a year +at double$/m);
    assert.match(stdout, /^ {2}Annual revenue +CHF/m);
    assert.doesNotMatch(stdout, /\|/);
    const areas = [...stdout.matchAll(/^ {2}\S+ +[\d.,]+ +(\d+)\u00a0% +\d+\u00a0% +\d+$/gm)].map(([, share]) =>
      Number(share),
    );
    assert.ok(areas.length > 0 && Math.abs(areas.reduce((sum, share) => sum + share, 0) - 100) <= areas.length, stdout);
    const rows = stdout.split('\n').filter((line) => line.startsWith('  ') && /at half|CHF.*CHF/.test(line));
    assert.equal(new Set(rows.map((line) => line.length)).size, 1);
  });

  it('writes the same as Markdown and JSON', async () => {
    const markdown = await run('profile', '--offline', '--quiet', '--format', 'markdown', '--lang', 'fr');
    assert.match(markdown.stdout, /^## Ce qui fait le plus varier le total\n\n\| Donnée \|/);
    const json = await run('profile', '--offline', '--quiet', '--format', 'json');
    const { strongest } = JSON.parse(json.stdout) as { strongest: { halfEur: number; doubleEur: number }[] };
    assert.equal(strongest.length, 3);
    assert.ok(strongest.every(({ halfEur, doubleEur }) => halfEur > 0 && doubleEur > 0));
  });
});
