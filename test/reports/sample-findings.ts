import type { ConfidenceGrade, Price, Range } from '../../src/cost/price.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { AssessedFinding, Triage } from '../../src/triage/assessment.ts';

/** Text that tries every renderer: markup, links, mentions, formulas, escape sequences, reordering, line breaks. */
export const hostileText =
  '=1+1 <script>alert("x")</script> [click](http://evil.example) @everyone `code` | a "b" \u001b[31mred\u001b[0m \u202Egnp.exe\u202C line\nbreak \u0007';

export const hostileFile = 'src/we ird\n\u001b[2J %41 "quoted" é#?.ts';

/** A finding with price and class; each part can be replaced. */
export function assessed(change: {
  readonly finding?: Partial<Finding>;
  readonly price?: Price;
  readonly triage?: Partial<Triage>;
}): AssessedFinding {
  return {
    finding: {
      rule: 'security/sql-injection',
      weakness: 'injection',
      cwe: [89],
      file: 'server/orders.ts',
      range: { start: { line: 41, column: 17 }, end: { line: 41, column: 52 } },
      message: {
        en: 'SQL text built from request input reaches `db.query`',
        fr: 'Du SQL construit avec une entrée de requête atteint `db.query`',
      },
      data: { sink: 'db.query' },
      fingerprint: '0123456789abcdef0123',
      scope: ['orders', 'find'],
      precision: 0.7,
      role: 'production',
      drivers: { exposure: 'public' },
      related: [],
      fixes: [],
      ...change.finding,
    },
    price: change.price ?? samplePrice,
    triage: {
      class: 'indispensable',
      reason: {
        en: 'An incident could cost a large part of a year’s revenue.',
        fr: 'Un incident pourrait coûter une grande part du chiffre d’affaires annuel.',
      },
      status: 'open',
      ...change.triage,
    },
  };
}

const samplePrice: Price = {
  fixMinutes: range(27, 69, 177, 91),
  fixEur: range(27, 69, 177, 91),
  carryingEur: range(0, 0, 0, 0),
  exposureEur: range(147, 549, 2057, 934),
  leaveEur: range(147, 549, 2057, 934),
  byChannelEur: { drag: 0, defects: 0, security: 934, drift: 0 },
  onlyThisEur: 934,
  incident: { probabilityPerYear: 0.021, lossEur: range(1000, 10_000, 100_000, 44_464) },
  roi: 19,
  paybackMonths: 1.2,
  delayEurPerMonth: 77.8,
  winProbability: 0.98,
  grade: 'B',
  largestDriver: { en: 'exposure: public', fr: 'exposition\u00a0: publique' },
};

/** One finding of each class and status, a library, a data flow, and hostile texts. */
export function sampleFindings(): AssessedFinding[] {
  return [sqlInjection(), hostileSecret(), complexFunction(), acceptedFinding(), suppressedFinding(), oldLibrary()];
}

function sqlInjection(): AssessedFinding {
  const at = (file: string, line: number, en: string, fr: string): Finding['related'][number] => ({
    file,
    range: { start: { line, column: 4 }, end: { line, column: 20 } },
    message: { en, fr },
  });
  return assessed({
    finding: {
      related: [
        at('server/routes.ts', 9, 'request input `req.query.id`', 'entrée de requête `req.query.id`'),
        at('server/orders.ts', 41, 'arrives in `db.query`', 'arrive dans `db.query`'),
      ],
      followsData: true,
      fixes: [
        {
          title: { en: 'Bind the value', fr: 'Lier la valeur' },
          edits: [
            {
              file: 'server/orders.ts',
              range: { start: { line: 41, column: 4 }, end: { line: 41, column: 20 } },
              newText: "db.query('… where id = $1', [id])",
            },
          ],
        },
      ],
    },
  });
}

function hostileSecret(): AssessedFinding {
  return assessed({
    finding: {
      rule: 'security/hard-coded-secret',
      weakness: 'secret-in-repository',
      cwe: [798],
      file: hostileFile,
      message: { en: hostileText, fr: hostileText },
      fingerprint: 'aaaaaaaaaaaaaaaaaaaa',
      precision: 0.5,
    },
    price: { ...samplePrice, grade: 'D', winProbability: 0.7 },
  });
}

function complexFunction(): AssessedFinding {
  return assessed({
    finding: {
      rule: 'quality/cognitive-complexity',
      weakness: 'cognitive-complexity',
      cwe: [1121],
      file: 'client/src/cart.tsx',
      range: { start: { line: 99, column: 9 }, end: { line: 99, column: 20 } },
      message: {
        en: 'Cognitive complexity of `recompute` is 42, above 15',
        fr: 'La complexité cognitive de `recompute` est de 42, au-dessus de 15',
      },
      fingerprint: 'bbbbbbbbbbbbbbbbbbbb',
      related: [],
    },
    price: carried(822, range(32, 86, 232, 116), 1.7, 'B'),
    triage: { class: 'useful', reason: { en: 'It pays for itself.', fr: 'La correction se rembourse.' } },
  });
}

function acceptedFinding(): AssessedFinding {
  return assessed({
    finding: {
      rule: 'performance/await-in-loop',
      weakness: 'sequential-await',
      cwe: [1050],
      file: 'server/mail.ts',
      message: { en: '`send` is awaited once per turn of this loop', fr: '`send` est attendu à chaque tour' },
      fingerprint: 'cccccccccccccccccccc',
    },
    price: carried(120, range(12, 47, 240, 90), 9, 'C'),
    triage: { class: 'useful', status: 'accepted', statusReason: 'Ten mails a day', until: '2027-01-31' },
  });
}

function suppressedFinding(): AssessedFinding {
  return assessed({
    finding: {
      rule: 'tests/focused-or-skipped-test',
      weakness: 'skipped-test',
      cwe: [],
      file: 'test/cart.test.ts',
      message: { en: 'This test is skipped', fr: 'Ce test est ignoré' },
      fingerprint: 'dddddddddddddddddddd',
      role: 'test',
      suppression: { reason: 'flaky clock', line: 3 },
    },
    price: carried(12, range(5, 20, 120, 45), undefined, 'E'),
    triage: { class: 'incidental', status: 'suppressed', statusReason: 'flaky clock' },
  });
}

function oldLibrary(): AssessedFinding {
  return assessed({
    finding: {
      rule: 'libraries/outdated-dependency',
      weakness: 'outdated-major',
      cwe: [1104],
      file: 'package.json',
      range: { start: { line: 11, column: 5 }, end: { line: 11, column: 14 } },
      message: { en: 'express 3.21.2 is two majors behind', fr: 'express 3.21.2 a deux versions majeures de retard' },
      fingerprint: 'eeeeeeeeeeeeeeeeeeee',
      package: { name: 'express', version: '3.21.2' },
      related: [
        {
          file: 'server/app.ts',
          range: { start: { line: 0, column: 0 }, end: { line: 0, column: 10 } },
          message: { en: 'imported here', fr: 'importé ici' },
        },
      ],
    },
    price: {
      ...carried(78, range(46, 201, 881, 391), 60, 'C'),
      byChannelEur: { drag: 0, defects: 0, security: 0, drift: 78 },
    },
    triage: { class: 'incidental', reason: { en: 'Not worth it today.', fr: 'Ne se justifie pas aujourd’hui.' } },
  });
}

function carried(meanEur: number, fix: Range, paybackMonths: number | undefined, grade: ConfidenceGrade): Price {
  const leaveEur = range(meanEur * 0.23, meanEur * 0.69, meanEur * 2.08, meanEur);
  return {
    fixMinutes: fix,
    fixEur: fix,
    carryingEur: leaveEur,
    leaveEur,
    exposureEur: range(0, 0, 0, 0),
    byChannelEur: { drag: meanEur, defects: 0, security: 0, drift: 0 },
    onlyThisEur: meanEur,
    roi: (meanEur * 1.8482) / fix.mean,
    ...(paybackMonths === undefined ? {} : { paybackMonths }),
    delayEurPerMonth: meanEur / 12,
    winProbability: 0.8,
    grade,
    largestDriver: { en: 'share of changes', fr: 'part des changements' },
  };
}

/** A range from its four figures. */
export function range(p10: number, p50: number, p90: number, mean: number): Range {
  return { p10, p50, p90, mean };
}
