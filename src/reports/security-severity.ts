import type { Finding } from '../findings/finding.ts';
import { weaknesses, type Weakness } from '../findings/weakness.ts';

/**
 * CVSS 3.1 base score of a typical case of each class, reached over the network (`AV:N`). Only other tools sort by it;
 * no price depends on it. The vectors are our judgement, the scores follow from the CVSS formula.
 */
const baseScores: Partial<Record<Weakness, number>> = {
  // AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
  'code-execution': 9.8,
  // AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N
  injection: 9.1,
  'access-control': 9.1,
  'secret-in-browser-code': 9.1,
  // AC:L/PR:N/UI:N/S:U with one of C, I, A high
  'path-traversal': 7.5,
  'xml-external-entities': 7.5,
  'regex-denial-of-service': 7.5,
  'vulnerable-library': 7.5,
  'vulnerable-library-major': 7.5,
  // AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N
  'secret-in-repository': 7.4,
  'tls-checks-off': 7.4,
  // AC:L/PR:N/UI:N/S:C/C:L/I:L/A:N
  'request-forgery': 7.2,
  // AC:L/PR:N/UI:R/S:U/C:N/I:H/A:N
  'csrf-or-cors': 6.5,
  // AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N
  'reflected-xss': 6.1,
  // AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N
  'weak-cryptography': 5.9,
  // AC:H/PR:N/UI:N/S:U/C:L/I:L/A:L
  'prototype-pollution': 5.6,
  // AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N
  'stored-xss': 5.4,
  // AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N
  'data-exposure': 5.3,
  'input-validation': 5.3,
  // AC:L/PR:N/UI:R/S:C/C:L/I:N/A:N
  'redirect-cookies-headers': 4.7,
};

/** Whether a weakness class is a matter of security: the security family and vulnerable libraries. */
export function isSecurityWeakness(weakness: Weakness): boolean {
  return (
    weaknesses[weakness].family === 'security' ||
    weakness === 'vulnerable-library' ||
    weakness === 'vulnerable-library-major'
  );
}

/**
 * Severity of a rule on the CVSS scale, 0.1 to 10, undefined for classes that are not security. Advisories bring
 * their own scores: then the highest among the rule's findings counts.
 */
export function securitySeverity(weakness: Weakness, findings: readonly Finding[]): number | undefined {
  if (!isSecurityWeakness(weakness)) return undefined;
  const scores = findings.flatMap((finding) => finding.drivers.vulnerability?.cvss ?? []);
  return scores.length > 0
    ? scores.reduce((highest, score) => Math.max(highest, score), 0.1)
    : (baseScores[weakness] ?? 5);
}
