import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../src/findings/finding.ts';
import { weaknesses, type Weakness } from '../../src/findings/weakness.ts';
import { assess } from '../../src/triage/assess.ts';
import { planWithinBudget } from '../../src/triage/budget-plan.ts';
import { priceFindings } from '../../src/cost/price-findings.ts';
import { totalsOf } from '../../src/cost/totals.ts';
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

  const totalEur = (findings: readonly Finding[]): number =>
    totalsOf(priceFindings(findings, context).findings, context).leaveEur.mean;

  it('takes at each step what saves most per minute of all that is left, by the exact difference of the totals', () => {
    const kinds: readonly Weakness[] = [
      'long-function',
      'boundary-violation',
      'injection',
      'swallowed-error',
      'n-plus-one-query',
    ];
    const anywhere = fc.constantFrom('src/hot.ts', 'src/bad.ts', 'src/c.ts');
    const finding = fc
      .tuple(fc.constantFrom(...kinds), anywhere)
      .map(([weakness, file]) => findingOf(weakness, { exposure: 'internal' }, { file }));
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 14 }), (findings) => {
        let left: readonly Finding[] = findings;
        for (const item of plan(findings, 1e6).items) {
          const without = (group: readonly Finding[]): readonly Finding[] =>
            left.filter((each) => !group.includes(each));
          const savedEur = totalEur(left) - totalEur(without(item.findings));
          assert.ok(Math.abs(savedEur - item.savedEur) <= 0.01 * savedEur + 1e-9, `${savedEur} ${item.savedEur}`);
          if (!item.isIndispensable) {
            const best = Math.max(
              ...left.map((each) => (totalEur(left) - totalEur(without([each]))) / minutesOf(each)),
            );
            assert.ok(savedEur / item.minutes >= 0.99 * best, `${savedEur / item.minutes} ${best}`);
          }
          left = without(item.findings);
        }
      }),
      { numRuns: 40 },
    );
  });

  const minutesOf = (finding: Finding): number => priceFindings([finding], context).findings[0]!.sharedMinutes.mean;

  it('values each part of a file by what is left of it', () => {
    const parts = Array.from({ length: 12 }, () => findingOf('long-function', {}, { file: 'src/hot.ts' }));
    const sum = plan(parts, 1e6).items.reduce((all, { savedEur }) => all + savedEur, 0);
    assert.ok(Math.abs(sum - totalEur(parts)) < 1e-6 * sum, `${sum} ${totalEur(parts)}`);
  });

  it('counts attacks beyond the cap with their share, where none alone would save anything', () => {
    const attacks = Array.from({ length: 40 }, (_, index) =>
      findingOf('injection', { exposure: 'public' }, { file: `src/${index}.ts`, precision: 0.9 }),
    );
    const { items } = plan(attacks, 1e6);
    assert.equal(items.length, 40);
    assert.ok(items.every(({ savedEur }) => savedEur > 100));
  });

  it('sorts five thousand findings in one go', function () {
    this.timeout(20_000);
    const kinds = Object.keys(weaknesses) as Weakness[];
    const many = Array.from({ length: 5000 }, (_, index) =>
      findingOf(kinds[index % kinds.length]!, { exposure: 'unknown' }, { file: `src/${index % 175}.ts` }),
    );
    const busy = contextOf({
      business: { teamSize: 400, annualRevenue: 1e9 },
      history: { authorMonths: 4800 },
      changeShares: Object.fromEntries(many.map(({ file }) => [file, 0.0056])),
    });
    const { items, left, minutes } = planWithinBudget(many, busy, { budgetMinutes: 1e9, isIndispensable: () => false });
    assert.equal(items.flatMap(({ findings }) => findings).length + left.length, many.length);
    assert.ok(minutes > 0 && items.length > 100, `${items.length}`);
  });
});
