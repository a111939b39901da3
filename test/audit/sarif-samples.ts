interface Log {
  readonly version: string;
  readonly runs: unknown;
}

/** A SARIF log of one run. */
export function sarifOf(name: string, rules: readonly object[], results: readonly object[]): Log {
  return { version: '2.1.0', runs: [{ tool: { driver: { name, rules } }, results }] };
}

function at(uri: string, startLine: number): object[] {
  return [{ physicalLocation: { artifactLocation: { uri }, region: { startLine, startColumn: 3 } } }];
}

type Expected = readonly [weakness: string, place: string, precision: number];

/** Logs in the form that each tool writes, with what they should become: written for this test. */
export const toolLogs: Readonly<Record<string, { readonly log: Log; readonly expected: readonly Expected[] }>> = {
  // CodeQL keeps its rules in an extension and refers to them by index.
  CodeQL: {
    log: {
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'CodeQL' },
            extensions: [
              { name: 'codeql/helpers' },
              {
                name: 'codeql/javascript-queries',
                rules: [
                  {
                    id: 'js/sql-injection',
                    name: 'js/sql-injection',
                    defaultConfiguration: { level: 'error' },
                    properties: {
                      tags: ['security', 'external/cwe/cwe-089', 'external/cwe/cwe-943'],
                      precision: 'high',
                      'security-severity': '8.8',
                    },
                  },
                ],
              },
            ],
          },
          results: [
            {
              ruleId: 'js/sql-injection',
              rule: { id: 'js/sql-injection', index: 0, toolComponent: { index: 1 } },
              message: { text: 'This query string depends on a [user-provided value](1).' },
              locations: at('src/orders.ts', 12),
            },
          ],
        },
      ],
    },
    expected: [['injection', 'src/orders.ts:12', 0.7]],
  },
  Semgrep: {
    log: sarifOf(
      'Semgrep OSS',
      [
        {
          id: 'javascript.shop.child-process',
          name: 'javascript.shop.child-process',
          defaultConfiguration: { level: 'error' },
          properties: {
            precision: 'very-high',
            tags: [
              "CWE-78: Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')",
              'HIGH CONFIDENCE',
              'security',
            ],
          },
        },
      ],
      [
        {
          ruleId: 'javascript.shop.child-process',
          message: { text: 'Found a call' },
          locations: at('src/orders.ts', 4),
        },
      ],
    ),
    expected: [['code-execution', 'src/orders.ts:4', 0.9]],
  },
  'Snyk Code': {
    log: sarifOf(
      'SnykCode',
      [
        {
          id: 'javascript/OR',
          shortDescription: { text: 'Open Redirect' },
          properties: { cwe: ['CWE-601'], categories: ['Security'] },
        },
      ],
      [
        {
          ruleId: 'javascript/OR',
          ruleIndex: 0,
          level: 'warning',
          message: { text: 'Unsanitized input' },
          locations: at('src/orders.ts', 7),
        },
      ],
    ),
    expected: [['redirect-cookies-headers', 'src/orders.ts:7', 0.5]],
  },
  'Snyk Open Source, older': {
    log: sarifOf(
      'Snyk Open Source',
      [
        {
          id: 'npm:hoek:20180212',
          shortDescription: { text: 'Medium severity - Prototype Pollution vulnerability in hoek' },
          fullDescription: { text: '(CVE-2018-3728) hoek@2.16.3' },
          properties: { tags: ['security', 'CWE-400', 'npm'] },
        },
        {
          id: 'npm:tunnel-agent:20170305',
          shortDescription: { text: 'Medium severity - Uninitialized Memory Exposure vulnerability in tunnel-agent' },
          properties: { tags: ['security', 'CWE-201', 'npm'] },
        },
      ],
      ['npm:hoek:20180212', 'npm:tunnel-agent:20170305'].map((ruleId) => ({
        ruleId,
        level: 'warning',
        message: { text: 'This file introduces a vulnerable package with a medium severity vulnerability.' },
        locations: at('package.json', 1),
      })),
    ),
    expected: [
      ['vulnerable-library', 'package.json:1', 0.5],
      ['vulnerable-library', 'package.json:1', 0.5],
    ],
  },
  oxlint: {
    log: sarifOf(
      'oxlint',
      [{ id: 'unicorn(no-empty-file)', shortDescription: { text: 'Empty files are not allowed' } }],
      [
        {
          ruleId: 'unicorn(no-empty-file)',
          level: 'warning',
          message: { text: 'Empty' },
          locations: at('src/orders.ts', 1),
        },
      ],
    ),
    expected: [['dead-code', 'src/orders.ts:1', 0.5]],
  },
  'Snyk Open Source': {
    log: sarifOf(
      'Snyk Open Source',
      [
        {
          id: 'SNYK-JS-LODASH-1040724',
          shortDescription: { text: 'High severity - Command Injection vulnerability in lodash' },
          properties: { tags: ['security', 'CWE-94', 'npm'], cvssv3_baseScore: 7.2, 'security-severity': '7.2' },
        },
      ],
      [
        {
          ruleId: 'SNYK-JS-LODASH-1040724',
          level: 'error',
          message: { text: 'This file introduces a vulnerable lodash package with a high severity vulnerability.' },
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: 'package-lock.json' }, region: { startLine: 1 } },
              logicalLocations: [{ fullyQualifiedName: 'lodash@4.17.20' }],
            },
          ],
        },
      ],
    ),
    expected: [['vulnerable-library', 'package-lock.json:1', 0.5]],
  },
  Trivy: {
    log: sarifOf(
      'Trivy',
      [
        {
          id: 'CVE-2021-44906',
          name: 'LanguageSpecificPackageVulnerability',
          properties: {
            precision: 'very-high',
            'security-severity': '9.8',
            tags: ['vulnerability', 'security', 'CRITICAL', 'CWE-1321'],
          },
        },
      ],
      [
        {
          ruleId: 'CVE-2021-44906',
          ruleIndex: 0,
          level: 'error',
          message: {
            text: 'Package: minimist\nInstalled Version: 1.2.5\nVulnerability CVE-2021-44906\nSeverity: CRITICAL',
          },
          locations: at('package-lock.json', 6012),
        },
      ],
    ),
    expected: [['vulnerable-library', 'package-lock.json:6012', 0.9]],
  },
  ESLint: {
    log: sarifOf(
      'ESLint',
      [
        {
          id: 'no-empty',
          shortDescription: { text: 'Disallow empty block statements' },
          properties: { category: 'Suggestions' },
        },
      ],
      [
        {
          ruleId: 'no-empty',
          ruleIndex: 0,
          level: 'error',
          message: { text: 'Empty block statement.' },
          locations: at('file:///home/ada/shop/src/orders.ts', 5),
        },
        {
          ruleId: '@typescript-eslint/no-floating-promises',
          message: { text: 'Await it' },
          locations: at('src/a%20b.ts', 2),
        },
      ],
    ),
    expected: [
      ['swallowed-error', 'src/orders.ts:5', 0.5],
      ['promise-misuse', 'src/a b.ts:2', 0.5],
    ],
  },
};
