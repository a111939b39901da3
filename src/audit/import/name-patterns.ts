import type { Weakness } from '../../findings/weakness.ts';

/** One line of the table: the first pattern that a rule's names match gives the class. */
export interface NamePattern {
  /** Matched against the rule's id and name, in lower case with `-` between words. */
  readonly pattern: RegExp;
  readonly weakness: Weakness;
}

/** `words` are parts of regular expressions with spaces between. */
const named = (weakness: Weakness, words: string): NamePattern => ({
  weakness,
  pattern: new RegExp(`(?<![a-z])(${words.replaceAll(' ', '|')})(?![a-z])`),
});

/** Names of rules by class, the most specific first. They are the field's own words, shared by many tools. */
export const namePatterns: readonly NamePattern[] = [
  named(
    'secret-in-repository',
    'secret(s)? hard-?coded-(secret|credential|password|passphrase|token|key)s? hardcode[a-z-]* no-secrets gitleaks secretlint [a-z-]*api-key private-key access-(token|key) credentials?',
  ),
  named(
    'vulnerable-library',
    'cve-\\d+-\\d+ ghsa(-[a-z0-9]+)+ snyk-js snyk-npm vulnerable-(and-outdated-)?components? vulnerable-(dependency|library|package)',
  ),
  named(
    'code-execution',
    'command-(line-)?injection os-command[a-z-]* shell-(command-)?(injection|construct[a-z-]*) code-injection remote-code-execution rce (unsafe|insecure)-deserialization deserialization detect-child-process detect-eval[a-z-]* no-(implied-)?eval eval(-[a-z]+)? no-new-func spawn-shell[a-z-]* vm-injection',
  ),
  named(
    'injection',
    'sql-?i (no)?-?sql-injection nosql[a-z-]* ldap-injection xpath-injection template-injection ssti graphql-injection',
  ),
  named('request-forgery', 'ssrf (server-side-)?request-forgery'),
  named('csrf-or-cors', 'csrf xsrf cors[a-z-]* cross-site-request-forgery permissive-cors'),
  named('stored-xss', 'stored-xss persistent-xss'),
  named(
    'reflected-xss',
    '[a-z-]*xss[a-z-]* cross-site-scripting no-unsanitized no-danger(-with-children)? dangerously-?set-?inner-?html html-injection inner-?html no-script-url jsx-no-script-url detect-disable-mustache-escape',
  ),
  named(
    'path-traversal',
    'path-(traversal|injection) directory-traversal zip-?slip lfi file-inclusion unrestricted-(file-)?upload detect-non-literal-(fs-filename|require) tainted-path file-access-to-http http-to-file-access',
  ),
  named('xml-external-entities', 'xxe xml-external-entit(y|ies) xml-bomb'),
  named(
    'prototype-pollution',
    'prototype-(pollution|polluting)[a-z-]* mass-assignment detect-object-injection remote-property-injection no-prototype-builtins no-extend-native',
  ),
  named(
    'tls-checks-off',
    '(disabling-)?certificate-validation tls[a-z-]* ssl[a-z-]* cleartext-transmission insecure-(protocol|transport) reject-unauthorized',
  ),
  named(
    'weak-cryptography',
    '(weak|insecure|broken)-?(crypto[a-z-]*|hash[a-z-]*|cipher[a-z-]*|random[a-z-]*|password-hash[a-z-]*) insecure-randomness md5 sha1 pseudo-?random[a-z-]* detect-(pseudorandombytes|insecure-randomness|possible-timing-attacks|buffer-noassert|new-buffer) timing-attack',
  ),
  named(
    'regex-denial-of-service',
    '(decompression|zip|billion-laughs)-bomb [a-z-]*-decompression-bomb re-?dos (polynomial|inefficient|super-?linear)-re(gexp?|dos|gular-expression)?[a-z-]* unsafe-regex detect-(unsafe-regex|non-literal-regexp) denial-of-service missing-rate-limit(ing)? resource-exhaustion loop-bound-injection',
  ),
  named(
    'redirect-cookies-headers',
    'open-redirect (url-|server-side-unvalidated-url-|client-side-unvalidated-url-)?(redirection|redirect) [a-z-]*cookie[a-z-]* helmet (missing-)?(security-)?headers? hsts clickjacking x-frame-options x-powered-by jsx-no-target-blank missing-origin-check',
  ),
  named(
    'data-exposure',
    '(clear-?text-)?logging[a-z-]* log-injection information-(exposure|disclosure|leak[a-z]*) stack-trace-exposure (sensitive-)?data-exposure private-file-exposure clear-text-storage[a-z-]*',
  ),
  named(
    'access-control',
    '(missing|broken|improper)-(access-control|auth[a-z]*) access-control authenti[a-z-]* authori[sz][a-z-]* idor jwt[a-z-]* session-fixation user-controlled-bypass privilege[a-z-]*',
  ),
  named(
    'input-validation',
    'incomplete-(sanitization|url-[a-z-]*|multi-character-sanitization|hostname-regexp) bad-tag-filter input-validation missing-regexp-anchor type-confusion-through-parameter-tampering',
  ),

  named('cognitive-complexity', 'cognitive-complexity no-excessive-cognitive-complexity'),
  named('cyclomatic-complexity', 'complexity cyclomatic-complexity complex-method'),
  named(
    'long-function',
    'max-lines-per-function max-statements long-(function|method) function-too-long no-excessive-lines-per-function max-depth max-nested-callbacks',
  ),
  named('large-file', 'max-lines file-too-long large-file too-many-lines'),
  named('many-parameters', 'max-params too-many-(parameters|arguments) use-max-params'),
  named('duplicated-block', 'duplicat(ed?|ion)[a-z-]* copy-paste[a-z-]* clone(s)? no-identical-functions jscpd'),
  named(
    'dead-code',
    'unused[a-z-]* no-unused[a-z-]* no-unreachable[a-z-]* unreachable[a-z-]* dead-(code|store) no-useless-assignment useless-assignment[a-z-]*',
  ),
  named(
    'any-hole',
    'no-explicit-any no-unsafe-(assignment|member-access|call|return|argument|type-assertion) ban-ts-comment prefer-ts-expect-error no-ts-ignore',
  ),
  named(
    'promise-misuse',
    'no-floating-promises no-misused-promises require-await await-thenable no-async-promise-executor no-promise-executor-return missing-await always-return catch-or-return return-await require-atomic-updates',
  ),
  named(
    'dead-code',
    'no-empty-(file|function|interface|static-block|object-type|source|character-class) no-unassigned-vars',
  ),
  named(
    'swallowed-error',
    'no-empty no-empty-catch no-ignored-exceptions empty-catch[a-z-]* no-useless-catch no-ex-assign handle-callback-err preserve-caught-error no-empty-block-statements? no-unsafe-finally',
  ),
  named('circular-dependency', 'no-cycle import-cycle(s)? no-circular circular-dependenc(y|ies) no-import-cycles'),
  named('boundary-violation', 'no-restricted-(imports|paths) [a-z-]*boundar(y|ies)[a-z-]* enforce-module-boundaries'),
  named(
    'skipped-test',
    'no-(disabled|focused|skipped|exclusive)-tests? no-only-tests no-skipped-tests no-(commented-out-tests)',
  ),
  named('weak-test', 'expect-expect no-conditional-expect valid-expect no-identical-title assertions-in-tests'),
  named('todo', 'no-warning-comments todo-(tag|comment) fixme todo'),
  named('sequential-await', 'no-await-in-loops? await-in-loop'),
  named('blocking-io', 'no-sync sync-io blocking-io'),
  named('n-plus-one-query', 'n-plus-one[a-z-]* query-in-loop'),
  named(
    'resource-leak',
    '(resource|memory|listener|handle)-leak no-(set-timeout|set-interval)-leak missing-(cleanup|close)',
  ),
  named(
    'likely-bug',
    'no-(dupe|duplicate)-[a-z-]* no-cond-assign no-constant-(condition|binary-expression) no-fallthrough no-self-(compare|assign) use-isnan valid-typeof eqeqeq no-double-equals no-undef[a-z-]* no-sparse-arrays no-unsafe-(negation|optional-chaining) array-callback-return getter-return no-compare-neg-zero no-loss-of-precision no-obj-calls no-redeclare exhaustive-deps rules-of-hooks use-exhaustive-dependencies comparison-of-identical-expressions trivial-conditional useless-(conditional|expression|comparison-test) missing-(this|return|space)[a-z-]* suspicious[a-z-]* no-unnecessary-condition no-const-assign no-unused-expressions',
  ),
  named(
    'confusing-code',
    'no-shadow[a-z-]* no-underscore-dangle block-scoped-var vars-on-top no-(else-return|nested-ternary|lonely-if|unneeded-ternary|useless-[a-z-]*|var|plusplus|continue|magic-numbers|param-reassign|non-null-assertion|inner-declarations|extra-[a-z-]*) prefer-[a-z-]* no-nested-ternary use-[a-z-]* naming-convention camelcase id-length curly style[a-z-]* complexity[a-z-]* no-[a-z]*-style',
  ),
];
