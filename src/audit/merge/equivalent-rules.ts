import { classOfEslintRule, plainName } from '../import/known-rules.ts';

/**
 * Rules that say the same, by name: our own first, then those of ESLint and its plugins (core and typescript-eslint
 * without prefix) and the codes of the TypeScript compiler. An own rule that stands alone means only itself.
 */
const groups: readonly string[] = [
  'quality/floating-promise no-floating-promises promise/catch-or-return github/no-then',
  'quality/async-executor no-async-promise-executor',
  'quality/swallowed-error quality/ignored-catch no-empty sonarjs/no-ignored-exceptions no-empty-catch',
  'quality/lost-error-cause preserve-caught-error',
  'quality/unsafe-finally no-unsafe-finally promise/no-return-in-finally',
  'quality/unreachable-code no-unreachable no-unreachable-loop ts7027',
  'quality/unused-variable no-unused-vars unused-imports/no-unused-vars unused-imports/no-unused-imports sonarjs/unused-import sonarjs/no-unused-vars sonarjs/no-dead-store ts6133 ts6192 ts6196 ts6198',
  'quality/unused-parameter no-unused-vars unused-imports/no-unused-vars ts6133',
  'quality/dead-store no-useless-assignment no-unused-vars sonarjs/no-dead-store ts6133',
  'quality/constant-condition no-constant-condition no-unnecessary-condition no-constant-binary-expression sonarjs/no-gratuitous-expressions ts2367 ts2774 ts2801',
  'quality/identical-operands no-self-compare sonarjs/no-identical-expressions no-constant-binary-expression',
  'quality/identical-branches sonarjs/no-all-duplicated-branches sonarjs/no-duplicated-branches no-dupe-else-if',
  'quality/duplicate-condition no-dupe-else-if no-duplicate-case sonarjs/no-identical-conditions',
  'quality/duplicate-property no-dupe-keys no-dupe-class-members ts1117 vue/no-dupe-keys',
  'quality/overwritten-property no-dupe-keys sonarjs/no-element-overwrite ts2783',
  'quality/nan-comparison use-isnan ts2845',
  'quality/impossible-typeof valid-typeof ts2367',
  'quality/incompatible-comparison no-unsafe-enum-comparison ts2367',
  'quality/self-assignment no-self-assign',
  'quality/const-assignment no-const-assign ts2588',
  'quality/assignment-in-condition no-cond-assign',
  'quality/redeclared-variable no-redeclare ts2451',
  'quality/undeclared-variable no-undef ts2304',
  'quality/expression-without-effect no-unused-expressions',
  'quality/operator-precedence no-unsafe-negation',
  'quality/template-in-string no-template-curly-in-string',
  'quality/unexpected-newline no-unexpected-multiline',
  'quality/callback-without-return array-callback-return',
  'quality/accessor-return getter-return no-setter-return',
  'quality/returnless-result no-confusing-void-expression sonarjs/no-use-of-empty-return-value',
  'quality/ignored-result sonarjs/no-ignored-return',
  'quality/extra-arguments sonarjs/no-extra-arguments ts2554',
  'quality/not-callable ts2349 ts2348',
  'quality/null-dereference no-unsafe-optional-chaining no-non-null-asserted-optional-chain ts2531 ts2532 ts2533 ts18047 ts18048 ts18049',
  'quality/implicit-conversion no-base-to-string restrict-plus-operands restrict-template-expressions ts2362 ts2363',
  'quality/label-in-switch no-unused-labels ts7028',
  'quality/nested-loop-variable no-redeclare no-shadow',
  'quality/debugger-statement no-debugger',
  'quality/unexplained-ts-ignore ban-ts-comment prefer-ts-expect-error',
  'quality/cognitive-complexity sonarjs/cognitive-complexity complexity',
  'quality/long-function max-lines-per-function max-statements',
  'quality/deep-nesting max-depth',
  'quality/large-file max-lines',
  'quality/many-parameters max-params',
  'quality/conditional-hook react-hooks/rules-of-hooks',
  'quality/missing-effect-cleanup @eslint-react/web-api/no-leaked-event-listener',
  'quality/list-key react/jsx-key react/no-array-index-key',
  'quality/direct-state-mutation react/no-direct-mutation-state react-hooks/immutability',
  'quality/stale-state-update react-hooks/exhaustive-deps react/no-access-state-in-setstate',
  'performance/unstable-dependency-list react-hooks/exhaustive-deps',
  'performance/component-in-render react/no-unstable-nested-components react-hooks/static-components',
  'performance/unstable-context-value react/jsx-no-constructed-context-values',
  'performance/await-in-loop no-await-in-loop',
  'performance/sync-io-on-request-path n/no-sync node/no-sync no-sync',
  'architecture/circular-dependency import/no-cycle import-x/no-cycle',
  'architecture/boundary-violation no-restricted-imports import/no-restricted-paths boundaries/element-types',
  'tests/focused-or-skipped-test jest/no-focused-tests jest/no-disabled-tests vitest/no-focused-tests vitest/no-disabled-tests mocha/no-exclusive-tests mocha/no-skipped-tests',
  'tests/test-without-assertion jest/expect-expect vitest/expect-expect',
  'tests/sleep-in-test playwright/no-wait-for-timeout cypress/no-unnecessary-waiting',
  'security/code-injection no-eval no-implied-eval no-new-func security/detect-eval-with-expression sonarjs/code-eval',
  'security/command-injection security/detect-child-process sonarjs/os-command',
  'security/path-traversal security/detect-non-literal-fs-filename',
  'security/regex-injection security/detect-non-literal-regexp',
  'security/slow-regex security/exponential-regex security/polynomial-regex security/detect-unsafe-regex regexp/no-super-linear-backtracking regexp/no-super-linear-move redos/no-vulnerable sonarjs/slow-regex',
  'security/timing-unsafe-comparison security/detect-possible-timing-attacks',
  'security/weak-random security/detect-pseudorandombytes sonarjs/pseudo-random',
  'security/weak-hash sonarjs/hashing',
  'security/hard-coded-secret no-secrets/no-secrets sonarjs/no-hardcoded-passwords sonarjs/no-hardcoded-secrets',
  'security/unsafe-target-blank react/jsx-no-target-blank',
  'security/dom-xss security/unescaped-html react/no-danger vue/no-v-html no-unsanitized/method no-unsanitized/property',
  'security/bidirectional-characters security/detect-bidi-characters',
];

const meanings: ReadonlyMap<string, ReadonlySet<number>> = meaningsOf(groups);

/** Whether two rules say the same; undefined when one of them is not known, so that their classes decide. */
export function saySame(a: string, b: string): boolean | undefined {
  const [one, other] = [nameOf(a), nameOf(b)];
  if (one === other) return true;
  const ofOther = meanings.get(other);
  if (ofOther && [...(meanings.get(one) ?? [])].some((group) => ofOther.has(group))) return true;
  return isKnown(a, one) && isKnown(b, other) ? false : undefined;
}

/** Whether a rule runs in this product, written here or hosted. */
export function isOurs(rule: string): boolean {
  return !rule.includes(':');
}

function isKnown(rule: string, name: string): boolean {
  return isOurs(rule) || meanings.has(name) || classOfEslintRule(name) !== undefined;
}

/** `eslint:@typescript-eslint/no-shadow` → `no-shadow`; `typescript:ts(2304)` → `ts2304`. */
function nameOf(rule: string): string {
  const name = rule.slice(rule.indexOf(':') + 1);
  return rule.startsWith('typescript:') ? `ts${name}` : plainName(name);
}

function meaningsOf(lines: readonly string[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const [index, line] of lines.entries())
    for (const name of line.split(' ')) found.set(name, (found.get(name) ?? new Set()).add(index));
  return found;
}
