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

  it('takes a team’s own assumptions, with their range, and says where they come from', () => {
    const settings = businessSchema.parse({ assumptions: { epssCritical: 0.02, 'injection.riskRatio': 10 } });
    const { general, weaknesses } = constantsFor(settings);
    const { epssCritical } = specificationConstants.general;
    assert.equal(general.epssCritical.value, 0.02);
    assert.equal(general.epssCritical.p90, (epssCritical.p90! * 0.02) / epssCritical.value);
    assert.match(general.epssCritical.source.en, /Stated in the business profile/);
    assert.equal(general.epssHigh, specificationConstants.general.epssHigh);
    const lossWith = (business: Record<string, unknown>): number => {
      const constants = constantsFor(businessSchema.parse(business));
      const attack = findingOf('injection', { exposure: 'internal' });
      return priceFindings([attack], contextOf({ context: { constants } })).findings[0]!.price.leaveEur.mean;
    };
    assert.ok(Math.abs(lossWith({ assumptions: { 'injection.riskRatio': 10 } }) / lossWith({}) - 2) < 0.01);
    assert.equal(weaknesses.injection.attack!.riskRatio.value, 10);
  });

  for (const assumptions of [
    { epssCritical: 0 },
    { epssCritical: 1 },
    { toString: 1 },
    { lossMedian: 1e12 },
    { hoursPerYear: 0 },
  ]) {
    it(`refuses ${JSON.stringify(assumptions)}`, () =>
      assert.equal(businessSchema.safeParse({ assumptions }).success, false));
  }

  it('gives every fitted value its range, tag, source and date', () => {
    const { general, weaknesses } = constantsFor(businessSchema.parse({ figures: 'fitted-2026-11' }));
    for (const constant of [general.dragCeiling, general.defectRiskRatio, weaknesses['long-function'].drag!.weight]) {
      const { value, p10 = 0, p90 = 0, tag, date } = constant;
      assert.ok(p10 <= value && value <= p90 && tag === 'D' && date === '2026-11-22');
    }
  });
});
