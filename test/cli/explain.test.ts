import assert from 'node:assert/strict';
import path from 'node:path';
import { resultSchema } from '../../src/reports/result-schema.ts';
import { makeWorkspace, type TemporaryWorkspace } from '../server/temporary-workspace.ts';
import { auditedShop } from './audited-shop.ts';
import { ensureBuilt, runBundled, type CliRun } from './cli-process.ts';

describe('cto-guardrails explain', function () {
  this.timeout(120_000);
  let shop: TemporaryWorkspace;
  let fingerprint = '';
  before(async () => {
    ensureBuilt();
    shop = makeWorkspace(auditedShop, { git: true });
    const run = await runBundled(['audit', '--offline', '--format', 'json', '--lang', 'fr'], { folder: shop.root });
    shop.write('result.json', run.stdout);
    const { findings } = resultSchema.parse(JSON.parse(run.stdout));
    fingerprint = findings.find(({ rule }) => rule === 'quality/swallowed-error')!.fingerprint;
  });
  after(() => shop.dispose());
  const explain = (...args: readonly string[]): Promise<CliRun> =>
    runBundled(['explain', ...args], { folder: shop.root });

  it('shows the page of a rule by its id or its name', async () => {
    const byId = await explain('quality/swallowed-error');
    assert.deepEqual([byId.code, byId.stderr], [0, '']);
    assert.match(byId.stdout, /quality\/swallowed-error\n.*Why it matters\n.*Avoid:\n {4}.*Prefer:\n {4}/s);
    assert.equal((await explain('swallowed-error')).stdout, byId.stdout);
  });

  it('derives a finding’s figures line by line from a new audit', async () => {
    const run = await explain(fingerprint.slice(0, 12), '--offline');
    assert.deepEqual([run.code, run.stderr], [0, '']);
    assert.match(run.stdout, /In short, for leads\n {2}Cost of leaving it: /);
    assert.match(run.stdout, /How the figures came about\n {2}Cost of leaving it: /);
    assert.match(run.stdout, /^ {2}Hourly rate: €60$/m);
  });

  it('reads the same derivation from a recorded result, in the language of that result', async () => {
    const run = await explain(fingerprint, '--from', path.join(shop.root, 'result.json'));
    assert.deepEqual([run.code, run.stderr], [0, '']);
    assert.match(run.stdout, /^ {2}Coût de l’inaction\u00a0: /m);
  });

  it('says when no finding has the fingerprint', async () => {
    const run = await explain('abcdef0123', '--from', 'result.json');
    assert.deepEqual([run.code, run.stdout], [2, '']);
    assert.match(run.stderr, /^No finding has the fingerprint abcdef0123 any more; /);
  });
});

describe('cto-guardrails doctor', function () {
  this.timeout(120_000);
  before(ensureBuilt);

  it('shows what an audit can rely on', async () => {
    const shop = makeWorkspace(
      { ...auditedShop, 'cto-guardrails.json': '{ "business": { "teamSize": 0 } }' },
      { git: true },
    );
    const run = await runBundled(['doctor', '--offline'], { folder: shop.root });
    shop.dispose();
    assert.deepEqual([run.code, run.stderr], [0, '']);
    assert.match(run.stdout, /^✓ Node +\d/m);
    assert.match(run.stdout, /^✓ Git +[0-9a-f]{10} of \d{4}-\d\d-\d\d; active authors in 12 months: 1$/m);
    assert.match(run.stdout, /^✗ Configuration +cto-guardrails\.json:1:\d+: `business\.teamSize` /m);
    assert.match(run.stdout, /^✓ Projects +tsconfig files: 1; source files outside them: 0$/m);
    assert.match(run.stdout, /^✓ ESLint +no configuration in this folder/m);
    assert.match(run.stdout, /^✓ Network +not asked, because of --offline$/m);
  });
});
