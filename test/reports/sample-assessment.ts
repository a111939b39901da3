import type { Price, Range, Totals } from '../../src/cost/price.ts';
import { weaknesses, type Weakness } from '../../src/findings/weakness.ts';
import type { AssessedFinding, Assessment, RuleCatalogue, RuleInfo, TriageClass } from '../../src/triage/assessment.ts';
import { hostileFile, hostileText, range, sampleFindings } from './sample-findings.ts';

/** An assessment of the given findings; sums are rough but consistent. */
export function sampleAssessment(findings = sampleFindings(), change: Partial<Assessment> = {}): Assessment {
  const counted = findings.filter(({ triage }) => triage.status === 'open' || triage.status === 'planned');
  const ofClass = (name: TriageClass): Totals => sumOf(counted.filter(({ triage }) => triage.class === name));
  return {
    schemaVersion: 1,
    tool: { name: 'cto-guardrails', version: '0.1.0' },
    root: '/home/ana/my shop',
    currency: { code: 'EUR', perEur: 1 },
    findings,
    totals: sumOf(counted),
    totalsByClass: {
      indispensable: ofClass('indispensable'),
      useful: ofClass('useful'),
      incidental: ofClass('incidental'),
    },
    setAside: sumOf(findings.filter((assessedFinding) => !counted.includes(assessedFinding))),
    grade: 'D',
    coverage: {
      files: 412,
      codeLines: 31_400,
      typedShare: 0.96,
      skipped: [
        { file: 'dist/app.min.js', reason: 'minified' },
        { file: 'data/huge.js', reason: 'too-large' },
        { file: hostileFile, reason: 'minified' },
      ],
      crashes: [{ rule: 'quality/long-function', file: hostileFile, error: hostileText }],
      notices: [
        {
          level: 'warning',
          code: 'no-git',
          text: {
            en: 'There is no git history: grade E. Run the audit inside a git clone.',
            fr: 'Aucun historique git\u00a0: fiabilité E. Lancez l’audit dans un clone git.',
          },
        },
        { level: 'error', code: 'manifest-invalid', text: { en: hostileText, fr: hostileText }, file: hostileFile },
      ],
    },
    head: { commit: '0123456789abcdef0123456789abcdef01234567', date: '2026-11-20T10:00:00.000Z' },
    durationMs: 3_140,
    ...change,
  };
}

function sumOf(findings: readonly AssessedFinding[]): Totals {
  const sum = (value: (price: Price) => Range): Range =>
    findings.map(({ price }) => value(price)).reduce(addRanges, range(0, 0, 0, 0));
  const channel = (name: 'drag' | 'defects' | 'security' | 'drift'): Range =>
    sum(({ byChannelEur, leaveEur }) => {
      const share = leaveEur.mean === 0 ? 0 : byChannelEur[name] / leaveEur.mean;
      return range(leaveEur.p10 * share, leaveEur.p50 * share, leaveEur.p90 * share, leaveEur.mean * share);
    });
  const incident = findings.find(({ price }) => price.incident)?.price.incident;
  return {
    findings: findings.length,
    fixEur: sum(({ fixEur }) => fixEur),
    fixMinutes: sum(({ fixMinutes }) => fixMinutes),
    leaveEur: sum(({ leaveEur }) => leaveEur),
    byChannelEur: {
      drag: channel('drag'),
      defects: channel('defects'),
      security: channel('security'),
      drift: channel('drift'),
    },
    ...(incident === undefined ? {} : { incident: { ...incident, probabilityPerYear: 0.041 } }),
  };
}

/** Facts of every rule that the sample findings name, plus one rule that found nothing. */
export function sampleRules(): RuleCatalogue {
  return new Map(
    [
      rule('security/sql-injection', 'injection', [89], 'SQL injection', 'Injection SQL', 0.7, true),
      rule(
        'security/hard-coded-secret',
        'secret-in-repository',
        [798],
        'Hard-coded secret',
        'Secret dans le code',
        0.5,
      ),
      rule(
        'quality/cognitive-complexity',
        'cognitive-complexity',
        [1121],
        'Complex function',
        'Fonction complexe',
        0.93,
        true,
      ),
      rule(
        'performance/await-in-loop',
        'sequential-await',
        [1050],
        'Sequential awaits',
        'Attentes successives',
        0.3,
        true,
      ),
      rule('libraries/outdated-dependency', 'outdated-major', [1104], 'Outdated library', 'Bibliothèque périmée', 0.5),
      rule('security/weak-randomness', 'weak-cryptography', [338], 'Weak randomness', 'Aléa prévisible', 0.5),
    ].map((info) => [info.id, info]),
  );
}

function rule(
  id: string,
  weakness: Weakness,
  cwe: readonly number[],
  en: string,
  fr: string,
  precision: number,
  isMeasured = false,
): RuleInfo {
  return {
    id,
    weakness,
    title: { en, fr },
    why: { en: `Why ${en} matters.`, fr: `Pourquoi ${fr} compte.` },
    forLeads: { en: `What ${en} means for the business.`, fr: `Ce que ${fr} signifie pour l’activité.` },
    cwe,
    family: weaknesses[weakness].family,
    precision,
    isMeasured,
    bad: 'const bad = `a ${b}`;',
    good: 'const good = 1;',
  };
}

function addRanges(a: Range, b: Range): Range {
  return range(a.p10 + b.p10, a.p50 + b.p50, a.p90 + b.p90, a.mean + b.mean);
}
