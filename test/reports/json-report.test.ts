import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { csvReport } from '../../src/reports/csv-report.ts';
import { jsonReport } from '../../src/reports/json-report.ts';
import { resultJsonSchema, resultSchema } from '../../src/reports/result-schema.ts';
import { sampleAssessment, sampleRules } from './sample-assessment.ts';

const rules = sampleRules();

describe('JSON report', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(resultJsonSchema());
  const cases = [
    { name: 'full', assessment: sampleAssessment() },
    { name: 'empty', assessment: sampleAssessment([]) },
    {
      name: 'with a failed gate',
      assessment: sampleAssessment(undefined, {
        gate: { passed: false, failures: [{ en: 'Too dear', fr: 'Trop cher' }] },
      }),
    },
  ];
  for (const { name, assessment } of cases) {
    it(`follows its published schema: ${name}`, () => {
      const result: unknown = JSON.parse(jsonReport(assessment, { language: 'fr', rules }));
      assert.ok(validate(result), JSON.stringify(validate.errors, undefined, 1));
      assert.deepEqual(resultSchema.parse(result), result);
    });
  }

  it('states every amount in the displayed currency and in EUR', () => {
    const assessment = sampleAssessment(undefined, { currency: { code: 'USD', perEur: 1.25 } });
    const { totals, findings } = resultSchema.parse(JSON.parse(jsonReport(assessment, { language: 'en', rules })));
    assert.equal(totals.leavePerYear.mean, totals.leavePerYearEur.mean * 1.25);
    for (const { cost } of findings) {
      assert.equal(cost.currency, 'USD');
      assert.ok(Math.abs(cost.leavePerYear.p90 - cost.leavePerYearEur.p90 * 1.25) < 1e-6);
    }
  });

  it('counts lines and columns from one and keeps the order', () => {
    const { findings } = resultSchema.parse(JSON.parse(jsonReport(sampleAssessment(), { language: 'en', rules })));
    assert.deepEqual(findings[0]?.start, { line: 42, column: 18 });
    assert.deepEqual(
      findings.map(({ rank }) => rank),
      [1, 2, 3, 4, 5, 6],
    );
    assert.equal(findings[4]?.suppression?.line, 4);
  });
});

describe('CSV report', () => {
  it('has one record a finding, all of the same length', () => {
    const records = csvReport(sampleAssessment(), { language: 'en', rules }).trimEnd().split('\r\n').map(fieldsOf);
    assert.equal(records.length, 7);
    assert.equal(new Set(records.map(({ length }) => length)).size, 1);
  });
  it('has only its header when nothing was found', () => {
    assert.match(csvReport(sampleAssessment([]), { language: 'en', rules }), /^rank,triage,[^\n]*fingerprint\r\n$/);
  });
});

function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}
