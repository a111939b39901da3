import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Log } from 'sarif';
import { resultSchema, type AuditResult } from '../../src/reports/result-schema.ts';
import { sarifValidator } from '../reports/sarif-validator.ts';
import { makeWorkspace, type TemporaryWorkspace } from '../server/temporary-workspace.ts';
import { auditedShop, hostileName } from './audited-shop.ts';
import { ensureBuilt, runBundled, type CliOptions, type CliRun } from './cli-process.ts';

describe('cto-guardrails audit', function () {
  this.timeout(120_000);
  let shop: TemporaryWorkspace;
  before(() => {
    ensureBuilt();
    shop = makeWorkspace(auditedShop, { git: true });
  });
  after(() => shop.dispose());

  const audit = (args: readonly string[], options: CliOptions = {}): Promise<CliRun> =>
    runBundled(['audit', '--offline', ...args], { folder: shop.root, ...options });
  const results = (json: string): AuditResult => resultSchema.parse(JSON.parse(json));

  it('prints a summary without colours into a pipe, and nothing on standard error', async () => {
    const run = await audit([]);
    assert.equal(run.code, 0, run.stderr);
    assert.equal(run.stderr, '');
    assert.match(run.stdout, /^Leaving these \d+ findings as they are costs about €/m);
    assert.match(run.stdout, /^\d+ findings in 4 files, [\d.]+ s$/m);
    assert.ok(!run.stdout.includes('\u001b'));
  });

  it('writes complete JSON that follows its schema, however slowly it is read', async () => {
    const run = await audit(['--format', 'json'], {
      onStart: ({ stdout }) => {
        stdout?.pause();
        setTimeout(() => stdout?.resume(), 6_000);
      },
    });
    const { findings, totals, root } = results(run.stdout);
    assert.ok(run.stdout.length > 200_000);
    assert.equal(root, shop.root);
    assert.ok(findings.length > 120);
    assert.ok(findings.every(({ derivation }) => (derivation?.developer.length ?? 0) > 3));
    const open = findings.filter(({ triage }) => triage.status === 'open');
    const sum = open.reduce((total, { cost }) => total + cost.leavePerYearEur.mean, 0);
    assert.ok(Math.abs(sum - totals.leavePerYearEur.mean) < 0.01);
  });

  it('writes SARIF that its schema accepts and whose URIs lead to the files', async () => {
    const run = await audit(['--format', 'sarif', '--github-limits']);
    const validate = sarifValidator();
    const log = JSON.parse(run.stdout) as Log;
    assert.ok(validate(log), JSON.stringify(validate.errors));
    const [{ results: found = [], originalUriBaseIds } = {}] = log.runs;
    const base = originalUriBaseIds!['SRCROOT']!.uri!;
    const files = new Set(
      found.map(({ locations }) => new URL(locations![0]!.physicalLocation!.artifactLocation!.uri!, base)),
    );
    for (const file of files) assert.ok(fs.existsSync(file), file.href);
    assert.ok(
      [...files].some(({ href }) => href.endsWith('/we%20ird%0A%1B%5B31m%2541%20%22quoted%22%20%C3%A9%23%3F.ts')),
    );
  });

  const documents = [
    { format: 'markdown', begins: /^\*\*Leaving these / },
    { format: 'html', begins: /^<!doctype html>\n<html lang="en">/ },
    { format: 'csv', begins: /^rank,triage,status,rule,/ },
  ];
  for (const { format, begins } of documents) {
    it(`writes ${format} to a file, whole and alone`, async () => {
      const run = await audit(['--format', format, '--output', `report.${format}`]);
      assert.deepEqual(run, { code: 0, stdout: '', stderr: '' });
      assert.match(fs.readFileSync(path.join(shop.root, `report.${format}`), 'utf8'), begins);
      assert.deepEqual(
        fs.readdirSync(shop.root).filter((name) => name.startsWith('report.')),
        [`report.${format}`],
      );
      shop.remove(`report.${format}`);
    });
  }

  it('speaks French when asked, or by the locale', async () => {
    const asked = await audit(['--lang', 'fr']);
    assert.match(asked.stdout, /^Laisser ces \d+ constats en l’état coûte environ /m);
    const byLocale = await audit([], { env: { LANG: 'fr_CA.UTF-8' } });
    assert.match(byLocale.stdout, /constats dans 4 fichiers, [\d,]+\u00a0s$/m);
  });

  it('ends with its result, and says so, where git is not installed', async () => {
    const run = await audit(['--format', 'json'], { env: { PATH: shop.root } });
    assert.equal(run.code, 0, run.stderr);
    assert.ok(results(run.stdout).coverage.notices.some(({ code }) => code === 'git-missing'));
  });

  it('colours only when told to, and never under NO_COLOR', async () => {
    const forced = await audit([], { env: { FORCE_COLOR: '1' } });
    assert.ok(forced.stdout.includes('\u001b[1m'));
    const plain = await audit([], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    assert.ok(!plain.stdout.includes('\u001b'));
    assert.ok(!plain.stdout.includes(hostileName));
  });

  it('is quiet when its reader leaves early', async () => {
    const run = await audit(['--format', 'json'], { onStart: ({ stdout }) => stdout?.destroy() });
    assert.deepEqual(run, { code: 0, stdout: '', stderr: '' });
  });

  it('fails the gate with exit code 1 and says why', async () => {
    const strict = makeWorkspace({ 'gate.json': '{ "gate": { "maxCost": 0 } }' });
    const run = await audit(['--format', 'json', '--config', path.join(strict.root, 'gate.json')]);
    strict.dispose();
    assert.equal(run.code, 1);
    assert.equal(results(run.stdout).gate?.passed, false);
    assert.match(run.stderr, /^Gate failed: [^\n]+\.\n$/);
  });

  it('says explicitly that an empty folder gave nothing', async () => {
    const empty = makeWorkspace({ 'README.md': '# Nothing here\n' });
    const run = await audit([empty.root]);
    empty.dispose();
    assert.equal(run.code, 0, run.stderr);
    assert.match(run.stdout, /^0 findings in 0 files, [\d.]+ s$/m);
  });

  it('runs the workspace’s ESLint only when told to trust the workspace', async () => {
    const folder = makeWorkspace({
      'package.json': '{}',
      'eslint.config.js': "require('node:fs').writeFileSync('executed', '');\nmodule.exports = [];",
      'src/till.js': 'export const open = true;\n',
    });
    const codes = async (...args: string[]): Promise<string[]> => {
      const run = await runBundled(['audit', '--offline', '--format', 'json', ...args], { folder: folder.root });
      assert.equal(run.code, 0);
      const { coverage } = JSON.parse(run.stdout) as { coverage: { notices: { code: string }[] } };
      return coverage.notices.map(({ code }) => code).filter((code) => code.startsWith('eslint-'));
    };
    assert.deepEqual(await codes(), []);
    assert.deepEqual(await codes('--trust-workspace'), ['eslint-not-installed']);
    folder.dispose();
  });

  it('refuses an invalid configuration in one sentence that names the place', async () => {
    const broken = makeWorkspace({ 'cto-guardrails.json': '{\n  "business": { "teamSize": "four" }\n}\n' });
    const run = await audit([broken.root]);
    broken.dispose();
    assert.deepEqual([run.code, run.stdout], [2, '']);
    assert.match(run.stderr, /^cto-guardrails\.json:2:\d+: `business\.teamSize` [^\n]+\n$/);
  });

  it('stops at an interrupt with a sentence and exit code 130', async function () {
    if (process.platform === 'win32') this.skip();
    const pipe = path.join(shop.root, 'slow-configuration');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const run = await audit(['--config', pipe, '--output', 'never.txt'], {
      // The pipe opens when the process reads its configuration, and so listens for signals.
      onStart: (child) => {
        fs.open(pipe, 'w', (error, descriptor) => {
          if (error) throw error;
          child.kill('SIGINT');
          setTimeout(() => {
            fs.writeSync(descriptor, '{}');
            fs.closeSync(descriptor);
          }, 500);
        });
      },
    });
    fs.rmSync(pipe);
    assert.deepEqual(run, { code: 130, stdout: '', stderr: 'Cancelled; nothing was written.\n' });
    assert.ok(!fs.existsSync(path.join(shop.root, 'never.txt')));
  });
});
