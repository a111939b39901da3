import assert from 'node:assert/strict';
import { configurationSchema } from '../../src/config/configuration-schema.ts';
import { parseJsonWithComments } from '../../src/config/parse-configuration.ts';

/** Every mistake that the business profile, the areas, the records, the gate and the models can hold. */
const mistakes: readonly object[] = [
  ...[7, 'euro', 'XXX'].map((currency) => ({ business: { currency } })),
  ...['currencyPerEur', 'hourlyRate', 'dayRate', 'annualRevenue', 'teamSize'].flatMap((key) =>
    ['many', -1, 1e300].map((value) => ({ business: { [key]: value } })),
  ),
  { business: { hourlyRate: 1, dayRate: 8 } },
  ...['much', -1, 2].flatMap((value) => [{ business: { shareOfTime: value } }, { business: { discountRate: value } }]),
  ...['some', 0, 1000].map((horizonMonths) => ({ business: { horizonMonths } })),
  ...['some', 0, 1e9].map((exposedApplications) => ({ business: { exposedApplications } })),
  { business: { dataSensitivity: 'secret' } },
  { business: { figures: 'mine' } },
  { business: { assumptions: { epssCritical: 1 } } },
  { business: { assumptions: { 'no.such': 1 } } },
  { areas: [{ name: '', paths: ['a'] }] },
  { areas: [{ name: 'a', paths: [] }] },
  { areas: [{ name: 'a', paths: ['a'], criticality: 'huge' }] },
  { areas: [{ name: 'a', paths: ['a'], exposure: 'moon' }] },
  { records: { since: 'yesterday' } },
  ...['long', 0, 1e9].map((minutes) => ({ records: { fixes: [{ estimatedMinutes: 1, actualMinutes: minutes }] } })),
  ...[
    { sources: 'all' },
    { sources: [{ at: [], kind: 'dom' }] },
    { sources: [{ at: 'pg', kind: 'dom' }] },
    { sources: [{ at: ['two words'], kind: 'dom' }] },
    { sources: [{ at: ['acme.read()'], kind: 'internet' }] },
    { sinks: [{ at: ['acme.run'], kind: 'shell' }] },
    { sinks: [{ at: ['acme.run'], kind: 'sql', argument: -1 }] },
    { sinks: [{ at: ['acme.run'], kind: 'sql', argument: 'last' }] },
    { sinks: [{ at: ['acme.run'], kind: 'sql', fields: [''] }] },
    { sanitizers: [{ at: ['acme.clean()'] }] },
    { sanitizers: [{ at: ['acme.clean()'], safeFor: 'sql' }] },
    { sanitizers: [{ at: ['acme.clean()'], safeFor: [] }] },
    { sanitizers: [{ at: ['acme.clean()'], safeFor: ['shell'] }] },
    { guards: [{ at: ['acme.isClean()'], safeFor: 'all', argument: 1.5 }] },
    { authentication: ['a b'] },
  ].map((models) => ({ models })),
];

describe('mistakes in the configuration', () => {
  for (const mistake of mistakes) {
    const text = JSON.stringify(mistake);
    it(`${text} is told in French too`, () => {
      const { problems } = parseJsonWithComments('cto-guardrails.json', text, configurationSchema);
      assert.ok(problems.length > 0);
      for (const { text: told } of problems) {
        assert.match(told.en, /expected|give|no rate/);
        assert.doesNotMatch(told.fr, /expected|\bgive\b|no rate|developer|company/);
        assert.doesNotMatch(told.fr, /[^\u00a0]:\s|[^\u202f][;!?]/);
      }
    });
  }
});
