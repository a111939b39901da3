import assert from 'node:assert/strict';
import type { TextRange } from '../../src/base/text-range.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { moveFindings } from '../../src/audit/foreign/move-findings.ts';
import { mergeDuplicates } from '../../src/audit/merge/merge-duplicates.ts';
import { saySame } from '../../src/audit/merge/equivalent-rules.ts';
import { classOfEslintRule, isFormatting } from '../../src/audit/import/known-rules.ts';
import { createLineIndex } from '../../src/base/text-range.ts';
import { rules } from '../../src/rules/registry.generated.ts';

const range = (line: number, from: number, to: number, endLine = line): TextRange => ({
  start: { line, column: from },
  end: { line: endLine, column: to },
});

const found = (rule: string, place: TextRange, more: Partial<Finding> = {}): Finding => ({
  rule,
  weakness: 'likely-bug',
  cwe: [],
  file: 'src/orders.ts',
  range: place,
  message: { en: rule, fr: rule },
  data: {},
  fingerprint: rule,
  scope: [],
  precision: 0.5,
  role: 'production',
  drivers: {},
  related: [],
  fixes: [],
  ...(rule.startsWith('eslint:') && { origin: 'ESLint 9.39.5' }),
  ...(/^(?:typescript|sonarqube):/.test(rule) && { origin: 'TypeScript' }),
  ...more,
});

const names = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, alsoReportedBy = [] }) => [rule, ...alsoReportedBy].join(' + '));

describe('findings of several programs about one place', () => {
  const cases: [string, Finding[], string[]][] = [
    [
      'keeps the rule written here, whatever stands first',
      [
        found('eslint:@typescript-eslint/no-floating-promises', range(3, 2, 10)),
        found('quality/floating-promise', range(3, 2, 11)),
      ],
      ['quality/floating-promise + eslint:@typescript-eslint/no-floating-promises'],
    ],
    [
      'keeps the hosted rule before the workspace’s ESLint and the editor',
      [
        found('typescript:typescript-eslint(return-await)', range(3, 2, 9)),
        found('eslint:@typescript-eslint/return-await', range(3, 2, 10)),
        found('typescript-eslint/return-await', range(3, 2, 10)),
      ],
      [
        'typescript-eslint/return-await + eslint:@typescript-eslint/return-await + typescript:typescript-eslint(return-await)',
      ],
    ],
    [
      'goes by the class where a rule is not known, on the same line only',
      [
        found('quality/null-dereference', range(3, 2, 10)),
        found('eslint:house/never-null', range(3, 4, 8)),
        found('eslint:house/never-null', range(4, 4, 8)),
        found('eslint:house/style', range(3, 4, 8), { weakness: 'confusing-code' }),
      ],
      ['quality/null-dereference + eslint:house/never-null', 'eslint:house/never-null', 'eslint:house/style'],
    ],
    [
      'leaves two known rules of one class apart when they say different things',
      [
        found('quality/null-dereference', range(3, 2, 10)),
        found('eslint:no-self-compare', range(3, 2, 10)),
        found('typescript-eslint/unbound-method', range(3, 2, 10)),
      ],
      ['quality/null-dereference', 'eslint:no-self-compare', 'typescript-eslint/unbound-method'],
    ],
    [
      'leaves rules written here alone',
      [found('quality/dead-store', range(3, 2, 10)), found('quality/unused-variable', range(3, 2, 10))],
      ['quality/dead-store', 'quality/unused-variable'],
    ],
    [
      'leaves two remarks of one program on a line apart',
      [found('eslint:no-var', range(3, 0, 5)), found('eslint:no-var', range(3, 6, 11))],
      ['eslint:no-var', 'eslint:no-var'],
    ],
    [
      'takes ESLint heard twice, once through the editor, for one',
      [found('eslint:no-var', range(3, 0, 5)), found('eslint:no-var', range(3, 0, 5), { origin: 'eslint' })],
      ['eslint:no-var'],
    ],
    [
      'finds a whole function by its first line',
      [
        found('quality/cognitive-complexity', range(3, 9, 20), { weakness: 'cognitive-complexity' }),
        found('eslint:complexity', range(3, 0, 1, 90), { weakness: 'cyclomatic-complexity' }),
        found('eslint:sonarjs/cognitive-complexity', range(40, 0, 1), { weakness: 'cognitive-complexity' }),
      ],
      ['quality/cognitive-complexity + eslint:complexity', 'eslint:sonarjs/cognitive-complexity'],
    ],
    [
      'leaves other files alone',
      [
        found('quality/floating-promise', range(3, 2, 10)),
        found('eslint:no-floating-promises', range(3, 2, 10), { file: 'src/cart.ts' }),
      ],
      ['quality/floating-promise', 'eslint:no-floating-promises'],
    ],
  ];
  for (const [what, findings, expected] of cases)
    it(what, () => assert.deepEqual(names(mergeDuplicates(findings)), expected));

  it('is silenced by a comment that names any of its rules', () => {
    const suppression = { reason: 'logged inside', line: 2 };
    const [merged] = mergeDuplicates([
      found('quality/floating-promise', range(3, 2, 10)),
      found('eslint:no-floating-promises', range(3, 2, 10), { suppression }),
    ]);
    assert.deepEqual(merged?.suppression, suppression);
  });

  it('names only rules that exist among its own', () => {
    const known = new Set(rules.map(({ id }) => id));
    for (const { id } of rules) assert.ok(saySame(id, id));
    const ours = ['quality/floating-promise', 'quality/swallowed-error', 'architecture/circular-dependency'];
    for (const id of ours) assert.ok(known.has(id), id);
  });

  it('merges many findings in one file in little time', () => {
    const many = Array.from({ length: 20_000 }, (_, line) => [
      found('quality/null-dereference', range(line, 0, 9)),
      found('eslint:house/never-null', range(line, 2, 5)),
    ]).flat();
    const start = performance.now();
    assert.equal(mergeDuplicates(many).length, 20_000);
    assert.ok(performance.now() - start < 2000);
  });
});

describe('findings in an edited text', () => {
  const before = 'one\ntwo three\nfour\n';
  const lines = createLineIndex(before);
  const at = (word: string): Finding =>
    found('eslint:no-var', {
      start: lines.positionAt(before.indexOf(word)),
      end: lines.positionAt(before.indexOf(word) + word.length),
    });
  const words = ['one', 'two', 'three', 'four'];
  const cases: [string, string, string[]][] = [
    ['stay and move', 'one\ntwo and a\nthree\nfour\n', words],
    ['leave when their words change', 'one\ntwo tree\nfour\n', ['one', 'two', 'four']],
    ['move up', 'two three\nfour\n', ['two', 'three', 'four']],
    ['are all gone with the text', '', []],
  ];
  for (const [what, after, expected] of cases)
    it(what, () => {
      const index = createLineIndex(after);
      const moved = moveFindings(words.map(at), before, after).map(({ range: { start, end } }) =>
        after.slice(index.offsetAt(start), index.offsetAt(end)),
      );
      assert.deepEqual(
        moved.filter((word) => words.includes(word)),
        expected,
      );
      assert.ok(moved.every((word) => words.includes(word)));
    });
});

describe('names of ESLint rules', () => {
  const cases: [string, ReturnType<typeof classOfEslintRule>][] = [
    ['@typescript-eslint/no-unused-vars', 'dead-code'],
    ['no-unused-vars', 'dead-code'],
    ['react-hooks/rules-of-hooks', 'likely-bug'],
    ['import/no-cycle', 'circular-dependency'],
    ['jest/no-focused-tests', 'skipped-test'],
    ['security/detect-child-process', 'code-execution'],
    ['house/own-rule', undefined],
  ];
  for (const [id, weakness] of cases)
    it(`${id}: ${weakness ?? 'not known'}`, () => assert.equal(classOfEslintRule(id), weakness));

  it('know white space by name, by pack and by the rule’s own word', () => {
    for (const id of ['semi', '@stylistic/indent', 'prettier/prettier', '@typescript-eslint/quotes'])
      assert.ok(isFormatting(id, undefined), id);
    assert.ok(isFormatting('house/spaces', 'layout'));
    assert.ok(!isFormatting('no-var', 'suggestion'));
  });
});
