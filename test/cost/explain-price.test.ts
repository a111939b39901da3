import assert from 'node:assert/strict';
import { explainPrice } from '../../src/cost/explain-price.ts';
import { priceFindings } from '../../src/cost/price-findings.ts';
import { weaknesses, type Weakness } from '../../src/findings/weakness.ts';
import { contextOf, findingOf } from './samples.ts';

const context = contextOf({
  changeShares: { 'src/checkout.ts': 0.06 },
  history: {
    files: new Map([['src/checkout.ts', { commits: 6, fixCommits: 3, changesByAuthor: new Map([['a', 6]]) }]]),
    touches: 100,
  },
  context: { coverage: new Map([['src/checkout.ts', 0.1]]) },
});

describe('explanation of a price', () => {
  for (const weakness of Object.keys(weaknesses) as Weakness[]) {
    it(`derives ${weakness} for both audiences in both languages`, () => {
      const drivers = { complexity: 30, lines: 2000, vulnerability: { reach: 'called', cwe: [89] } } as const;
      const [priced] = priceFindings([findingOf(weakness, drivers)], context).findings;
      for (const audience of ['developer', 'lead'] as const) {
        const lines = explainPrice(priced!, context, audience);
        assert.ok(lines.length >= 4);
        for (const text of lines.flatMap(({ label, value, source }) => [label, value, ...(source ? [source] : [])])) {
          assert.ok(text.en !== '' && text.fr !== '');
          assert.doesNotMatch(text.en + text.fr, /NaN|undefined|Infinity|null/);
          assert.doesNotMatch(text.fr, / [;:!?€%]/);
        }
      }
    });
  }

  it('shows every constant of a security price with tag, source, date and range', () => {
    const [priced] = priceFindings([findingOf('injection', { exposure: 'authenticated' })], context).findings;
    const sources = explainPrice(priced!, context, 'developer').flatMap(({ source }) => source?.en ?? []);
    assert.ok(sources.length >= 10);
    for (const source of sources) assert.match(source, /^[VDSA] · .+ \(\d{4}-\d{2}-\d{2}(; P10–P90 .+)?\)$/);
    assert.ok(sources.some((source) => source.startsWith('V · ')));
  });

  it('puts the result and what moves it most first, then the dearest channel', () => {
    const [priced] = priceFindings(
      [findingOf('vulnerable-library-major', { vulnerability: { epss: 0.9, reach: 'called', cwe: [89] } })],
      context,
    ).findings;
    const labels = explainPrice(priced!, context, 'developer').map(({ label }) => label.en);
    assert.deepEqual(labels.slice(0, 3), ['Cost of leaving it', 'What moves it most', 'Expected loss through attacks']);
    assert.ok(labels.indexOf('Growth of the upgrade') > 3);
  });

  it('tells a lead in words what a figure would feign to know', () => {
    const [priced] = priceFindings([findingOf('injection', { exposure: 'public' })], context).findings;
    const lines = explainPrice(priced!, context, 'lead').map(({ label, value }) => `${label.en}: ${value.en}`);
    assert.deepEqual(lines, [
      'Cost of leaving it: about €200–2,000 a year',
      'What moves it most: who can reach this code',
      'Chance of an incident: about 2\u00a0% a year; if it happens, typically €1,000–100,000',
      'Fix: 2\u00a0h',
      'Will fixing pay for itself?: very likely',
      'Each month of delay costs about: €78',
      'Pays for itself in: about 2 months'.replace(' months', '\u00a0months'),
      'Confidence: B · Rests on sourced figures, your history and your profile',
    ]);
  });
});
