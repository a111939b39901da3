import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { changeProfile } from '../../src/server/change-profile.ts';
import { FolderSession } from '../../src/server/folder-session.ts';
import { planFolder, planSummary } from '../../src/server/plan-folder.ts';
import { profileForm } from '../../src/server/profile-form.ts';
import { makeWorkspace, shopFiles, type TemporaryWorkspace } from './temporary-workspace.ts';

const commented =
  '{\n  // The till\n  "business": {\n    // Agreed in May\n    "teamSize": 3, "hourlyRate": 55\n  }\n}\n';

describe('plan and profile in the editor', function () {
  this.timeout(60_000);
  let shop: TemporaryWorkspace;
  let session: FolderSession;
  before(async () => {
    shop = makeWorkspace({ ...shopFiles, 'cto-guardrails.json': commented }, { git: true });
    session = new FolderSession(shop.root, {
      openTexts: () => new Map(),
      isTrusted: () => true,
      usesWorkspaceEslint: () => false,
      onDefect: (error) => assert.fail(String(error)),
      memoryBytes: () => 1024 ** 3,
      onChange: () => undefined,
    });
    session.open();
    await session.settled(AbortSignal.timeout(50_000));
  });
  after(() => {
    session.dispose();
    shop.dispose();
  });
  const folder = (): { uri: string; path: string; session: FolderSession } => ({
    uri: `file://${shop.root}`,
    path: shop.root,
    session,
  });
  const written = (): string => fs.readFileSync(path.join(shop.root, 'cto-guardrails.json'), 'utf8');

  it('plans as Markdown, and knows what is no budget', () => {
    assert.match(planFolder(folder(), '3d', 'en') ?? '', /Left out/);
    assert.match(planFolder(folder(), undefined, 'fr') ?? '', /indispensable/);
    assert.equal(planFolder(folder(), 'a lot', 'en'), null);
  });

  it('sums up the best set within a budget, the same figures as the plan', () => {
    const plan = planSummary(folder(), 10_000, 'en');
    assert.ok(plan && plan.findings > 0 && plan.savedEur > 0 && plan.minutes <= 10_000);
    assert.equal(
      plan.steps.reduce((sum, { others }) => sum + 1 + others, 0),
      plan.findings,
    );
    const least = planSummary(folder(), 0, 'fr');
    assert.deepEqual([least?.findings, least?.minutes, least?.savedEur], [0, 0, 0]);
    assert.ok(least && least.left.findings >= plan.findings);
  });

  it('fills the form with the five answers in force', () => {
    const form = profileForm(folder(), { answers: {} }, 'fr');
    const values = form?.fields.map(({ key, value }) => [key, value]);
    const expected = { currency: 'EUR', dayRate: '440', annualRevenue: '1000000', teamSize: '3' };
    assert.deepEqual(values, [...Object.entries(expected), ['dataSensitivity', 'personal']]);
    assert.equal(form?.change, undefined);
    assert.equal(form?.strongest?.length, 3);
    const [first] = form.strongest;
    assert.ok(
      first !== undefined && first.halfEur < first.nowEur && first.nowEur < first.doubleEur,
      JSON.stringify(first),
    );
    assert.match(form.fields[0]?.label ?? '', /^Devise/);
  });

  it('says in the form what answers would change, and writes nothing', () => {
    const form = profileForm(folder(), { answers: { annualRevenue: '90 000 000', currency: 'chf' } }, 'en');
    assert.ok(form?.change && form.change.afterEur.mean > form.change.beforeEur.mean);
    assert.equal(form.change.currency.code, 'CHF');
    assert.equal(form.strongest, undefined);
    assert.equal(written(), commented);
  });

  it('refuses answers of the form in the reader’s language, each at its field', () => {
    const form = profileForm(folder(), { answers: { teamSize: 'quatre', currency: 'EURO' } }, 'fr');
    const problems = form?.fields.flatMap(({ key, problem }) => (problem === undefined ? [] : [[key, problem]]));
    assert.deepEqual(
      problems?.map(([key]) => key),
      ['currency', 'teamSize'],
    );
    assert.match(String(problems[1]?.[1]), /^attendu\u00a0: un nombre, le nombre de développeurs/);
    assert.equal(form?.change, undefined);
  });

  it('shows a change before it is made, and writes nothing', async () => {
    const preview = await changeProfile(folder(), { changes: { teamSize: 12 }, isFinal: false }, 'en');
    assert.ok(preview);
    assert.match(preview.summary, /^Cost of leaving everything: .* before, .* after\./);
    assert.equal(preview.current['dayRate'], 440);
    assert.match(preview.markdown, /What moves the total most/);
    assert.equal(written(), commented);
  });

  it('says in French what a value may be', async () => {
    const change = changeProfile(folder(), { changes: { teamSize: -1 }, isFinal: true }, 'fr');
    await assert.rejects(change, { name: 'UserError', message: /^teamSize: attendu\u00a0: un nombre supérieur à 0/ });
    assert.equal(written(), commented);
  });

  it('writes a final change, keeps the comments and leaves one rate', async () => {
    await changeProfile(folder(), { changes: { dayRate: '5 00' }, isFinal: true }, 'en');
    assert.match(written(), /\/\/ The till/);
    assert.match(written(), /"dayRate": 500/);
    assert.doesNotMatch(written(), /hourlyRate/);
    const { assessment } = await session.settled(AbortSignal.timeout(50_000));
    assert.ok(assessment.findings.length > 0);
  });
});
