import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generalConstants } from '../../src/cost/general-constants.ts';
import { priceFindings } from '../../src/cost/price-findings.ts';
import { calibrate, recordsSchema } from '../../src/cost/team-records.ts';
import { totalsOf } from '../../src/cost/totals.ts';
import { contextOf, findingOf } from './samples.ts';

const today = '2026-11-22';
const fixesOf = (count: number, ratio: number): object => ({
  fixes: Array.from({ length: count }, () => ({ estimatedMinutes: 60, actualMinutes: 60 * ratio })),
});
const from = (records: object): ReturnType<typeof calibrate> =>
  calibrate(recordsSchema.parse(records), generalConstants, today);
const near = (actual: number, expected: number): void => assert.ok(Math.abs(actual / expected - 1) < 1e-9, `${actual}`);

describe('calibration by recorded fixes', () => {
  it('waits for ten of them', () => {
    assert.deepEqual([from(fixesOf(9, 3)).fixFactor, from(fixesOf(9, 3)).fixShare], [1, 0]);
  });

  it('weighs the model’s own estimate like eight of them', () => {
    near(from(fixesOf(10, 2)).fixFactor, 2 ** (10 / 18));
    near(from(fixesOf(80, 2)).fixShare, 80 / 88);
  });

  it('moves every fix by the factor, and narrows the range of a steady team', () => {
    const finding = findingOf('swallowed-error');
    const [plain] = priceFindings([finding], contextOf()).findings;
    const calibration = from(fixesOf(100, 2));
    const [own] = priceFindings([finding], contextOf({ context: { calibration } })).findings;
    near(own!.workings.ownMinutes.sigma, plain!.workings.ownMinutes.sigma * Math.sqrt(8 / 108));
    assert.ok(own!.price.fixMinutes.p50 > 1.2 * plain!.price.fixMinutes.p50);
  });

  it('gives the best grade from thirty records on', () => {
    const attack = findingOf('vulnerable-library', { vulnerability: { epss: 0.5, reach: 'called', cwe: [89] } });
    const gradeWith = (count: number): string =>
      priceFindings([attack], contextOf({ context: { calibration: from(fixesOf(count, 1)) } })).findings[0]!.price
        .grade;
    assert.notEqual(gradeWith(29), 'A');
    assert.ok(gradeWith(30) <= gradeWith(29));
  });
});

describe('calibration by incidents', () => {
  const findings = Array.from({ length: 50 }, () => findingOf('swallowed-error'));
  const defects = (records: object): number =>
    totalsOf(priceFindings(findings, contextOf({ context: { calibration: from(records) } })).findings, contextOf())
      .byChannelEur.defects.mean;
  const incidents = (count: number, since: string): object => ({
    since,
    incidents: Array.from({ length: count }, () => ({ date: '2026-06-01' })),
  });

  it('holds the foreseen rate like two years of observation', () => {
    const foreseen = 50 * 0.01;
    const two = defects(incidents(4, '2024-11-22'));
    const years = (Date.parse(today) - Date.parse('2024-11-22')) / (365.25 * 86_400_000);
    near(two / defects({}), (2 * foreseen + 4) / ((2 + years) * foreseen));
  });

  it('lowers the rate of a team that saw none, and counts nothing without a beginning', () => {
    assert.ok(defects(incidents(0, '2022-01-01')) < defects({}) / 2);
    assert.equal(defects({ incidents: [{ date: '2026-06-01' }] }), defects({}));
  });
});

describe('calibration at its limits', () => {
  it('never gives a negative, infinite or missing price', () => {
    const minutes = fc.double({ min: 1, max: 100_000, noNaN: true });
    const day = fc
      .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const records = fc.record({
      fixes: fc.array(fc.record({ estimatedMinutes: minutes, actualMinutes: minutes }), { maxLength: 40 }),
      incidents: fc.array(fc.record({ date: day }), { maxLength: 20 }),
      since: day,
    });
    fc.assert(
      fc.property(records, (given) => {
        const context = contextOf({ context: { calibration: from(given) } });
        const { findings } = priceFindings([findingOf('swallowed-error'), findingOf('long-function')], context);
        for (const { price } of findings) {
          for (const value of [price.fixEur.mean, price.fixEur.p10, price.leaveEur.mean, price.roi]) {
            assert.ok(Number.isFinite(value) && value >= 0);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
