import assert from 'node:assert/strict';
import type { Log, Result, Run } from 'sarif';
import type { ReportCost } from '../../src/reports/result-schema.ts';
import { githubResultsPerRun, sarifReport } from '../../src/reports/sarif-report.ts';
import type { Assessment } from '../../src/triage/assessment.ts';
import { sampleAssessment, sampleRules } from './sample-assessment.ts';
import { sarifValidator } from './sarif-validator.ts';
import { assessed, hostileFile } from './sample-findings.ts';

const rules = sampleRules();

describe('SARIF report', () => {
  const validate = sarifValidator();
  const runOf = (assessment: Assessment, maxResults?: number, language: 'en' | 'fr' = 'en'): Run => {
    const limit = maxResults === undefined ? {} : { maxResults };
    const log = JSON.parse(sarifReport(assessment, { language, rules, ...limit })) as Log;
    assert.ok(validate(log), JSON.stringify(validate.errors, undefined, 1));
    return log.runs[0]!;
  };
  const run = runOf(sampleAssessment());
  const resultOf = (rule: string): Result => run.results!.find(({ ruleId }) => ruleId === rule)!;

  it('is valid in both languages, empty, full and without a commit', () => {
    runOf(sampleAssessment([]));
    runOf(sampleAssessment(), undefined, 'fr');
    runOf(without(sampleAssessment(), 'head'));
  });

  it('points every result at its rule', () => {
    for (const { ruleId, ruleIndex } of run.results!) assert.equal(run.tool.driver.rules![ruleIndex!]!.id, ruleId);
  });

  it('keeps the rules of another program apart, as an extension of the tool', () => {
    const rule = 'eslint:no-var';
    const finding = { rule, weakness: 'confusing-code', cwe: [], origin: 'ESLint 9.39.5' } as const;
    const own = { alsoReportedBy: ['eslint:no-eval'] };
    const { tool, results } = runOf(sampleAssessment([assessed({ finding }), assessed({ finding: own })]));
    const [extension] = tool.extensions!;
    assert.deepEqual([extension!.name, extension!.version], ['ESLint', '9.39.5']);
    assert.deepEqual(
      extension!.rules!.map(({ id }) => id),
      [rule],
    );
    assert.ok(tool.driver.rules!.every(({ id }) => id !== rule));
    const [theirs, ours] = [rule, 'security/sql-injection'].map((id) => results!.find(({ ruleId }) => ruleId === id)!);
    assert.deepEqual(theirs!.rule, { id: rule, index: 0, toolComponent: { index: 0 } });
    assert.equal(theirs!.properties!['origin'], 'ESLint 9.39.5');
    assert.equal(tool.driver.rules![ours!.ruleIndex!]!.id, 'security/sql-injection');
    assert.deepEqual(ours!.properties!['alsoReportedBy'], ['eslint:no-eval']);
  });

  const precisions = [
    { rule: 'quality/cognitive-complexity', precision: 'very-high' },
    { rule: 'security/sql-injection', precision: 'high' },
    { rule: 'security/hard-coded-secret', precision: 'medium' },
    { rule: 'performance/await-in-loop', precision: 'low' },
  ];
  for (const { rule, precision } of precisions) {
    it(`gives ${rule} the precision ${precision}`, () => {
      assert.equal(ruleOf(run, rule).properties!['precision'], precision);
    });
  }

  it('tags and rates only security rules with zero-padded CWE numbers', () => {
    const sql = ruleOf(run, 'security/sql-injection');
    assert.deepEqual(sql.properties!.tags, ['security', 'external/cwe/cwe-089']);
    assert.equal(sql.properties!['security-severity'], '9.1');
    assert.equal(sql.defaultConfiguration!.level, 'error');
    const complexity = ruleOf(run, 'quality/cognitive-complexity');
    assert.deepEqual(complexity.properties!.tags, ['quality']);
    assert.equal(complexity.properties!['security-severity'], undefined);
    for (const { helpUri = '' } of run.tool.driver.rules!.filter(({ help }) => help)) assert.ok(URL.canParse(helpUri));
  });

  it('rates a vulnerable library by the worst advisory', () => {
    const vulnerable = assessed({
      finding: {
        rule: 'libraries/vulnerable-dependency',
        weakness: 'vulnerable-library',
        cwe: [1395],
        drivers: { vulnerability: { cvss: 9.8, reach: 'imported', cwe: [1321] } },
        package: { name: 'lodash', version: '4.17.4' },
      },
    });
    const found = runOf(sampleAssessment([vulnerable]));
    const rule = ruleOf(found, 'libraries/vulnerable-dependency');
    assert.equal(rule.properties!['security-severity'], '9.8');
    assert.deepEqual(rule.properties!.tags, ['libraries', 'security', 'external/cwe/cwe-1395']);
    assert.equal(found.results![0]!.properties!['package'], 'lodash');
    assert.equal(found.results![0]!.properties!['version'], '4.17.4');
  });

  it('places results by URIs that lead back to the file', () => {
    const base = run.originalUriBaseIds!['SRCROOT']!.uri!;
    assert.equal(base, 'file:///home/ana/my%20shop/');
    const { artifactLocation, region } = resultOf('security/hard-coded-secret').locations![0]!.physicalLocation!;
    assert.equal(artifactLocation!.uriBaseId, 'SRCROOT');
    const whole = new URL(artifactLocation!.uri!, base);
    assert.equal(decodeURIComponent(whole.pathname), `/home/ana/my shop/${hostileFile}`);
    assert.deepEqual(region, { startLine: 42, startColumn: 18, endLine: 42, endColumn: 53 });
  });

  it('shows a data flow as code flow and other places as related locations', () => {
    const flow = resultOf('security/sql-injection');
    const steps = flow.codeFlows![0]!.threadFlows[0]!.locations;
    assert.deepEqual(
      steps.map(({ location }) => location!.physicalLocation!.artifactLocation!.uri),
      ['server/routes.ts', 'server/orders.ts'],
    );
    assert.equal(flow.relatedLocations, undefined);
    const library = resultOf('libraries/outdated-dependency');
    assert.equal(library.relatedLocations!.length, 1);
    assert.equal(library.codeFlows, undefined);
  });

  it('offers a fix as replacements in the files it changes', () => {
    const [fix] = resultOf('security/sql-injection').fixes!;
    assert.equal(fix!.description!.text, 'Bind the value');
    const [change] = fix!.artifactChanges;
    assert.equal(change!.artifactLocation.uri, 'server/orders.ts');
    assert.deepEqual(change!.replacements, [
      {
        deletedRegion: { startLine: 42, startColumn: 5, endLine: 42, endColumn: 21 },
        insertedContent: { text: "db.query('… where id = $1', [id])" },
      },
    ]);
    assert.equal(resultOf('security/hard-coded-secret').fixes, undefined);
  });

  it('levels follow triage', () => {
    assert.equal(resultOf('security/sql-injection').level, 'error');
    assert.equal(resultOf('quality/cognitive-complexity').level, 'warning');
    assert.equal(resultOf('libraries/outdated-dependency').level, 'note');
  });

  it('suppresses what a comment or a decision set aside, and nothing else', () => {
    const suppressed = run.results!.filter(({ suppressions }) => suppressions);
    assert.deepEqual(
      suppressed.map(({ suppressions }) => [suppressions![0]!.kind, suppressions![0]!.justification]),
      [
        ['external', 'Ten mails a day'],
        ['inSource', 'flaky clock'],
      ],
    );
  });

  it('carries cost, triage and confidence in the displayed currency', () => {
    const inYen = runOf(sampleAssessment(undefined, { currency: { code: 'JPY', perEur: 169 } }));
    const { cost, triage, confidence } = inYen.results![0]!.properties as {
      cost: ReportCost;
      triage: string;
      confidence: string;
    };
    assert.equal(cost.currency, 'JPY');
    assert.equal(cost.leavePerYear.mean, 934 * 169);
    assert.equal(cost.leavePerYearEur.mean, 934);
    assert.equal(triage, 'indispensable');
    assert.equal(confidence, 'B');
  });

  it('keeps the order by rank', () => {
    const ranks = run.results!.map(({ rank }) => rank!);
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => b - a),
    );
    assert.equal(ranks[0], 100);
  });

  it('tells notices, crashed rules and skipped files', () => {
    const notifications = run.invocations![0]!.toolExecutionNotifications!;
    assert.deepEqual(
      notifications.map(({ descriptor, level }) => [descriptor!.id, level]),
      [
        ['no-git', 'warning'],
        ['manifest-invalid', 'error'],
        ['rule-crashed', 'error'],
        ['skipped-minified', 'note'],
        ['skipped-too-large', 'note'],
      ],
    );
    assert.equal(notifications[3]!.locations!.length, 2);
  });

  it('escapes brackets that would read as a link', () => {
    assert.match(resultOf('security/hard-coded-secret').message.text!, /\\\[click\\\]\(http/);
  });

  it('drops nothing unless a limit is given, and then keeps the first and says so', () => {
    const all = runOf(sampleAssessment());
    const limited = runOf(sampleAssessment(), 2);
    assert.equal(githubResultsPerRun, 25_000);
    assert.deepEqual(limited.results, all.results!.slice(0, 2));
    const { message } = limited.invocations![0]!.toolExecutionNotifications!.at(-1)!;
    assert.match(message.text!, /Only the first 2 of 6 findings are listed/);
  });
});

function ruleOf(run: Run, id: string): NonNullable<Run['tool']['driver']['rules']>[number] {
  return run.tool.driver.rules!.find((rule) => rule.id === id)!;
}

function without<T extends object>(value: T, ...keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) as T;
}
