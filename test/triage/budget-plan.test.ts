import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../src/findings/finding.ts';
import { weaknesses, type Weakness } from '../../src/findings/weakness.ts';
import { assess } from '../../src/triage/assess.ts';
import { planWithinBudget } from '../../src/triage/budget-plan.ts';
import { contextOf, findingOf } from '../cost/samples.ts';

const context = contextOf({ changeShares: { 'src/hot.ts': 0.1, 'src/bad.ts': 0.2 } });

function plan(findings: readonly Finding[], budgetMinutes: number) {
  const classes = new Map(assess(findings, context).findings.map(({ finding, triage }) => [finding, triage.class]));
  return planWithinBudget(findings, context, {
    budgetMinutes,
    isIndispensable: (finding) => classes.get(finding) === 'indispensable',
  });
}

describe('plan within a budget', () => {
  const attack = findingOf('injection', { exposure: 'public' });
  const complex = findingOf('cognitive-complexity', { complexity: 42 }, { file: 'src/hot.ts' });
  const todo = findingOf('todo');

  it('mends the indispensable first, then what pays for itself, and leaves the rest', () => {
    const { items, left, savedEur, before, after } = plan([todo, complex, attack], 1e6);
    assert.deepEqual(
      items.flatMap(({ findings }) => findings),
      [attack, complex],
    );
    assert.deepEqual(left, [todo]);
    assert.ok(Math.abs(savedEur + after.leaveEur.mean - before.leaveEur.mean) < 1e-9);
  });

  it('does what fits', () => {
    assert.deepEqual(
      plan([attack, complex], 100).items.flatMap(({ findings }) => findings),
      [attack],
    );
    assert.deepEqual(plan([attack, complex], 10).items, []);
    assert.equal(plan([attack, complex], 10).left.length, 2);
  });

  it('takes a bad file as a whole where no part of it pays alone', () => {
    const bad = Array.from({ length: 40 }, () => findingOf('boundary-violation', {}, { file: 'src/bad.ts' }));
    const { items } = plan(bad, 1e6);
    assert.equal(items[0]!.findings.length, 40);
    assert.ok(items[0]!.savedEur > 1500);
  });

  it('mends one package in one go', () => {
    const facts = { package: { name: 'cart', version: '1.0.0' }, file: 'package.json' };
    const vulnerability = { epss: 0.9, reach: 'called', cwe: [89] } as const;
    const bump = [1, 2, 3].map(() => findingOf('vulnerable-library', { vulnerability }, facts));
    const { items } = plan(bump, 45);
    assert.equal(items.length, 1);
    assert.equal(items[0]!.findings.length, 3);
  });

  it('loses no finding, keeps to the budget and never raises the total', () => {
    const findingArbitrary = fc
      .tuple(
        fc.constantFrom(...(Object.keys(weaknesses) as Weakness[])),
        fc.constantFrom('src/hot.ts', 'src/bad.ts', 'src/c.ts'),
      )
      .map(([weakness, file]) => findingOf(weakness, { exposure: 'public', complexity: 50 }, { file }));
    fc.assert(
      fc.property(fc.array(findingArbitrary, { maxLength: 30 }), fc.nat({ max: 5000 }), (findings, budget) => {
        const { items, left, minutes, savedEur } = plan(findings, budget);
        const all = [...items.flatMap((item) => item.findings), ...left];
        assert.equal(new Set(all).size, findings.length);
        assert.equal(all.length, findings.length);
        assert.ok(minutes <= budget && savedEur >= -1e-9);
      }),
      { numRuns: 50 },
    );
  });
});
