import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../src/findings/finding.ts';
import { weaknesses, type Weakness } from '../../src/findings/weakness.ts';
import { assess } from '../../src/triage/assess.ts';
import type { Decision } from '../../src/triage/decisions-schema.ts';
import { planAssessment, type WorkPlan } from '../../src/triage/plan-assessment.ts';
import { contextOf, findingOf } from '../cost/samples.ts';

const areas = [{ name: 'Payments', paths: ['src/pay/**'], owner: 'Team Pay' }];
const context = contextOf({ areas, changeShares: { 'src/hot.ts': 0.1 } });

function minimum(findings: readonly Finding[], decisions: readonly Decision[] = []): WorkPlan {
  return planAssessment(assess(findings, context, { decisions }).findings, context, { kind: 'minimum' });
}
const mended = ({ items }: WorkPlan): Finding[] => items.flatMap(({ findings }) => findings);
const accept = ({ fingerprint, file, rule }: Finding): Decision => ({
  action: 'accept',
  until: '2027-01-01',
  reason: 'Behind a firewall',
  fingerprint,
  file,
  rule,
});

describe('the least that leaves nothing indispensable', () => {
  const attack = findingOf('injection', { exposure: 'public' });
  const todo = findingOf('todo');

  it('takes the indispensable and nothing else', () => {
    const plan = minimum([todo, attack]);
    assert.deepEqual([mended(plan), plan.left, plan.indispensableLeft], [[attack], [todo], 0]);
  });

  it('leaves an accepted risk alone, though it is indispensable', () => {
    assert.deepEqual(mended(minimum([attack], [accept(attack)])), []);
  });

  it('follows a class that the team gave', () => {
    const overrule = (item: Finding, to: 'indispensable' | 'useful'): Decision => ({
      action: 'overrule',
      class: to,
      rule: item.rule,
      reason: 'Agreed with the board',
    });
    const decisions = [overrule(attack, 'useful'), overrule(todo, 'indispensable')];
    assert.deepEqual(mended(minimum([todo, attack], decisions)), [todo]);
  });

  it('leaves nothing indispensable once all of it is mended', () => {
    const anyFinding = fc
      .tuple(fc.constantFrom(...(Object.keys(weaknesses) as Weakness[])), fc.constantFrom('src/hot.ts', 'src/c.ts'))
      .map(([weakness, file]) => findingOf(weakness, { exposure: 'public', complexity: 90 }, { file }));
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 25 }), (findings) => {
        const { left } = minimum(findings);
        assert.ok(assess(left, context).findings.every(({ triage }) => triage.class !== 'indispensable'));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a plan by team and area', () => {
  const findings = [
    findingOf('injection', { exposure: 'public' }, { file: 'src/pay/card.ts' }),
    findingOf('injection', { exposure: 'public' }, { file: 'src/admin/list.ts' }),
    findingOf('injection', { exposure: 'public' }, { file: 'src/cart.ts' }),
  ];
  const plan = planAssessment(assess(findings, context).findings, context, { kind: 'budget', minutes: 1e5 }, (file) =>
    file.startsWith('src/') ? '@shop/platform' : undefined,
  );

  it('adds up to the whole, and an area names its team before CODEOWNERS does', () => {
    assert.deepEqual(
      new Map(plan.byTeam.map(({ name, findings: count }) => [name, count])),
      new Map([
        ['@shop/platform', 2],
        ['Team Pay', 1],
      ]),
    );
    for (const parts of [plan.byTeam, plan.byArea]) {
      const minutes = parts.reduce((sum, part) => sum + part.minutes, 0);
      assert.ok(Math.abs(minutes - plan.minutes) < 1e-6);
    }
  });
});
