import assert from 'node:assert/strict';
import type { Finding } from '../../src/findings/finding.ts';
import { assess } from '../../src/triage/assess.ts';
import { inlineText } from '../../src/triage/inline-text.ts';
import { contextOf, findingOf, type ContextFacts } from '../cost/samples.ts';

const areas = [{ name: 'payment', paths: ['src/payment/**'], criticality: 'critical' as const }];
const facts: ContextFacts = { areas, changeShares: { 'src/hot.ts': 0.06 } };
const hot = findingOf('cognitive-complexity', { complexity: 42 }, { file: 'src/hot.ts' });
const injection = findingOf('injection', { exposure: 'public' });

// An underscore stands for a no-break space, a caret for a narrow one.
const cases: readonly [string, Finding, ContextFacts, string, string][] = [
  [
    'an attack',
    injection,
    facts,
    'about 2_% a year, then typically €1,000–100,000 · fix ≈ 1_h · Must fix',
    'environ 2_% de risque par an, puis le plus souvent 1^000 à 100^000_€ · correction ≈ 1_h · Indispensable',
  ],
  [
    'drag',
    hot,
    facts,
    'about €200–2,000 of development time a year · fix ≈ 2_h · Pays for itself in about 2_months',
    'environ 200 à 2^000_€ de temps de développement par an · correction ≈ 2_h · Utile_: se rembourse en 2_mois environ',
  ],
  [
    'a failure',
    findingOf('swallowed-error', {}, { file: 'src/payment/a.ts' }),
    facts,
    'about €10–100 a year in failures · fix ≈ 1_h · Pays for itself in about 9_months',
    'environ 10 à 100_€ par an de pannes · correction ≈ 1_h · Utile_: se rembourse en 9_mois environ',
  ],
  [
    'a drifting upgrade',
    findingOf('outdated-major', { importingFiles: 12 }),
    facts,
    'about €20–200 a year of growing upgrade effort · fix ≈ 4_h · Not worth it today',
    'environ 20 à 200_€ par an de mise à jour qui renchérit · correction ≈ 4_h · Accessoire_: ne se justifie pas aujourd’hui',
  ],
  [
    'what costs under 50 a year',
    findingOf('skipped-test'),
    facts,
    'fix ≈ 30_min · Fix in passing',
    'correction ≈ 30_min · Accessoire_: à corriger au passage',
  ],
  [
    'a framework',
    findingOf('outdated-framework', { endOfLife: '2025-04-30', isPublicRuntime: true }),
    facts,
    'about €1,000–5,000 a year of growing upgrade effort · fix ≈ 5_days · Must fix',
    'environ 1^000 à 5^000_€ par an de mise à jour qui renchérit · correction ≈ 5_jours · Indispensable',
  ],
  [
    'dollars',
    injection,
    { ...facts, business: { currency: 'USD' } },
    'about 2_% a year, then typically $1,000–100,000 · fix ≈ 1_h · Must fix',
    'environ 2_% de risque par an, puis le plus souvent 1^000 à 100^000_$US · correction ≈ 1_h · Indispensable',
  ],
  [
    'Swiss francs',
    injection,
    { ...facts, business: { currency: 'CHF' } },
    'about 2_% a year, then typically CHF_1,000–100,000 · fix ≈ 1_h · Must fix',
    'environ 2_% de risque par an, puis le plus souvent 1^000 à 100^000_CHF · correction ≈ 1_h · Indispensable',
  ],
  [
    'yen',
    injection,
    { ...facts, business: { currency: 'JPY' } },
    'about 2_% a year, then typically ¥200,000–20,000,000 · fix ≈ 1_h · Must fix',
    'environ 2_% de risque par an, puis le plus souvent 200^000 à 20^000^000_JPY · correction ≈ 1_h · Indispensable',
  ],
];

describe('inline text', () => {
  for (const [name, finding, contextFacts, en, fr] of cases) {
    it(`names ${name}`, () => {
      const { findings, currency } = assess([finding], contextOf(contextFacts));
      assert.equal(inlineText(findings[0]!, 'en', currency), spaced(en));
      assert.equal(inlineText(findings[0]!, 'fr', currency), spaced(fr));
    });
  }

  it('stays the same while history moves a little', () => {
    const textAt = (share: number): string => {
      const { findings, currency } = assess([hot], contextOf({ changeShares: { 'src/hot.ts': share } }));
      return inlineText(findings[0]!, 'en', currency);
    };
    for (const share of [0.056, 0.062, 0.064]) assert.equal(textAt(share), textAt(0.06));
  });

  it('tells what a person decided in place of the class', () => {
    const { fingerprint, file, rule } = injection;
    const decisions = [
      { action: 'accept' as const, fingerprint: 'ab'.repeat(10), file, rule, until: '2027-01-31', reason: 'x' },
    ];
    const accepted = { ...injection, fingerprint: 'ab'.repeat(10) };
    assert.notEqual(fingerprint, accepted.fingerprint);
    const { findings, currency } = assess([accepted], contextOf(facts), { decisions });
    assert.match(inlineText(findings[0]!, 'en', currency), / · Accepted until 2027-01-31$/);
    assert.match(inlineText(findings[0]!, 'fr', currency), / · Accepté jusqu’au 2027-01-31$/);
  });

  it('does not claim that a policy pays for itself, nor know a payback without git', () => {
    const eol = findingOf('outdated-major', { endOfLife: '2026-01-01', importingFiles: 100 });
    const ended = assess([eol], contextOf(facts));
    assert.match(inlineText(ended.findings[0]!, 'en', ended.currency), / · Useful$/);
    const codeLines = new Map([
      ['src/hot.ts', 100],
      ['src/cold.ts', 900],
    ]);
    const shallow = assess([hot], contextOf({ history: { isTruncated: true }, context: { codeLines } }));
    assert.match(inlineText(shallow.findings[0]!, 'fr', shallow.currency), / · Utile$/);
  });
});

function spaced(text: string): string {
  return text.replaceAll('_', '\u00a0').replaceAll('^', '\u202f');
}
