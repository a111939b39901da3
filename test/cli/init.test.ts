import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { runCli } from '../../src/cli/run-cli.ts';
import { configurationSchema } from '../../src/config/configuration-schema.ts';
import { parseJsonWithComments } from '../../src/config/parse-configuration.ts';
import { makeWorkspace, type TemporaryWorkspace } from '../server/temporary-workspace.ts';
import { makeTerminal, type TerminalFixture } from './terminal-fixture.ts';

describe('cto-guardrails init', () => {
  let folder: TemporaryWorkspace;
  beforeEach(() => {
    folder = makeWorkspace({});
  });
  afterEach(() => folder.dispose());

  const written = (): string => fs.readFileSync(path.join(folder.root, 'cto-guardrails.json'), 'utf8');
  const business = (): unknown => {
    const { value, problems } = parseJsonWithComments('cto-guardrails.json', written(), configurationSchema);
    assert.deepEqual(problems, []);
    return value?.business;
  };
  const init = async (fixture: TerminalFixture, ...args: readonly string[]): Promise<number> =>
    runCli(['init', ...args], fixture.terminal);

  it('takes every answer from flags', async () => {
    const fixture = makeTerminal(folder.root);
    const code = await init(
      fixture,
      ...['--currency', 'chf', '--day-rate', '1 200', '--annual-revenue', '2,500,000'],
      ...['--team-size', '2,5', '--data-sensitivity', 'Health'],
    );
    assert.deepEqual([code, fixture.stderr()], [0, '']);
    assert.match(fixture.stdout(), /^Wrote .*cto-guardrails\.json\. Next: cto-guardrails audit\n$/);
    const { currency, dayRate, annualRevenue, teamSize, dataSensitivity } = business() as Record<string, unknown>;
    assert.deepEqual(
      [currency, dayRate, annualRevenue, teamSize, dataSensitivity],
      ['CHF', 1200, 2_500_000, 2.5, 'health'],
    );
  });

  it('takes the defaults without a terminal, with comments in the language asked for', async () => {
    assert.equal(await init(makeTerminal(folder.root), '--lang', 'fr'), 0);
    assert.match(written(), /\/\/ Développeurs, en équivalents temps plein\.\n {4}"teamSize": 4,/);
    assert.ok(business());
  });

  it('asks a person, and asks again after an answer that is none', async () => {
    const fixture = makeTerminal(folder.root, { isTTY: true });
    fixture.type('', 'free', '600', '0', '3', 'finance');
    assert.equal(await init(fixture), 0, fixture.stderr());
    assert.match(fixture.stderr(), /Cost of one developer day[^\n]*\[480\].*Please give a number above 0\./s);
    const { dayRate, annualRevenue, teamSize, dataSensitivity } = business() as Record<string, unknown>;
    assert.deepEqual([dayRate, annualRevenue, teamSize, dataSensitivity], [600, 0, 3, 'finance']);
  });

  it('writes nothing when the answers end early', async () => {
    const fixture = makeTerminal(folder.root, { isTTY: true });
    fixture.type('EUR');
    assert.equal(await init(fixture), 2);
    assert.match(fixture.stderr(), /The answers ended early, so nothing was written/);
    assert.deepEqual(fs.readdirSync(folder.root), []);
  });

  it('never overwrites', async () => {
    folder.write('cto-guardrails.json', '{ "mine": true }');
    const fixture = makeTerminal(folder.root);
    assert.equal(await init(fixture, '--currency', 'USD'), 2);
    assert.match(fixture.stderr(), /exists already and stays as it is/);
    assert.equal(written(), '{ "mine": true }');
  });
});

describe('a defect of ours', () => {
  it('ends with exit code 70 and its stack', async () => {
    const fixture = makeTerminal('.');
    const broken = { ...fixture.terminal, folder: undefined as never };
    assert.equal(await runCli(['audit'], broken), 70);
    assert.match(fixture.stderr(), /^This is a defect of CTO Guardrails[^\n]*\nTypeError[^\n]*\n {4}at /);
  });
});
