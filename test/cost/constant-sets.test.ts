import assert from 'node:assert/strict';
import { businessSchema } from '../../src/cost/business-profile.ts';
import { constantsFor } from '../../src/cost/constant-sets.ts';
import { specificationConstants } from '../../src/cost/cost-constants.ts';
import { priceFindings } from '../../src/cost/price-findings.ts';
import { contextOf, findingOf } from './samples.ts';

describe('sets of constants', () => {
  it('is the specification unless a profile chooses the fitted one', () => {
    assert.equal(constantsFor(undefined), specificationConstants);
    assert.equal(constantsFor(businessSchema.parse({})), specificationConstants);
    assert.equal(constantsFor(businessSchema.parse({ figures: 'fitted-2026-11' })).id, 'fitted-2026-11');
  });

  it('prices with the chosen set, and leaves what was not fitted alone', () => {
    const complex = findingOf('cognitive-complexity', { complexity: 30 }, { file: 'src/hot.ts' });
    const attack = findingOf('injection', { exposure: 'public' });
    const priced = (figures: 'specification' | 'fitted-2026-11'): number[] => {
      const constants = constantsFor(businessSchema.parse({ figures }));
      const context = contextOf({ changeShares: { 'src/hot.ts': 0.06 }, context: { constants } });
      return priceFindings([complex, attack], context).findings.map(({ price }) => price.leaveEur.mean);
    };
    const [[drag = 0, loss = 0], [fittedDrag = 0, fittedLoss = 0]] = [
      priced('specification'),
      priced('fitted-2026-11'),
    ];
    assert.notEqual(drag, fittedDrag);
    assert.equal(loss, fittedLoss);
  });

  it('gives every fitted value its range, tag, source and date', () => {
    const { general, weaknesses } = constantsFor(businessSchema.parse({ figures: 'fitted-2026-11' }));
    for (const constant of [general.dragCeiling, general.defectRiskRatio, weaknesses['long-function'].drag!.weight]) {
      const { value, p10 = 0, p90 = 0, tag, date } = constant;
      assert.ok(p10 <= value && value <= p90 && tag === 'D' && date === '2026-11-22');
    }
  });
});
