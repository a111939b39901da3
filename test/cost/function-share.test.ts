import assert from 'node:assert/strict';
import { explainPrice } from '../../src/cost/explain-price.ts';
import { priceFindings } from '../../src/cost/price-findings.ts';
import type { CostContext } from '../../src/cost/cost-context.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { contextOf, findingOf } from './samples.ts';

const file = 'src/checkout.ts';

/** A file of which each commit changed one run of lines. */
function contextWith(changedLines: readonly (readonly number[])[]): CostContext {
  const changesByAuthor = new Map([['a', 1]]);
  const changes = { commits: changedLines.length, fixCommits: 0, changesByAuthor, changedLines };
  return contextOf({ history: { files: new Map([[file, changes]]), touches: changedLines.length * 10 } });
}

function complexOf(complexity: number, first: number, last: number): Finding {
  const place = { start: { line: first, column: 0 }, end: { line: first, column: 4 } };
  return findingOf('cognitive-complexity', { complexity, functionLines: { first, last } }, { file, range: place });
}

const weightsOf = (findings: readonly Finding[], context: CostContext): number[] =>
  priceFindings(findings, context).findings.map(({ workings }) => workings.drag?.weight ?? 0);

describe('share of a file’s changes that fall in a function', () => {
  const hot = complexOf(42, 10, 60);
  const cold = complexOf(42, 100, 160);
  const commits = [
    [12, 13],
    [60, 60],
    [0, 2, 30, 31],
    [61, 99],
    [155, 170],
  ];

  it('scales the weight of complexity', () => {
    const weights = weightsOf([hot, cold], contextWith(commits));
    assert.deepEqual(
      weights.map((weight) => weight.toFixed(3)),
      [(0.03 * 27 * 3) / 5, (0.03 * 27 * 1) / 5].map((weight) => weight.toFixed(3)),
    );
  });

  it('is taken for unknown with fewer than five commits, without lines and without a history', () => {
    const nameless = findingOf('cognitive-complexity', { complexity: 42 }, { file });
    const cases: [Finding, CostContext][] = [
      [hot, contextWith(commits.slice(0, 4))],
      [nameless, contextWith(commits)],
      [hot, contextOf({ changeShares: { [file]: 0.1 } })],
    ];
    for (const [finding, context] of cases) assert.equal(weightsOf([finding], context)[0]!.toFixed(3), '0.405');
  });

  it('lets a function that nobody changed cost nothing, and adds up beside unknown ones', () => {
    const idle = complexOf(400, 500, 900);
    const unknown = findingOf('cognitive-complexity', { complexity: 42 }, { file });
    assert.deepEqual(
      weightsOf([idle, hot, unknown], contextWith(commits)).map((weight) => weight.toFixed(3)),
      ['0.000', '0.486', '0.405'],
    );
  });

  it('stands in the derivation, in both languages', () => {
    const context = contextWith(commits);
    const [priced] = priceFindings([hot], context).findings;
    const line = explainPrice(priced!, context, 'developer').find(({ label }) =>
      label.en.includes('fall in this function'),
    );
    assert.match(line!.value.en, /^3 \/ 5 = 60.%$/);
    assert.equal(line!.label.fr, 'Modifications du fichier qui touchent cette fonction');
  });
});
