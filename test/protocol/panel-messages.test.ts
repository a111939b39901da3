import assert from 'node:assert/strict';
import { parsePanelRequest } from '../../src/protocol/panel-messages.ts';

const range = { start: { line: 3, column: 0 }, end: { line: 3, column: 9 } };
const state = {
  audience: 'lead',
  filter: { text: 'sql', class: '', family: 'security', minimumCost: 50 },
  sort: 'cost',
  costView: 'table',
  budgetDays: 5,
  profileAnswers: { teamSize: '6' },
  scrollTop: 120,
};

describe('parsePanelRequest', () => {
  const accepted = [
    { type: 'ready' },
    { type: 'runAudit' },
    { type: 'openFinding', file: 'src/a.ts', range },
    { type: 'explainRule', rule: 'security/sql-injection' },
    { type: 'explainCost', file: 'src/a.ts', fingerprint: '0123456789abcdef0123' },
    { type: 'setState', state },
    { type: 'askPlan', question: 3, budgetMinutes: 1440 },
    { type: 'askProfile', question: 4, answers: {} },
    { type: 'saveProfile', question: 5, answers: { currency: 'CHF', dayRate: '1 200' } },
  ];
  for (const message of accepted)
    it(`reads ${message.type}`, () => assert.deepEqual(parsePanelRequest(message), message));

  it('keeps nothing but the fields it knows', () => {
    const message = { type: 'openFinding', file: 'a.ts', range: { ...range, command: 'x' }, command: 'x' };
    assert.deepEqual(parsePanelRequest(message), { type: 'openFinding', file: 'a.ts', range });
  });

  const refused: readonly [name: string, message: unknown][] = [
    ['nothing', undefined],
    ['a text', 'ready'],
    ['a list', ['ready']],
    ['an unknown type', { type: 'execute' }],
    ['the name of an object member', { type: 'constructor' }],
    ['a file that is no text', { type: 'openFinding', file: 1, range }],
    ['a negative line', { type: 'openFinding', file: 'a', range: { ...range, start: { line: -1, column: 0 } } }],
    ['half a line', { type: 'openFinding', file: 'a', range: { ...range, start: { line: 0.5, column: 0 } } }],
    ['a range without end', { type: 'openFinding', file: 'a', range: { start: range.start } }],
    ['an endless rule', { type: 'explainRule', rule: 'x'.repeat(5000) }],
    ['a state of another audience', { type: 'setState', state: { ...state, audience: 'admin' } }],
    ['a budget that is no number', { type: 'askPlan', question: 1, budgetMinutes: Infinity }],
    ['a question without a number', { type: 'askPlan', budgetMinutes: 480 }],
    ['a key outside the five questions', { type: 'saveProfile', question: 1, answers: { figures: 'x' } }],
    ['an answer that is no text', { type: 'saveProfile', question: 1, answers: { teamSize: 4 } }],
    ['a state without a filter', { type: 'setState', state: { ...state, filter: undefined } }],
    [
      'a cost that is no number',
      { type: 'setState', state: { ...state, filter: { ...state.filter, minimumCost: NaN } } },
    ],
  ];
  for (const [name, message] of refused)
    it(`refuses ${name}`, () => assert.equal(parsePanelRequest(message), undefined));
});
