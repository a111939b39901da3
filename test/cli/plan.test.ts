import assert from 'node:assert/strict';
import { runCli } from '../../src/cli/run-cli.ts';
import { readBudget } from '../../src/cli/read-budget.ts';
import { resolveBusiness, businessSchema } from '../../src/cost/business-profile.ts';
import { specificationConstants } from '../../src/cost/cost-constants.ts';
import { makeWorkspace, type TemporaryWorkspace } from '../server/temporary-workspace.ts';
import { makeTerminal } from './terminal-fixture.ts';

const query =
  "import { Pool } from 'pg';\nimport express from 'express';\nconst app = express();\nconst db = new Pool();\napp.get('/o', async (req, res) => {\n  res.json(await db.query(`SELECT * FROM orders WHERE id = '${req.query.id}'`));\n});\n";

describe('a budget', () => {
  const profile = resolveBusiness(businessSchema.parse({ hourlyRate: 60 }), specificationConstants);
  const cases: Record<string, number> = {
    '3d': 1440,
    '1,5 jours': 720,
    '12h': 720,
    '90min': 90,
    '€2000': 2000,
    '2 000 €': 2000,
    '2,000EUR': 2000,
    '60 chf': 60 / 0.935,
  };
  for (const [text, minutes] of Object.entries(cases)) {
    it(`${text} buys ${minutes.toFixed(0)} minutes`, () =>
      assert.ok(Math.abs(readBudget(text, profile, 'en') / minutes - 1) < 0.05));
  }
  for (const text of ['', '3', 'lots', '-3d', '0d', '3 weeks', '1e9', 'NaNd', '5 XYZ', '1.2.3d', '__proto__', '$']) {
    it(`“${text}” is none`, () => assert.throws(() => readBudget(text, profile, 'fr'), /n’est pas un budget/));
  }
});

describe('cto-guardrails plan', function () {
  this.timeout(60_000);
  let shop: TemporaryWorkspace;
  before(() => {
    shop = makeWorkspace(
      {
        'package.json': '{ "name": "corner-shop", "private": true }',
        'src/orders.js': query,
        'cto-guardrails.json':
          '{ "business": {}, "areas": [{ "name": "Orders", "paths": ["src/orders.js"], "owner": "Team Till" }] }',
      },
      { git: true },
    );
  });
  after(() => shop.dispose());

  async function plan(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const fixture = makeTerminal(shop.root);
    const code = await runCli(['plan', '--offline', '--quiet', ...args], fixture.terminal);
    return { code, out: fixture.stdout(), err: fixture.stderr() };
  }

  it('says what to mend, for whom, and what waiting costs', async () => {
    const { code, out, err } = await plan('--budget', '3d');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^Best use of the budget: \d+ findings?, about [\d.]+\sdays? of work/);
    assert.match(out, /Must fix · .*SQL/);
    assert.match(out, /Team Till: 1 finding/);
    assert.match(out, /Left out: \d+ findings?; each month/);
  });

  it('gives the minimum as JSON that adds up', async () => {
    const { out } = await plan('--minimum', '--format', 'json');
    const result = JSON.parse(out) as {
      goal: { kind: string };
      items: { isIndispensable: boolean; savedPerYear: number }[];
      before: { leavePerYear: { mean: number } };
      after: { leavePerYear: { mean: number } };
      savedPerYear: number;
    };
    assert.equal(result.goal.kind, 'minimum');
    assert.ok(result.items.length > 0 && result.items.every(({ isIndispensable }) => isIndispensable));
    assert.ok(Math.abs(result.before.leavePerYear.mean - result.after.leavePerYear.mean - result.savedPerYear) < 1e-6);
  });

  it('writes Markdown and CSV, in French too', async () => {
    assert.match(
      (await plan('--minimum', '--format', 'markdown', '--lang', 'fr')).out,
      /^\*\*Le minimum pour que plus rien/,
    );
    assert.match((await plan('--budget', '1d', '--format', 'csv')).out, /^step,mustFix,rule,title,file,line/);
  });

  it('asks for a budget or the minimum, in one sentence', async () => {
    for (const args of [[], ['--budget', '3d', '--minimum']]) {
      const { code, err } = await plan(...args);
      assert.equal(code, 2);
      assert.match(err, /^Give --budget, such as 3d or €2000, or --minimum, not both\.\n$/);
    }
  });
});
