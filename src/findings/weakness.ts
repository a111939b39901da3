/** What a weakness touches; decides which cost channel prices it and how results are grouped. */
export type WeaknessFamily = 'security' | 'quality' | 'architecture' | 'tests' | 'performance' | 'libraries';

interface WeaknessFacts {
  readonly family: WeaknessFamily;
  /** Numbers of the Common Weakness Enumeration that fall into this class; empty where none does. */
  readonly cwe: readonly number[];
}

/**
 * Every weakness class a rule may name. `cost` owns the figures of each (a check compares the two lists);
 * the CWE map also serves to classify other tools' findings.
 */
export const weaknesses = {
  'code-execution': { family: 'security', cwe: [78, 94, 95, 502, 77, 96] },
  injection: { family: 'security', cwe: [89, 943, 643, 90, 1336, 564, 74] },
  'access-control': { family: 'security', cwe: [287, 306, 347, 639, 862, 285, 863, 284, 307] },
  'secret-in-repository': { family: 'security', cwe: [798, 259, 321, 547] },
  'secret-in-browser-code': { family: 'security', cwe: [] },
  'path-traversal': { family: 'security', cwe: [22, 73, 434, 23, 36] },
  'request-forgery': { family: 'security', cwe: [918] },
  'xml-external-entities': { family: 'security', cwe: [611, 776] },
  'stored-xss': { family: 'security', cwe: [] },
  'reflected-xss': { family: 'security', cwe: [79, 80, 116] },
  'input-validation': { family: 'security', cwe: [20, 183, 178, 697, 185] },
  'prototype-pollution': { family: 'security', cwe: [1321, 915, 471] },
  'csrf-or-cors': { family: 'security', cwe: [352, 942, 346] },
  'tls-checks-off': { family: 'security', cwe: [295, 297, 319] },
  'weak-cryptography': { family: 'security', cwe: [326, 327, 328, 330, 338, 916, 208] },
  'regex-denial-of-service': { family: 'security', cwe: [1333, 730, 400] },
  'redirect-cookies-headers': { family: 'security', cwe: [601, 614, 1004, 693, 113, 1021, 1022] },
  'data-exposure': { family: 'security', cwe: [532, 209, 200, 117, 312] },

  'cognitive-complexity': { family: 'quality', cwe: [1121] },
  'cyclomatic-complexity': { family: 'quality', cwe: [] },
  'large-file': { family: 'quality', cwe: [1080] },
  'long-function': { family: 'quality', cwe: [] },
  'many-parameters': { family: 'quality', cwe: [1064] },
  'duplicated-block': { family: 'quality', cwe: [1041] },
  'dead-code': { family: 'quality', cwe: [561, 563, 1164] },
  'likely-bug': { family: 'quality', cwe: [570, 571, 480, 481, 482, 597, 682, 683, 687, 783, 193, 476, 595, 484] },
  'confusing-code': { family: 'quality', cwe: [1078, 1099, 1109, 710] },
  'resource-leak': { family: 'quality', cwe: [772, 775, 404, 401, 459] },
  'any-hole': { family: 'quality', cwe: [] },
  'promise-misuse': { family: 'quality', cwe: [] },
  'swallowed-error': { family: 'quality', cwe: [390, 391, 1069] },
  todo: { family: 'quality', cwe: [546] },

  'circular-dependency': { family: 'architecture', cwe: [1047] },
  'boundary-violation': { family: 'architecture', cwe: [1054] },
  'god-module': { family: 'architecture', cwe: [1048] },
  'missing-notes': { family: 'architecture', cwe: [1053, 1059] },

  'missing-test': { family: 'tests', cwe: [] },
  'skipped-test': { family: 'tests', cwe: [] },
  'weak-test': { family: 'tests', cwe: [] },

  'sequential-await': { family: 'performance', cwe: [1050] },
  'blocking-io': { family: 'performance', cwe: [] },
  'n-plus-one-query': { family: 'performance', cwe: [1073] },
  'quadratic-work': { family: 'performance', cwe: [407, 1176] },
  'unbounded-work': { family: 'performance', cwe: [1049] },
  'heavy-page': { family: 'performance', cwe: [] },

  'vulnerable-library': { family: 'libraries', cwe: [1395] },
  'vulnerable-library-major': { family: 'libraries', cwe: [] },
  'outdated-patch': { family: 'libraries', cwe: [] },
  'outdated-minor': { family: 'libraries', cwe: [] },
  'outdated-major': { family: 'libraries', cwe: [1104] },
  'outdated-framework': { family: 'libraries', cwe: [] },
  'deprecated-library': { family: 'libraries', cwe: [477] },
  'unmaintained-library': { family: 'libraries', cwe: [] },
  'duplicate-versions': { family: 'libraries', cwe: [] },
  'forbidden-licence': { family: 'libraries', cwe: [] },
  'unknown-licence': { family: 'libraries', cwe: [] },
  'engine-end-of-life': { family: 'libraries', cwe: [] },
  'peer-conflict': { family: 'libraries', cwe: [] },
  'unused-dependency': { family: 'libraries', cwe: [] },
  'undeclared-dependency': { family: 'libraries', cwe: [] },
  'unpinned-range': { family: 'libraries', cwe: [] },
  'missing-lockfile': { family: 'libraries', cwe: [] },
  'untrusted-package-source': { family: 'libraries', cwe: [829, 1357, 494, 506] },
} as const satisfies Record<string, WeaknessFacts>;

/** Name of a weakness class. */
export type Weakness = keyof typeof weaknesses;
