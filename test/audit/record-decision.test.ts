import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createDecisionRecorder, decisionAbout, type Ruling } from '../../src/audit/record-decision.ts';
import { parseDecisions } from '../../src/triage/decisions-file.ts';
import type { Decision } from '../../src/triage/decisions-schema.ts';
import { findingOf } from '../cost/samples.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';

const today = '2026-11-22';
const finding = findingOf('injection');
const other = findingOf('injection');
const accept: Ruling = { action: 'accept', until: '2027-01-01', reason: 'Behind a firewall' };

describe('recording decisions', () => {
  const written = (root: string): readonly Decision[] =>
    parseDecisions(fs.readFileSync(path.join(root, 'cto-guardrails.decisions.json'), 'utf8'));

  it('writes what the reader reads, and keeps what others wrote', async () => {
    const theirs = decisionAbout(other, { action: 'reject', reason: 'A constant' }, today);
    const root = temporaryFolder();
    await createDecisionRecorder(root).record(theirs);
    await createDecisionRecorder(root).record(decisionAbout(finding, accept, today));
    assert.deepEqual(new Set(written(root).map(({ action }) => action)), new Set(['reject', 'accept']));
    assert.deepEqual(
      written(root).map(({ decidedOn }) => decidedOn),
      [today, today],
    );
  });

  it('lets a later decision about the same finding take the place of the earlier, but not of its class', async () => {
    const root = temporaryFolder();
    const { record } = createDecisionRecorder(root);
    await record(decisionAbout(finding, accept, today));
    await record(decisionAbout(finding, { action: 'overrule', class: 'useful', reason: 'Agreed' }, today));
    await record(decisionAbout(finding, { action: 'plan', until: '2027-02-01' }, today));
    assert.deepEqual(
      written(root)
        .map(({ action }) => action)
        .sort(),
      ['overrule', 'plan'],
    );
  });

  it('keeps two that are written at the same time', async () => {
    const root = temporaryFolder();
    const { record } = createDecisionRecorder(root);
    const findings = Array.from({ length: 12 }, () => findingOf('todo'));
    await Promise.all(findings.map((each) => record(decisionAbout(each, accept, today))));
    assert.equal(written(root).length, 12);
  });

  it('gives a class to a whole rule', () => {
    const decision = decisionAbout(finding, { action: 'overrule', class: 'useful', reason: 'x', scope: 'rule' }, today);
    assert.deepEqual([decision.rule, decision.fingerprint], [finding.rule, undefined]);
  });

  const mistakes: Record<string, Ruling> = {
    'no reason': { action: 'accept', until: '2027-01-01' },
    'no day': { action: 'plan' },
    'a day that is none': { ...accept, until: '2027-02-31' },
    'a class that is none': { action: 'overrule', class: '__proto__', reason: 'x' },
    'an acceptance of a whole rule': { ...accept, scope: 'rule' },
  };
  for (const [name, ruling] of Object.entries(mistakes)) {
    it(`refuses ${name} in one sentence`, () =>
      assert.throws(() => decisionAbout(finding, ruling, today), { name: 'UserError', message: /^The decision is/ }));
  }

  it('leaves a broken file as it is', async () => {
    const root = temporaryFolder({ 'cto-guardrails.decisions.json': '<<<<<<< HEAD' });
    await assert.rejects(createDecisionRecorder(root).record(decisionAbout(finding, accept, today)), /no valid JSON/);
    assert.equal(fs.readFileSync(path.join(root, 'cto-guardrails.decisions.json'), 'utf8'), '<<<<<<< HEAD');
  });
});
