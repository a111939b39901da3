import assert from 'node:assert/strict';
import { queryFindings, searchTextsOf } from '../../src/panel/finding-query.ts';
import { topicsOf } from '../../src/panel/topics.ts';
import { visibleText } from '../../src/panel/visible-text.ts';
import type { PanelState } from '../../src/protocol/panel-messages.ts';
import { summarise } from '../../src/protocol/summary.ts';
import { sampleAssessment } from './sample-assessment.ts';
import { sampleRules } from './sample-rules.ts';

const summary = summarise(sampleAssessment(64), { language: 'fr', rules: sampleRules });
const searchTexts = searchTextsOf(summary.findings, new Map(summary.rules.map((rule) => [rule.id, rule])));
const noFilter = { text: '', class: '', family: '', minimumCost: 0 };

function query(change: Partial<PanelState['filter']>, sort: PanelState['sort'] = 'rank', perEur = 1) {
  return queryFindings(summary.findings, { filter: { ...noFilter, ...change }, sort }, { searchTexts, perEur });
}

describe('queryFindings', () => {
  it('passes everything through an empty filter, by rank', () => {
    assert.deepEqual(query({}), summary.findings);
  });

  it('finds words in any order, without accents or case, in messages, files, rules and libraries', () => {
    const texts = ['REQUETE sql', 'sql requête', 'checkout.ts injection', 'express', 'quality/swallowed'];
    for (const text of texts) assert.ok(query({ text }).length > 0, text);
    assert.equal(query({ text: 'sql .* injection (' }).length, 0);
  });

  it('narrows by class, family and least cost in the shown currency', () => {
    assert.ok(query({ class: 'useful' }).every((finding) => finding.class === 'useful'));
    assert.ok(query({ family: 'libraries' }).every(({ family }) => family === 'libraries'));
    const dear = query({ minimumCost: 800 });
    assert.ok(dear.length > 0 && dear.every(({ leaveEur }) => leaveEur.mean >= 800));
    assert.ok(query({ minimumCost: 800 }, 'rank', 2).length > dear.length);
  });

  const sorts: readonly [PanelState['sort'], (finding: (typeof summary.findings)[number]) => number][] = [
    ['cost', ({ leaveEur }) => -leaveEur.mean],
    ['fix', ({ fixMinutes }) => fixMinutes.mean],
    ['payback', ({ paybackMonths }) => paybackMonths ?? Infinity],
  ];
  for (const [sort, key] of sorts)
    it(`sorts by ${sort}`, () => {
      const keys = query({}, sort).map(key);
      assert.deepEqual(
        keys,
        [...keys].sort((a, b) => a - b),
      );
    });
});

describe('topicsOf', () => {
  it('sums open findings by rule and leaves out what was set aside', () => {
    const open = summary.findings.filter(({ status }) => status === 'open');
    const topics = topicsOf(summary.findings, 'cost');
    assert.equal(
      topics.reduce((count, { findings }) => count + findings.length, 0),
      open.length,
    );
    assert.ok(topics[0]!.leaveEur >= topics.at(-1)!.leaveEur);
  });
});

describe('visibleText', () => {
  it('spells out characters that hide or turn a name around', () => {
    assert.equal(visibleText('safe\u202Efdp.ts\n\u0000'), 'safe\\u{202e}fdp.ts\\u{a}\\u{0}');
    assert.equal(visibleText('café\u00a0: 1\u202f000 €'), 'café\u00a0: 1\u202f000 €');
  });
});
