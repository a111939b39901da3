import assert from 'node:assert/strict';
import { costTreeOf, type CostFolder } from '../../src/protocol/cost-tree.ts';
import { listedFindingsLimit, summarise } from '../../src/protocol/summary.ts';
import { triageClasses, type AssessedFinding } from '../../src/triage/assessment.ts';
import { assessedFinding, sampleAssessment } from '../panel/sample-assessment.ts';
import { sampleRules } from '../panel/sample-rules.ts';

describe('summarise', () => {
  const assessment = sampleAssessment(64);
  const summary = summarise(assessment, { language: 'en', rules: sampleRules });

  it('keeps every finding in its order, worded in the language asked for', () => {
    assert.deepEqual(
      summary.findings.map(({ fingerprint }) => fingerprint),
      assessment.findings.map(({ finding }) => finding.fingerprint),
    );
    assert.equal(summary.findings[0]!.message, assessment.findings[0]!.finding.message.en);
    const french = summarise(assessment, { language: 'fr', rules: sampleRules });
    assert.equal(french.findings[0]!.message, assessment.findings[0]!.finding.message.fr);
    assert.equal(french.coverage.notices[0]!.text, assessment.coverage.notices[0]!.text.fr);
  });

  it('carries both audiences’ sentences of exactly the rules that are named', () => {
    const named = new Set(summary.findings.map(({ rule }) => rule));
    assert.deepEqual(new Set(summary.rules.map(({ id }) => id)), named);
    for (const rule of summary.rules) assert.notEqual(rule.why, rule.forLeads);
  });

  it('orders channels by cost and classes by urgency', () => {
    const costs = summary.channels.map(({ leaveEur }) => leaveEur.mean);
    assert.deepEqual(
      costs,
      [...costs].sort((a, b) => b - a),
    );
    assert.deepEqual(
      summary.classes.map((column) => column.class),
      [...triageClasses],
    );
  });

  it('counts the findings that it does not list', () => {
    const large = summarise(sampleAssessment(listedFindingsLimit + 37), { language: 'en', rules: sampleRules });
    assert.equal(large.findings.length, listedFindingsLimit);
    assert.equal(large.unlistedFindings, 37);
  });

  it('groups skipped files by reason, the most frequent first', () => {
    assert.deepEqual(
      summary.coverage.skipped.map(({ reason, count }) => [reason, count]),
      [
        ['minified', 2],
        ['generated', 1],
        ['too-large', 1],
      ],
    );
  });

  it('names the folder, whatever system its path comes from', () => {
    for (const root of ['/home/dev/shop', '/home/dev/shop/', 'C:\\work\\shop'])
      assert.equal(summarise({ ...assessment, root }, { language: 'en', rules: sampleRules }).workspace, 'shop');
  });
});

describe('costTreeOf', () => {
  const { findings } = sampleAssessment(300);
  const counting = findings.filter(({ triage }) => triage.status === 'open');
  const total = counting.reduce((sum, { price }) => sum + price.leaveEur.mean, 0);

  for (const limit of [0, 1, 5, 1000])
    it(`loses no cost and no finding when it names ${limit} files`, () => {
      const tree = costTreeOf(findings, limit);
      assertSumsHold(tree);
      assert.ok(Math.abs(tree.leaveEur - total) < 1e-6);
      assert.equal(tree.findings, counting.length);
      assert.ok(namedFiles(tree) <= limit);
    });

  it('makes one node of a chain of folders', () => {
    const tree = costTreeOf([at('packages/admin/src/a.ts'), at('packages/admin/src/b.ts'), at('c.ts')]);
    const folder = tree.children.find((child) => child.kind === 'folder');
    assert.equal(folder?.name, 'packages/admin/src');
  });

  it('takes names of object members for mere names', () => {
    const tree = costTreeOf([at('__proto__/constructor/a.ts'), at('toString.ts'), at('__proto__/b.ts')]);
    assert.equal(tree.findings, 3);
    assertSumsHold(tree);
  });
});

function at(file: string): AssessedFinding {
  const sample = assessedFinding(1);
  return { ...sample, finding: { ...sample.finding, file } };
}

function assertSumsHold(folder: CostFolder): void {
  const sum = folder.children.reduce((total, child) => total + child.leaveEur, 0);
  assert.ok(Math.abs(sum - folder.leaveEur) < 1e-6);
  for (const child of folder.children) if (child.kind === 'folder') assertSumsHold(child);
}

function namedFiles(folder: CostFolder): number {
  return folder.children.reduce(
    (count, child) => count + (child.kind === 'folder' ? namedFiles(child) : child.kind === 'file' ? 1 : 0),
    0,
  );
}
