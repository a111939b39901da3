import assert from 'node:assert/strict';
import { formatDays, formatEffort, formatMonths } from '../../src/base/duration.ts';
import { createMoneyFormat } from '../../src/base/money.ts';
import { nearestStep, roundSignificant, roundTo125 } from '../../src/base/rounding.ts';
import { formatNumber, formatPercent, formatSignificant, french } from '../../src/base/typography.ts';

const eur = { code: 'EUR', perEur: 1 };

describe('rounding', () => {
  const steps: readonly [number, number][] = [
    [0, 0],
    [-3, 0],
    [0.0021, 0.002],
    [0.3, 0.2],
    [0.32, 0.5],
    [1, 1],
    [1.4, 1],
    [1.42, 2],
    [3.1, 2],
    [3.2, 5],
    [7.1, 10],
    [189, 200],
    [1710, 2000],
    [996, 1000],
    [100_430, 100_000],
    [7.2e17, 1e18],
  ];
  for (const [value, expected] of steps) {
    it(`takes ${value} to ${expected}`, () => assert.equal(roundTo125(value), expected));
  }

  it('keeps significant digits and finds the nearest step', () => {
    assert.equal(roundSignificant(1236.7, 3), 1240);
    assert.equal(roundSignificant(0, 3), 0);
    assert.equal(nearestStep(50, [10, 20, 60]), 60);
  });
});

describe('figures in words', () => {
  const table: readonly [string, string][] = [
    [formatNumber(1234567.5, 'en'), '1,234,568'],
    [formatNumber(1234567, 'fr'), '1^234^567'],
    [formatNumber(1234.5, 'fr', 2), '1^234,5'],
    [formatNumber(-0.001, 'en', 2), '0'],
    [formatNumber(-12, 'en'), '−12'],
    [formatSignificant(0.02143, 'en'), '0.0214'],
    [formatSignificant(1236, 'fr'), '1^240'],
    [formatPercent(0.021, 'en'), '2_%'],
    [formatPercent(0.00054, 'fr'), '0,05_%'],
    [formatPercent(0.00001, 'fr'), 'moins de 0,01_%'],
    [formatPercent(0.25, 'en'), '20_%'],
    [formatPercent(0, 'en'), '0_%'],
    [formatEffort(3, 'en'), '5_min'],
    [formatEffort(42, 'fr'), '30_min'],
    [formatEffort(69, 'en'), '1_h'],
    [formatEffort(500, 'en'), '1_day'],
    [formatEffort(900, 'en'), '2_days'],
    [formatEffort(900, 'fr'), '2_jours'],
    [formatEffort(48_000, 'en'), '100_days'],
    [formatDays(240, 'en'), '0.5_days'],
    [formatDays(720, 'fr'), '1,5_jour'],
    [formatDays(9600, 'en'), '20_days'],
    [formatMonths(0.3, 'en'), 'under a month'],
    [formatMonths(1.2, 'en'), 'about 1_month'],
    [formatMonths(1.7, 'fr'), '2_mois environ'],
    [formatMonths(55, 'en'), 'about 5_years'],
    [formatMonths(500, 'fr'), 'plus de 10 ans'],
    [french('Utile ; vraiment ! « oui » : 3 % ou 4 €'), 'Utile^; vraiment^! «_oui_»_: 3_% ou 4_€'],
  ];
  for (const [actual, expected] of table) {
    it(expected, () => assert.equal(actual, expected.replaceAll('_', '\u00a0').replaceAll('^', '\u202f')));
  }
});

describe('money', () => {
  const en = createMoneyFormat('en', eur);
  const fr = createMoneyFormat('fr', eur);
  const table: readonly [string, string][] = [
    [en.range(189, 1710), '€200–2,000'],
    [fr.range(189, 1710), '200 à 2^000_€'],
    [en.about(189, 1710), 'about €200–2,000'],
    [fr.about(189, 1710), 'environ 200 à 2^000_€'],
    [en.range(480, 520), '€500'],
    [en.range(0.1, 4), 'under €5'],
    [fr.about(0, 4), 'moins de 5_€'],
    [en.range(0, 0), '€0'],
    [en.amount(1236.4), '€1,240'],
    [fr.amount(1236.4), '1^240_€'],
    [en.rounded(822), '€1,000'],
    [createMoneyFormat('en', { code: 'GBP', perEur: 0.856 }).amount(1000), '£856'],
    [createMoneyFormat('fr', { code: 'CAD', perEur: 1.6 }).amount(1000), '1^600_$CA'],
    [
      createMoneyFormat('en', { code: 'XOF', perEur: 655.957 }).rounded(100),
      'F_CFA50,000'.replace('F_CFA', 'F\u202fCFA_'),
    ],
    [createMoneyFormat('en', { code: 'ZZZ', perEur: 2 }).amount(10), 'ZZZ_20'],
  ];
  for (const [actual, expected] of table) {
    it(expected, () => assert.equal(actual, expected.replaceAll('_', '\u00a0').replaceAll('^', '\u202f')));
  }
});
