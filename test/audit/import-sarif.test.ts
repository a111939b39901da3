import assert from 'node:assert/strict';
import { classifyRule, cweIn, type ForeignRule } from '../../src/audit/import/classify-rule.ts';
import { importSarif, type ImportedFindings } from '../../src/audit/import/import-sarif.ts';
import { sarifSchema } from '../../src/audit/import/sarif-schema.ts';
import { namePatterns } from '../../src/audit/import/name-patterns.ts';
import { priceFindings } from '../../src/cost/price-findings.ts';
import { weaknesses } from '../../src/findings/weakness.ts';
import { contextOf } from '../cost/samples.ts';
import { sarifOf, toolLogs } from './sarif-samples.ts';

const root = '/home/ada/shop';
const files = new Set(['src/orders.ts', 'src/a b.ts', 'package-lock.json']);
const imported = (log: unknown): ImportedFindings => importSarif(sarifSchema.parse(log).runs, { root, files });

describe('SARIF of other tools', () => {
  for (const [tool, { log, expected }] of Object.entries(toolLogs)) {
    it(`gives ${tool}’s results a class, a place and a precision`, () => {
      const { findings } = imported(log);
      assert.deepEqual(
        findings.map(({ weakness, file, range, precision }) => [
          weakness,
          `${file}:${range.start.line + 1}`,
          precision,
        ]),
        expected,
      );
    });
  }

  it('knows the library that a scanner means, and its severity', () => {
    const named = [
      ...imported(toolLogs['Trivy']!.log).findings,
      ...imported(toolLogs['Snyk Open Source']!.log).findings,
      ...imported(toolLogs['Snyk Open Source, older']!.log).findings,
    ];
    assert.deepEqual(
      named.map((finding) => [
        finding.package,
        finding.drivers.vulnerability?.cvss,
        finding.drivers.vulnerability?.cwe,
      ]),
      [
        [{ name: 'minimist', version: '1.2.5' }, 9.8, [1321]],
        [{ name: 'lodash', version: '4.17.20' }, 7.2, [94]],
        [{ name: 'hoek', version: '2.16.3' }, 5.5, [400]],
        [{ name: 'tunnel-agent', version: '' }, 5.5, [201]],
      ],
    );
  });

  it('prices a rule that nobody knows by its severity, as an order of magnitude', () => {
    const { findings, rules } = imported(
      sarifOf(
        'Qualm',
        [{ id: 'Q-77', properties: { 'security-severity': '9.1' } }, { id: 'Q-78' }],
        [{ ruleId: 'Q-77' }, { ruleId: 'Q-78', level: 'note' }],
      ),
    );
    assert.deepEqual(
      rules.map(({ fullId, by }) => `${fullId} ${by}`),
      ['Qualm: Q-77 severity', 'Qualm: Q-78 severity'],
    );
    const priced = priceFindings(findings, contextOf());
    assert.deepEqual(
      priced.findings.map(({ price }) => price.grade),
      ['D', 'D'],
    );
    assert.ok(priced.findings[0]!.price.leaveEur.mean > priced.findings[1]!.price.leaveEur.mean);
  });

  it('leaves out passes and what a comparison no longer has, and keeps suppressions apart', () => {
    const { findings, leftOut } = imported(
      sarifOf(
        'Qualm',
        [{ id: 'sql-injection' }],
        [
          { ruleId: 'sql-injection', kind: 'pass' },
          { ruleId: 'sql-injection', baselineState: 'absent' },
          { ruleId: 'sql-injection', suppressions: [{ kind: 'external', justification: 'Test data' }] },
          { ruleId: 'sql-injection', suppressions: [{ kind: 'external', status: 'rejected' }] },
        ],
      ),
    );
    assert.equal(leftOut, 2);
    assert.deepEqual(
      findings.map(({ suppression }) => suppression?.reason),
      ['Test data', undefined],
    );
  });

  it('gives each result its own fingerprint, whatever line it stands on', () => {
    const at = (line: number): object => ({
      ruleId: 'eval',
      message: { text: 'eval' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'src/orders.ts' }, region: { startLine: line } } }],
    });
    const prints = (...lines: number[]): string[] =>
      imported(sarifOf('Qualm', [], lines.map(at))).findings.map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(prints(3, 9)).size, 2);
    assert.deepEqual(prints(3, 9), prints(5, 20));
  });
});

describe('places in SARIF', () => {
  const place = (uri: string, base?: { id: string; uri: string }): string => {
    const log = sarifOf(
      'Qualm',
      [],
      [
        {
          ruleId: 'x',
          locations: [{ physicalLocation: { artifactLocation: { uri, ...(base && { uriBaseId: base.id }) } } }],
        },
      ],
    );
    if (base) Object.assign((log.runs as object[])[0]!, { originalUriBaseIds: { [base.id]: { uri: base.uri } } });
    return imported(log).findings[0]!.file;
  };
  const cases: [uri: string, file: string, base?: { id: string; uri: string }][] = [
    ['src/orders.ts', 'src/orders.ts'],
    ['./src/orders.ts', 'src/orders.ts'],
    ['src/a%20b.ts', 'src/a b.ts'],
    ['file:///home/ada/shop/src/orders.ts', 'src/orders.ts'],
    ['file:///C:/agent/work/1/s/src/orders.ts', 'src/orders.ts'],
    ['C:\\agent\\src\\orders.ts', 'src/orders.ts'],
    ['src/orders.ts', 'src/orders.ts', { id: 'SRCROOT', uri: 'file:///home/ada/shop/' }],
    ['orders.ts', 'src/orders.ts', { id: 'HERE', uri: 'file:///builds/shop/src' }],
    ['../../../etc/passwd', 'etc/passwd'],
    ['%E0%A4%A', '%E0%A4%A'],
    ['', '?'],
  ];
  for (const [uri, file, base] of cases)
    it(`${uri || 'nothing'} is ${file}`, () => assert.equal(place(uri, base), file));
});

describe('hostile SARIF', () => {
  const logs: Record<string, unknown> = {
    'no results': { runs: [{ tool: { driver: { name: 'x' } } }] },
    'fields of other kinds': sarifOf(
      'Qualm',
      [],
      [{ ruleId: 7, level: {}, message: 'text', locations: 'here', suppressions: 1, properties: [] }],
    ),
    'keys of prototypes': sarifOf(
      '__proto__',
      [{ id: 'constructor', properties: { tags: ['__proto__'] } }],
      [
        {
          ruleId: 'constructor',
          locations: [{ physicalLocation: { artifactLocation: { uri: 'x', uriBaseId: '__proto__' } } }],
        },
        { ruleId: '__proto__', ruleIndex: -5, message: { text: '{0} {__proto__}', arguments: [] } },
      ],
    ),
    'lines out of range': sarifOf(
      'Qualm',
      [],
      [
        {
          ruleId: 'x',
          locations: [
            { physicalLocation: { region: { startLine: -1, startColumn: 1e308, endLine: 0.5, endColumn: -7 } } },
          ],
        },
      ],
    ),
  };
  for (const [name, log] of Object.entries(logs)) {
    it(`${name}: is priced without a fault`, () => {
      for (const { price } of priceFindings(imported(log).findings, contextOf()).findings) {
        assert.ok(Number.isFinite(price.leaveEur.mean) && price.fixMinutes.mean > 0);
      }
    });
  }

  it('reads names of any length in no time', () => {
    const start = performance.now();
    const long = 'a-'.repeat(50_000);
    classifyRule({ id: long, name: long, description: long, tags: [long, long], cwe: [], level: 'error' });
    assert.ok(performance.now() - start < 200);
  });
});

describe('classes of foreign rules', () => {
  const rule = (facts: Partial<ForeignRule>): ForeignRule => ({
    id: 'x',
    name: '',
    description: '',
    tags: [],
    cwe: [],
    level: 'warning',
    ...facts,
  });
  const cases: [facts: Partial<ForeignRule>, weakness: string, by: string][] = [
    [{ cwe: [89] }, 'injection', 'cwe'],
    [{ cwe: [770, 307, 400] }, 'regex-denial-of-service', 'cwe'],
    [{ id: 'js/stored-xss', cwe: [79, 116] }, 'stored-xss', 'cwe'],
    [{ id: 'js/xss', cwe: [79, 116] }, 'reflected-xss', 'cwe'],
    [{ id: 'CVE-2021-44906', cwe: [1321] }, 'vulnerable-library', 'name'],
    [{ id: 'import/no-cycle' }, 'circular-dependency', 'name'],
    [{ id: 'max-lines' }, 'large-file', 'name'],
    [{ id: 'max-lines-per-function' }, 'long-function', 'name'],
    [{ id: 'sonarjs/cognitive-complexity' }, 'cognitive-complexity', 'name'],
    [{ id: 'HardcodedNonCryptoSecret' }, 'secret-in-repository', 'name'],
    [{ id: 'Q1', tags: ['OWASP-A10:2021 - Server-Side Request Forgery (SSRF)'] }, 'request-forgery', 'tag'],
    [{ id: 'Q1', tags: ['security'], level: 'error' }, 'path-traversal', 'severity'],
    [{ id: 'toString' }, 'confusing-code', 'severity'],
  ];
  for (const [facts, weakness, by] of cases) {
    it(`${JSON.stringify(facts)} is ${weakness}`, () => assert.deepEqual(classifyRule(rule(facts)), { weakness, by }));
  }

  it('reads CWE numbers as tools write them', () => {
    const tags = ['external/cwe/cwe-079', "CWE-89: Improper Neutralization of 'SQL'", 'CWE-22', 'cwe_7', 'security'];
    assert.deepEqual(cweIn(tags), [79, 89, 22]);
  });

  it('names only classes that exist', () => {
    for (const { weakness } of namePatterns) assert.ok(Object.hasOwn(weaknesses, weakness));
  });
});
