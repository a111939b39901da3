import type { Weakness } from '../../findings/weakness.ts';

/**
 * Names of ESLint rules by class. Rules of the core and of typescript-eslint stand without a prefix, since the latter
 * extend the former under the same names; those of other plugins with it.
 */
const names: readonly (readonly [Weakness, string])[] = [
  [
    'likely-bug',
    `array-callback-return constructor-super default-case-last eqeqeq for-direction getter-return guard-for-in
    no-array-delete no-base-to-string no-caller no-case-declarations no-class-assign no-compare-neg-zero no-cond-assign
    no-confusing-non-null-assertion no-const-assign no-constant-binary-expression no-constant-condition
    no-constructor-return no-delete-var no-dupe-args no-dupe-class-members no-dupe-else-if no-dupe-keys
    no-duplicate-case no-duplicate-enum-values no-duplicate-type-constituents no-empty-character-class
    no-empty-pattern no-fallthrough no-for-in-array no-func-assign no-global-assign no-implicit-globals
    no-import-assign no-inner-declarations no-invalid-this no-invalid-void-type no-iterator no-loop-func
    no-loss-of-precision no-misleading-character-class no-misused-new no-mixed-enums no-new-native-nonconstructor
    no-new-symbol no-new-wrappers no-obj-calls no-octal no-proto no-redeclare no-return-assign no-self-assign
    no-self-compare no-sequences no-setter-return no-shadow-restricted-names no-sparse-arrays no-template-curly-in-string
    no-this-before-super no-undef no-unmodified-loop-condition no-unnecessary-condition no-unsafe-declaration-merging
    no-unsafe-enum-comparison no-unsafe-negation no-unsafe-optional-chaining no-unsafe-unary-minus
    no-unused-expressions no-use-before-define no-useless-backreference no-void no-wrapper-object-types
    no-non-null-asserted-nullish-coalescing no-non-null-asserted-optional-chain radix require-array-sort-compare
    require-yield restrict-plus-operands restrict-template-expressions strict-boolean-expressions
    switch-exhaustiveness-check unbound-method use-isnan valid-typeof related-getter-setter-pairs
    strict-void-return no-unassigned-vars require-unicode-regexp no-control-regex no-regex-spaces no-invalid-regexp
    react-hooks/rules-of-hooks react-hooks/exhaustive-deps react-hooks/refs react-hooks/purity
    react-hooks/immutability react-hooks/set-state-in-render react-hooks/set-state-in-effect react-hooks/globals
    react/jsx-key react/no-array-index-key react/no-direct-mutation-state react/no-unstable-nested-components
    react/jsx-no-duplicate-props react/jsx-no-undef react/no-did-update-set-state react/no-access-state-in-setstate
    react/jsx-no-constructed-context-values react/void-dom-elements-no-children react/no-children-prop
    react/no-unescaped-entities react/no-unknown-property
    import/no-unresolved import/named import/namespace import/default import/export import/no-self-import
    import/no-mutable-exports import/no-named-as-default-member
    import-x/no-unresolved import-x/named import-x/namespace import-x/default import-x/export import-x/no-self-import
    n/no-missing-import n/no-missing-require n/no-unsupported-features/es-builtins
    n/no-unsupported-features/es-syntax n/no-unsupported-features/node-builtins node/no-missing-import
    node/no-missing-require unicorn/no-array-callback-reference unicorn/no-invalid-fetch-options
    unicorn/no-invalid-remove-event-listener unicorn/no-thenable unicorn/require-array-sort-compare
    unicorn/no-array-method-this-argument unicorn/require-number-to-fixed-digits-argument
    unicorn/no-await-in-promise-methods unicorn/no-negation-in-equality-check unicorn/error-message
    unicorn/prefer-number-properties unicorn/no-unreadable-array-destructuring
    sonarjs/no-all-duplicated-branches sonarjs/no-element-overwrite sonarjs/no-identical-conditions
    sonarjs/no-identical-expressions sonarjs/no-ignored-return sonarjs/no-one-iteration-loop
    sonarjs/no-use-of-empty-return-value sonarjs/no-empty-collection sonarjs/no-extra-arguments
    sonarjs/non-existent-operator sonarjs/no-collection-size-mischeck sonarjs/no-gratuitous-expressions
    vue/no-mutating-props vue/no-side-effects-in-computed-properties vue/valid-v-for vue/require-v-for-key
    vue/no-dupe-keys vue/return-in-computed-property jsx-a11y/alt-text jsx-a11y/anchor-is-valid
    jsx-a11y/click-events-have-key-events jsx-a11y/label-has-associated-control`,
  ],
  [
    'promise-misuse',
    `await-thenable no-async-promise-executor no-floating-promises no-misused-promises no-misused-spread
    no-promise-executor-return require-atomic-updates return-await
    no-return-await promise/always-return promise/catch-or-return promise/no-return-in-finally
    promise/no-nesting promise/no-callback-in-promise promise/no-promise-in-callback promise/no-new-statics
    promise/valid-params promise/no-multiple-resolved github/no-then unicorn/no-useless-promise-resolve-reject`,
  ],
  [
    'swallowed-error',
    `no-empty no-ex-assign no-unsafe-finally no-useless-catch only-throw-error no-throw-literal
    prefer-promise-reject-errors preserve-caught-error use-unknown-in-catch-callback-variable
    n/handle-callback-err node/handle-callback-err handle-callback-err sonarjs/no-ignored-exceptions
    unicorn/prefer-optional-catch-binding promise/prefer-await-to-callbacks`,
  ],
  [
    'dead-code',
    `no-unused-vars no-unreachable no-unreachable-loop no-unused-labels no-unused-private-class-members
    no-useless-assignment no-useless-constructor no-empty-function no-empty-static-block no-unnecessary-type-parameters
    unused-imports/no-unused-imports unused-imports/no-unused-vars import/no-unused-modules import-x/no-unused-modules
    unicorn/no-unused-properties react/no-unused-state react/no-unused-prop-types vue/no-unused-components
    vue/no-unused-vars sonarjs/no-unused-collection sonarjs/no-dead-store sonarjs/unused-import
    sonarjs/no-unused-vars`,
  ],
  [
    'any-hole',
    `ban-ts-comment ban-types explicit-module-boundary-types no-explicit-any no-extra-non-null-assertion
    no-non-null-assertion no-unsafe-argument no-unsafe-assignment no-unsafe-call no-unsafe-function-type
    no-unsafe-member-access no-unsafe-return no-unsafe-type-assertion no-empty-object-type
    no-redundant-type-constituents no-restricted-types consistent-type-assertions`,
  ],
  ['cyclomatic-complexity', 'complexity'],
  ['cognitive-complexity', 'sonarjs/cognitive-complexity'],
  ['long-function', 'max-lines-per-function max-statements max-depth max-nested-callbacks'],
  ['large-file', 'max-lines max-classes-per-file'],
  ['many-parameters', 'max-params'],
  [
    'duplicated-block',
    'sonarjs/no-identical-functions sonarjs/no-duplicated-branches sonarjs/no-duplicate-string import/no-duplicates import-x/no-duplicates no-duplicate-imports',
  ],
  ['todo', 'no-warning-comments unicorn/expiring-todo-comments sonarjs/todo-tag sonarjs/fixme-tag'],
  ['circular-dependency', 'import/no-cycle import-x/no-cycle'],
  [
    'boundary-violation',
    `no-restricted-imports import/no-restricted-paths import/no-internal-modules import/no-relative-packages
    boundaries/element-types boundaries/entry-point boundaries/no-private boundaries/external
    nx/enforce-module-boundaries`,
  ],
  [
    'undeclared-dependency',
    `import/no-extraneous-dependencies import-x/no-extraneous-dependencies n/no-extraneous-import
    n/no-extraneous-require node/no-extraneous-import node/no-extraneous-require`,
  ],
  ['deprecated-library', 'no-deprecated deprecation/deprecation import/no-deprecated n/no-deprecated-api'],
  ['sequential-await', 'no-await-in-loop'],
  ['blocking-io', 'n/no-sync node/no-sync no-sync'],
  [
    'skipped-test',
    `jest/no-disabled-tests jest/no-focused-tests jest/no-commented-out-tests vitest/no-disabled-tests
    vitest/no-focused-tests mocha/no-exclusive-tests mocha/no-skipped-tests playwright/no-skipped-test
    playwright/no-focused-test cypress/no-focused-tests`,
  ],
  [
    'weak-test',
    `jest/expect-expect jest/no-conditional-expect jest/no-identical-title jest/no-standalone-expect
    jest/no-conditional-in-test jest/no-jasmine-globals jest/valid-expect jest/valid-expect-in-promise
    jest/valid-describe-callback jest/valid-title jest/no-large-snapshots jest/no-done-callback jest/no-export
    vitest/expect-expect vitest/no-identical-title vitest/valid-expect vitest/no-conditional-expect
    mocha/no-identical-title mocha/no-async-describe mocha/no-mocha-arrows mocha/no-setup-in-describe
    playwright/expect-expect playwright/missing-playwright-await playwright/no-wait-for-timeout
    cypress/no-unnecessary-waiting testing-library/await-async-queries testing-library/await-async-utils
    testing-library/no-wait-for-side-effects jest-dom/prefer-checked`,
  ],
  [
    'code-execution',
    `no-eval no-implied-eval no-new-func no-script-url security/detect-child-process
    security/detect-eval-with-expression security/detect-non-literal-require sonarjs/os-command sonarjs/code-eval`,
  ],
  [
    'regex-denial-of-service',
    `security/detect-unsafe-regex security/detect-non-literal-regexp regexp/no-super-linear-backtracking
    regexp/no-super-linear-move redos/no-vulnerable sonarjs/slow-regex`,
  ],
  ['path-traversal', 'security/detect-non-literal-fs-filename'],
  ['prototype-pollution', 'security/detect-object-injection'],
  [
    'weak-cryptography',
    `security/detect-pseudorandombytes security/detect-possible-timing-attacks sonarjs/hashing
    sonarjs/pseudo-random sonarjs/no-weak-cipher`,
  ],
  [
    'input-validation',
    `security/detect-bidi-characters security/detect-buffer-noassert security/detect-new-buffer
    n/no-deprecated-new-buffer unicorn/no-new-buffer`,
  ],
  ['secret-in-repository', 'no-secrets/no-secrets sonarjs/no-hardcoded-passwords sonarjs/no-hardcoded-secrets'],
  [
    'reflected-xss',
    `react/no-danger react/no-danger-with-children react/jsx-no-script-url vue/no-v-html no-unsanitized/method
    no-unsanitized/property security/detect-disable-mustache-escape`,
  ],
  ['redirect-cookies-headers', 'react/jsx-no-target-blank'],
  ['csrf-or-cors', 'security/detect-no-csrf-before-method-override'],
  [
    'confusing-code',
    `accessor-pairs adjacent-overload-signatures array-type arrow-body-style block-scoped-var camelcase class-literal-property-style
    class-methods-use-this consistent-generic-constructors consistent-indexed-object-style consistent-return
    consistent-this consistent-type-definitions consistent-type-exports consistent-type-imports curly default-case
    default-param-last dot-notation explicit-function-return-type explicit-member-accessibility func-names func-style
    id-length init-declarations max-len member-ordering method-signature-style naming-convention new-cap no-alert
    no-array-constructor no-bitwise no-confusing-void-expression no-console no-continue no-debugger no-div-regex
    no-dynamic-delete no-else-return no-eq-null no-extend-native no-extra-bind no-extra-boolean-cast no-extra-label
    no-implicit-coercion no-inferrable-types no-label-var no-labels no-lone-blocks no-lonely-if no-magic-numbers
    no-meaningless-void-operator no-multi-assign no-multi-str no-namespace no-negated-condition no-nested-ternary
    no-new no-nonoctal-decimal-escape no-octal-escape no-object-constructor no-param-reassign no-plusplus
    no-prototype-builtins no-require-imports no-restricted-globals no-restricted-properties no-restricted-syntax
    no-shadow no-ternary no-this-alias no-throw-literal no-type-alias no-undef-init no-undefined
    no-underscore-dangle no-unneeded-ternary no-unnecessary-boolean-literal-compare no-unnecessary-qualifier
    no-unnecessary-template-expression no-unnecessary-type-arguments no-unnecessary-type-assertion
    no-unnecessary-type-constraint no-useless-call no-useless-computed-key no-useless-concat
    no-useless-empty-export no-useless-escape no-useless-rename no-useless-return no-var no-var-requires no-with
    non-nullable-type-assertion-style object-shorthand one-var operator-assignment parameter-properties
    prefer-arrow-callback prefer-as-const prefer-const prefer-destructuring prefer-exponentiation-operator
    prefer-find prefer-for-of prefer-function-type prefer-includes prefer-literal-enum-member
    prefer-named-capture-group prefer-namespace-keyword prefer-nullish-coalescing prefer-numeric-literals
    prefer-object-has-own prefer-object-spread prefer-optional-chain prefer-readonly
    prefer-readonly-parameter-types prefer-reduce-type-parameter prefer-regex-literals prefer-regexp-exec
    prefer-rest-params prefer-return-this-type prefer-spread prefer-string-starts-ends-with prefer-template promise-function-async require-await
    require-unicode-regexp sort-imports sort-keys sort-vars spaced-comment strict symbol-description
    triple-slash-reference typedef unified-signatures vars-on-top yoda import/order import/first
    import/no-anonymous-default-export import/no-named-as-default import/prefer-default-export import/extensions
    import/no-default-export import/newline-after-import simple-import-sort/imports simple-import-sort/exports
    react/prop-types react/display-name react/react-in-jsx-scope react/jsx-uses-react react/function-component-definition
    perfectionist/sort-imports perfectionist/sort-objects perfectionist/sort-named-imports jsdoc/require-jsdoc
    jsdoc/require-param jsdoc/require-returns`,
  ],
];

/** Rules about white space, which a formatter mends by itself: they cost nothing worth a figure. */
const formatting = new Set(
  `array-bracket-newline array-bracket-spacing array-element-newline arrow-parens arrow-spacing block-spacing
  brace-style comma-dangle comma-spacing comma-style computed-property-spacing dot-location eol-last
  func-call-spacing function-call-argument-newline function-paren-newline generator-star-spacing
  implicit-arrow-linebreak indent jsx-quotes key-spacing keyword-spacing linebreak-style lines-around-comment
  lines-between-class-members max-len multiline-ternary member-delimiter-style new-parens newline-per-chained-call
  no-extra-parens no-extra-semi no-floating-decimal no-mixed-operators no-mixed-spaces-and-tabs no-multi-spaces
  no-multiple-empty-lines no-spaced-func no-tabs no-trailing-spaces no-whitespace-before-property
  nonblock-statement-body-position object-curly-newline object-curly-spacing object-property-newline
  one-var-declaration-per-line operator-linebreak padded-blocks padding-line-between-statements quote-props quotes
  rest-spread-spacing semi semi-spacing semi-style space-before-blocks space-before-function-paren space-in-parens
  space-infix-ops space-unary-ops spaced-comment switch-colon-spacing template-curly-spacing template-tag-spacing
  type-annotation-spacing unicode-bom wrap-iife wrap-regex yield-star-spacing prettier/prettier
  react/jsx-indent react/jsx-indent-props react/jsx-closing-bracket-location react/jsx-tag-spacing
  react/jsx-curly-spacing react/jsx-wrap-multilines react/jsx-first-prop-new-line react/jsx-max-props-per-line
  vue/html-indent vue/max-attributes-per-line vue/html-self-closing vue/singleline-html-element-content-newline
  vue/multiline-html-element-content-newline vue/html-closing-bracket-newline`.split(/\s+/),
);

const classes: ReadonlyMap<string, Weakness> = new Map(
  names.flatMap(([weakness, text]) => text.split(/\s+/).map((name) => [name, weakness] as const)),
);

/** The class of an ESLint rule that is known by its exact id; undefined for any other. */
export function classOfEslintRule(id: string): Weakness | undefined {
  return classes.get(plainName(id));
}

/** Whether an ESLint rule is about white space alone, by its own word or by its name. */
export function isFormatting(id: string, type: string | undefined): boolean {
  return type === 'layout' || /^@?stylistic\//.test(id) || formatting.has(plainName(id));
}

/** The id as the tables name it: `@typescript-eslint/no-shadow` → `no-shadow`. */
export function plainName(id: string): string {
  return id
    .toLowerCase()
    .replace(/^(?:@?typescript-eslint|ts)\//, '')
    .replace(/^eslint-plugin-/, '');
}
