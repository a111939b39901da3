import assert from 'node:assert/strict';
import { UserError } from '../../src/base/user-error.ts';
import { assess } from '../../src/triage/assess.ts';
import { formatDecisions, parseDecisions } from '../../src/triage/decisions-file.ts';
import type { Decision } from '../../src/triage/decisions-schema.ts';
import { contextOf, findingOf } from '../cost/samples.ts';

const context = contextOf();
const fingerprint = 'ab'.repeat(10);
const finding = findingOf(
  'injection',
  { exposure: 'public' },
  { fingerprint, file: 'src/search.ts', rule: 'security/sql-injection' },
);
const about = { fingerprint, file: 'src/search.ts', rule: 'security/sql-injection' };
const acceptance: Decision = {
  action: 'accept',
  ...about,
  until: '2027-01-31',
  reason: 'behind the VPN until the launch',
};

describe('decisions file', () => {
  it('comes back as it was written, sorted and one a line, whatever the order', () => {
    const decisions: Decision[] = [
      { action: 'overrule', rule: 'quality/todo', class: 'incidental', reason: 'we track them elsewhere' },
      acceptance,
      { action: 'plan', ...about, file: 'src/a.ts', until: '2027-02-01', owner: 'shop' },
      { action: 'reject', ...about, file: 'src/b.ts', reason: 'the value is a constant' },
    ];
    const text = formatDecisions(decisions);
    assert.equal(formatDecisions(decisions.toReversed()), text);
    assert.equal(formatDecisions(parseDecisions(text)), text);
    assert.equal(text.split('\n').filter((line) => line.includes('"action"')).length, 4);
    assert.match(text, /^\{\n {2}"version": 1,\n {2}"decisions": \[\n {4}\{"action":"overrule"/);
    assert.equal((JSON.parse(text) as { decisions: unknown[] }).decisions.length, 4);
  });

  it('writes an empty list, and reads nothing from an empty file', () => {
    assert.deepEqual(parseDecisions(formatDecisions([])), []);
    assert.deepEqual(parseDecisions('\uFEFF \n'), []);
  });

  it('reads what a merge leaves: comments, trailing commas and the same line twice', () => {
    const line = JSON.stringify(acceptance);
    const merged = parseDecisions(`{"version": 1, "decisions": [\n${line},\n${line}, // both sides\n]}`);
    assert.equal(merged.length, 2);
    assert.equal(parseDecisions(formatDecisions(merged)).length, 1);
  });

  const mistakes: readonly [string, string, RegExp][] = [
    ['broken JSON', '{\n"version": 1,\n"decisions": [}', /decisions\.json, line 3: this is no valid JSON/],
    ['a conflict marker', '{"version":1,"decisions":[\n<<<<<<< HEAD\n]}', /line 2/],
    ['another version', '{"version": 2, "decisions": []}', /at version: expected version 1/],
    ['no reason', decisionsWith({ ...acceptance, reason: ' ' }), /at decisions\.0\.reason: expected a reason/],
    ['no such day', decisionsWith({ ...acceptance, until: '2027-02-30' }), /at decisions\.0\.until: expected a day/],
    ['an unknown action', decisionsWith({ ...acceptance, action: 'ignore' }), /expected an `action`/],
    [
      'an unknown class',
      decisionsWith({ action: 'overrule', rule: 'a/b', class: 'urgent', reason: 'x' }),
      /expected one of/,
    ],
    ['a misspelt key', decisionsWith({ ...acceptance, untill: '2027-01-01' }), /untill/],
  ];
  for (const [name, text, message] of mistakes) {
    it(`says where and what for ${name}`, () => {
      assert.throws(
        () => parseDecisions(text),
        (error) => error instanceof UserError && message.test(error.message),
      );
    });
  }
});

describe('decisions about findings', () => {
  const triageWith = (decisions: readonly Decision[], today = '2026-11-22', renames?: ReadonlyMap<string, string>) =>
    assess([finding], { ...context, today }, { decisions, ...(renames ? { renames } : {}) }).findings[0]?.triage;

  it('sets an accepted finding aside until its day, then opens it again', () => {
    assert.deepEqual(
      (({ status, statusReason, until }) => ({ status, statusReason, until }))(triageWith([acceptance])!),
      { status: 'accepted', statusReason: 'behind the VPN until the launch', until: '2027-01-31' },
    );
    assert.equal(triageWith([acceptance], '2027-01-31')!.status, 'accepted');
    assert.equal(triageWith([acceptance], '2027-02-01')!.status, 'open');
  });

  it('keeps a planned finding in the totals', () => {
    const parts = assess([finding], context, { decisions: [{ action: 'plan', ...about, until: '2027-01-01' }] });
    assert.equal(parts.findings[0]!.triage.status, 'planned');
    assert.equal(parts.totals.findings, 1);
  });

  it('gives a rejected finding no price and no place in the totals, and names it', () => {
    const parts = assess([finding], context, { decisions: [{ action: 'reject', ...about, reason: 'constant' }] });
    assert.deepEqual(parts.findings, []);
    assert.equal(parts.totals.findings + parts.setAside.findings, 0);
    assert.deepEqual(parts.rejected, [finding]);
  });

  it('lets the team overrule a class for a finding before one for its rule', () => {
    const ofRule: Decision = { action: 'overrule', rule: about.rule, class: 'useful', reason: 'internal tool' };
    const ofFinding: Decision = { action: 'overrule', ...about, class: 'incidental', reason: 'demo only' };
    const triage = triageWith([ofRule, ofFinding])!;
    assert.equal(triage.class, 'incidental');
    assert.equal(triage.reason.en, 'The team decided so: demo only (computed: indispensable).');
    assert.equal(triageWith([ofRule])!.class, 'useful');
  });

  const moved = { ...acceptance, file: 'lib/old.ts' } as const;
  it('follows a finding along renames, cycles included', () => {
    const other = { ...finding, file: 'src/copy.ts' };
    const statuses = (renames: ReadonlyMap<string, string>) =>
      assess([finding, other], context, { decisions: [moved], renames })
        .findings.filter(({ triage }) => triage.status === 'accepted')
        .map(({ finding: { file } }) => file);
    assert.deepEqual(
      statuses(
        new Map([
          ['lib/old.ts', 'lib/new.ts'],
          ['lib/new.ts', 'src/search.ts'],
        ]),
      ),
      ['src/search.ts'],
    );
    assert.deepEqual(
      statuses(
        new Map([
          ['lib/old.ts', 'lib/new.ts'],
          ['lib/new.ts', 'lib/old.ts'],
        ]),
      ),
      [],
    );
    assert.deepEqual(statuses(new Map()), []);
  });

  it('matches on the fingerprint alone where only one finding has it, and names what it no longer finds', () => {
    assert.equal(triageWith([moved])!.status, 'accepted');
    const gone = { ...acceptance, fingerprint: '00'.repeat(10) };
    const parts = assess([finding], context, { decisions: [gone] });
    assert.deepEqual(parts.unmatchedDecisions, [gone]);
    assert.equal(parts.findings[0]!.triage.status, 'open');
  });

  it('takes a comment in the code for a reason to set aside', () => {
    const silenced = { ...finding, suppression: { reason: 'generated query', line: 3 } };
    const { triage } = assess([silenced], context).findings[0]!;
    assert.deepEqual([triage.status, triage.statusReason], ['suppressed', 'generated query']);
  });
});

describe('gate', () => {
  const old = findingOf('injection', { exposure: 'public' });
  const check = (gate: object, isNew?: (fingerprint: string) => boolean) =>
    assess([finding, old], context, {
      gate,
      ...(isNew ? { isNew: ({ finding: each }) => isNew(each.fingerprint) } : {}),
    }).gate!;

  it('passes without conditions and is absent without a gate', () => {
    assert.deepEqual(check({}), { passed: true, failures: [] });
    assert.equal(assess([finding], context).gate, undefined);
  });

  it('stops at indispensable findings, and at new ones only where asked', () => {
    assert.deepEqual(
      check({ noIndispensable: true }).failures.map(({ en }) => en),
      ['2 findings must be fixed first.'],
    );
    assert.equal(check({ noNewIndispensable: true }, () => false).passed, true);
    const one = check({ noNewIndispensable: true }, (each) => each === fingerprint);
    assert.deepEqual(one.failures, [
      { en: '1 new finding must be fixed first.', fr: '1 constat nouveau à corriger d’abord.' },
    ]);
    assert.equal(check({ noNewIndispensable: true }).passed, false);
  });

  it('stops at costs above the limit, in the currency of the profile', () => {
    const failures = check({ maxNewCost: 1000 }).failures;
    assert.equal(failures[0]!.en, 'New findings cost about €1,850 a year, over the gate of €1,000.');
    assert.equal(
      failures[0]!.fr,
      'Les constats nouveaux coûtent environ 1\u202f850\u00a0€ par an, au-delà du seuil bloquant de 1\u202f000\u00a0€.',
    );
    assert.equal(check({ maxCost: 2000 }).passed, true);
    assert.equal(check({ maxNewCost: 0 }, () => false).passed, true);
  });

  it('leaves accepted findings out', () => {
    const parts = assess([finding], context, { decisions: [acceptance], gate: { noIndispensable: true, maxCost: 0 } });
    assert.equal(parts.gate!.passed, true);
  });
});

function decisionsWith(decision: object): string {
  return JSON.stringify({ version: 1, decisions: [decision] });
}
