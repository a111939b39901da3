import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { runCli } from '../../src/cli/run-cli.ts';
import { resultSchema, type AuditResult } from '../../src/reports/result-schema.ts';
import { parseDecisions } from '../../src/triage/decisions-file.ts';
import { makeWorkspace, type TemporaryWorkspace } from '../server/temporary-workspace.ts';
import { makeTerminal } from './terminal-fixture.ts';

const lostError =
  'export async function save(order) {\n  try {\n    await fetch("/orders", { body: order });\n  } catch {}\n}\n';

describe('cto-guardrails decide', function () {
  this.timeout(60_000);
  let shop: TemporaryWorkspace;
  let fingerprint = '';
  before(async () => {
    shop = makeWorkspace({ 'package.json': '{ "name": "corner-shop" }', 'src/save.js': lostError });
    fingerprint = (await audit()).findings.find(({ rule }) => rule === 'quality/swallowed-error')!.fingerprint;
  });
  after(() => shop.dispose());

  async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const fixture = makeTerminal(shop.root);
    const code = await runCli(args, fixture.terminal);
    return { code, out: fixture.stdout(), err: fixture.stderr() };
  }
  const audit = async (): Promise<AuditResult> =>
    resultSchema.parse(JSON.parse((await run('audit', '--offline', '--quiet', '--format', 'json')).out));
  const decide = (action: string, subject: string, ...flags: string[]) =>
    run('decide', action, subject, '.', ...flags, ...(action === 'undo' ? [] : ['--offline', '--quiet']));
  const recorded = () => parseDecisions(fs.readFileSync(path.join(shop.root, 'cto-guardrails.decisions.json'), 'utf8'));
  const statusOf = async (): Promise<unknown> =>
    (await audit()).findings.find((finding) => finding.fingerprint === fingerprint)?.triage;

  it('accepts until a day with reason and owner, which the next audit sees, and takes it back', async () => {
    const flags = ['--until', '2999-01-31', '--reason', 'Behind the firewall', '--owner', 'Team Till'];
    const { code, out, err } = await decide('accept', fingerprint.slice(0, 10), ...flags);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      'Accepted until 2999-01-31: src/save.js quality/swallowed-error. Its cost stays in the totals, apart.\n',
    );
    const [decision] = recorded();
    assert.equal(decision!.owner, 'Team Till');
    assert.equal(decision!.fingerprint, fingerprint);
    assert.match(JSON.stringify(await statusOf()), /"status":"accepted"/);
    assert.deepEqual(await decide('undo', fingerprint.slice(0, 10)), {
      code: 0,
      out: 'Took back 1 decision.\n',
      err: '',
    });
    assert.deepEqual(recorded(), []);
    assert.match(JSON.stringify(await statusOf()), /"status":"open"/);
  });

  it('plans, gives a class to a finding and to a rule, and rejects', async () => {
    assert.match((await decide('plan', fingerprint, '--until', '2999-03-01')).out, /^Planned by 2999-03-01: /);
    assert.match(
      (await decide('overrule', fingerprint, '--class', 'useful', '--reason', 'Agreed', '--lang', 'fr')).out,
      /^Classé «\u00a0Utile\u00a0»\u00a0: src\/save\.js/,
    );
    const ofRule = ['--class', 'indispensable', '--reason', 'We lost orders'];
    assert.match((await decide('overrule', 'swallowed-error', ...ofRule)).out, /quality\/swallowed-error\.\n$/);
    assert.deepEqual(
      recorded()
        .map(({ action }) => action)
        .sort(),
      ['overrule', 'overrule', 'plan'],
    );
    assert.match((await decide('reject', fingerprint, '--reason', 'Logged elsewhere')).out, /^Rejected as false: /);
    assert.equal(await statusOf(), undefined);
    assert.equal((await decide('undo', 'quality/swallowed-error')).out, 'Took back 1 decision.\n');
    assert.equal((await decide('undo', fingerprint)).out, 'Took back 2 decisions.\n');
    assert.deepEqual(recorded(), []);
  });

  const mistakes: readonly [string, string[], RegExp][] = [
    ['an unknown action', ['ignore', 'abcdef'], /ignore/],
    ['no day', ['accept', 'abcdef', '--reason', 'x'], /^decide accept needs --until; /],
    ['no reason', ['reject', 'abcdef'], /^decide reject needs --reason; /],
    ['no class', ['overrule', 'abcdef', '--reason', 'x'], /^decide overrule needs --class; /],
    ['a day that means nothing', ['reject', 'abcdef', '--reason', 'x', '--until', '2999-01-01'], /takes no --until/],
    ['a rule to accept', ['accept', 'todo', '--reason', 'x', '--until', '2999-01-01'], /todo is no fingerprint/],
    ['an unknown rule', ['overrule', 'no-such', '--class', 'useful', '--reason', 'x'], /no-such/],
    [
      'an unknown class',
      ['overrule', 'swallowed-error', '--class', 'urgent', '--reason', 'x'],
      /at class: expected one of/,
    ],
    ['nothing to take back', ['undo', 'abcdef'], /^No decision is recorded about abcdef/],
    ['a flag for undo', ['undo', 'abcdef', '--reason', 'x'], /^decide undo takes no --reason/],
  ];
  for (const [name, args, message] of mistakes)
    it(`names ${name} in one sentence and writes nothing`, async () => {
      const before = fs.readdirSync(shop.root);
      const { code, out, err } = await run('decide', ...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
      assert.equal(err.split('\n').length, 2);
      assert.deepEqual(fs.readdirSync(shop.root), before);
    });

  it('refuses a day that is none, and a file that is broken, in the reader’s language', async () => {
    const day = await decide('plan', fingerprint, '--until', '2999-02-31', '--lang', 'fr');
    assert.equal(day.code, 2);
    assert.match(day.err, /^La décision est incomplète à until\u00a0: attendu\u00a0: un jour comme "2027-03-31"\./);
    shop.write('cto-guardrails.decisions.json', '{\n  "version": 1,\n  "decisions": [\n<<<<<<< HEAD\n');
    const broken = await decide('undo', fingerprint, '--lang', 'fr');
    assert.match(broken.err, /decisions\.json, ligne 4\u00a0: ce n’est pas du JSON valide/);
    shop.write('cto-guardrails.decisions.json', '{ "version": 1, "decisions": [{ "action": "accept" }] }');
    const audited = await run('audit', '--offline', '--quiet', '--lang', 'fr');
    assert.equal(audited.code, 2);
    assert.match(audited.err, /^cto-guardrails\.decisions\.json, à decisions\.0\.fingerprint\u00a0: /);
  });
});
