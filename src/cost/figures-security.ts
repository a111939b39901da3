import { constant, type Constant } from './constant.ts';
import { minutes } from './effort.ts';
import type { WeaknessFigures } from './weakness-figures.ts';

/** Figures of the weaknesses that an attacker uses. */
export const securityFigures = {
  'code-execution': attack(minutes(20, 60, 300), 7, 1),
  injection: attack(minutes(20, 45, 180), 5, 1),
  'access-control': attack(minutes(30, 120, 480), 5, 1),
  'secret-in-repository': secret(1.5, 0.8),
  'secret-in-browser-code': secret(25, 0.8),
  'path-traversal': attack(minutes(20, 60, 240), 3.5, 0.7),
  'request-forgery': attack(minutes(20, 60, 240), 2.5, 0.6),
  'xml-external-entities': attack(minutes(10, 30, 120), 2.5, 0.6),
  'stored-xss': attack(minutes(15, 45, 180), 2.5, 0.4),
  'reflected-xss': attack(minutes(10, 30, 120), 1.3, 0.25),
  'input-validation': attack(minutes(10, 30, 120), 0.5, 0.25),
  'prototype-pollution': attack(minutes(15, 45, 180), 1.3, 0.4),
  'csrf-or-cors': attack(minutes(10, 30, 240), 0.7, 0.25),
  'tls-checks-off': attack(minutes(5, 15, 60), 0.8, 0.5),
  'weak-cryptography': attack(minutes(10, 30, 180), 0.4, 0.4),
  'regex-denial-of-service': downtime(1.3),
  'redirect-cookies-headers': attack(minutes(5, 15, 60), 0.2, 0.05),
  'data-exposure': attack(minutes(10, 30, 120), 0.3, 0.2),
} satisfies Record<string, WeaknessFigures>;

function attack(effort: ReturnType<typeof minutes>, ratio: number, severity: number): WeaknessFigures {
  return {
    effort: { minutes: effort },
    attack: { riskRatio: riskRatio(ratio), severity: severityFactor(severity), harm: 'breach', isSecret: false },
  };
}

function secret(ratio: number, severity: number): WeaknessFigures {
  return {
    effort: { minutes: minutes(20, 60, 240) },
    attack: { riskRatio: riskRatio(ratio), severity: severityFactor(severity), harm: 'breach', isSecret: true },
  };
}

function downtime(ratio: number): WeaknessFigures {
  const severity = constant(
    1,
    'A',
    'Such an attack stops the service and takes no data: it costs one outage',
    'Une telle attaque arrête le service sans voler de données : elle coûte une panne',
  );
  return {
    effort: { minutes: minutes(15, 40, 180) },
    attack: { riskRatio: riskRatio(ratio), severity, harm: 'downtime', isSecret: false },
  };
}

function riskRatio(value: number): Constant {
  return constant(
    value,
    'A',
    'Odds against the average exploited vulnerability: judgement, ordered by known-exploited counts per CWE and bounty prices',
    'Probabilité relative à la faille exploitée moyenne : jugement, ordonné selon les failles exploitées connues par CWE et le prix des primes',
    [value / 2, value * 2],
  );
}

function severityFactor(value: number): Constant {
  return constant(
    value,
    'A',
    'Share of a full loss that such an attack reaches: judgement, ordered by bounty prices',
    'Part d’une perte complète qu’atteint une telle attaque : jugement, ordonné selon le prix des primes',
    [value * 0.7, value * 1.3],
  );
}
