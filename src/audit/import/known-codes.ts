import type { Weakness } from '../../findings/weakness.ts';

/** Codes of the TypeScript compiler that are no plain type error. */
const compilerCodes: readonly (readonly [Weakness, string])[] = [
  ['dead-code', '6133 6138 6192 6196 6198 6199 6205 7027 7028 7030'],
  ['any-hole', '7005 7006 7008 7010 7011 7015 7016 7017 7019 7022 7023 7024 7031 7034 7052 7053 18046'],
  ['deprecated-library', '6385 6387'],
  ['undeclared-dependency', '2307 2792 7026'],
];

/** Numbers of Sonar's published rule catalogue, by class. */
const sonarNumbers: readonly (readonly [Weakness, string])[] = [
  ['cognitive-complexity', '3776'],
  ['cyclomatic-complexity', '1541 1067'],
  ['long-function', '138 134 2004'],
  ['large-file', '104'],
  ['many-parameters', '107'],
  ['duplicated-block', '4144 1192'],
  ['dead-code', '1481 1854 1172 1128 1763 1186 125 1116 905 1068'],
  ['likely-bug', '1764 3923 1862 1871 2201 2871 2688 2251 1751 1940 3984 1535 6439 6443 6479 6480 6481 3699 2999 3981'],
  ['promise-misuse', '4123 6544 4822'],
  ['swallowed-error', '2486 108 1143 2737'],
  ['any-hole', '4204 2966'],
  ['todo', '1135 1134 1707'],
  ['secret-in-repository', '2068 6418 6437'],
  ['code-execution', '2076 1523 5334 4721'],
  ['injection', '3649 2077 5147 2078'],
  ['path-traversal', '2083 6549 5443'],
  ['request-forgery', '5144'],
  ['reflected-xss', '5131 5696 6299 5247'],
  ['redirect-cookies-headers', '5146 2092 3330 5148 5732 5734 5736 5742'],
  ['csrf-or-cors', '4502 5122 2819'],
  ['tls-checks-off', '4830 5332 5527'],
  ['weak-cryptography', '2245 4790 4426 4423 5542 5547 5344 2053'],
  ['regex-denial-of-service', '5852 5843'],
  ['xml-external-entities', '2755'],
  ['access-control', '5659 2255'],
  ['data-exposure', '5145 4792 4507 5689'],
  ['deprecated-library', '1874'],
  ['confusing-code', '3358 6582 4325 6606 1066 1121 1126 1199 1301 1488 2933 6571 7735 7764 7773 7781'],
  ['skipped-test', '1607 6426'],
  ['weak-test', '2699 2187'],
];

const compiler = byCode(compilerCodes);
const sonar = byCode(sonarNumbers);

/** The class of a compiler's code such as `2304`; other codes are errors of types. */
export function classOfCompilerCode(code: string): Weakness {
  return compiler.get(code) ?? 'likely-bug';
}

/** The class of a rule such as `typescript:S3776`; undefined for any other. */
export function classOfSonarRule(id: string): Weakness | undefined {
  const number = /^(?:typescript|javascript|tsql|css|web|secrets|sonarlint|sonarqube)?:?S(\d{2,5})$/i.exec(id)?.[1];
  return number === undefined ? undefined : sonar.get(number);
}

function byCode(table: readonly (readonly [Weakness, string])[]): ReadonlyMap<string, Weakness> {
  return new Map(table.flatMap(([weakness, codes]) => codes.split(' ').map((code) => [code, weakness] as const)));
}
