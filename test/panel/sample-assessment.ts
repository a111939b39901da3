import type { Localized } from '../../src/base/language.ts';
import { channels, type Channel, type Price, type Range, type Totals } from '../../src/cost/price.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { triageClasses, type AssessedFinding, type Assessment, type TriageClass } from '../../src/triage/assessment.ts';
import { kinds, type Kind } from './sample-rules.ts';

/** An assessment of a small shop as an audit would make it, with as many findings as asked for. */
export function sampleAssessment(count = 64): Assessment {
  const findings = Array.from({ length: count }, (_, index) => assessedFinding(index)).sort(byRank);
  const counting = findings.filter(({ triage }) => triage.status === 'open' || triage.status === 'planned');
  const aside = findings.filter((finding) => !counting.includes(finding));
  const ofClass = (name: TriageClass) => totalsOf(counting.filter(({ triage }) => triage.class === name));
  return {
    schemaVersion: 1,
    tool: { name: 'cto-guardrails', version: '0.1.0' },
    root: '/home/dev/atelier-shop',
    currency: { code: 'EUR', perEur: 1 },
    findings,
    totals: { ...totalsOf(counting), incident: { probabilityPerYear: 0.052, lossEur: spread(12_000, 1.8) } },
    totalsByClass: {
      indispensable: ofClass('indispensable'),
      useful: ofClass('useful'),
      incidental: ofClass('incidental'),
    },
    setAside: totalsOf(aside),
    grade: 'C',
    coverage: {
      files: 412,
      codeLines: 38_214,
      typedShare: 0.94,
      skipped: [
        { file: 'public/vendor/jquery.min.js', reason: 'minified' },
        { file: 'public/vendor/chart.min.js', reason: 'minified' },
        { file: 'src/generated/api-client.ts', reason: 'generated' },
        { file: 'data/catalogue.js', reason: 'too-large' },
      ],
      crashes: [],
      notices: [
        {
          level: 'warning',
          code: 'tsconfig-missing-extends',
          text: {
            en: 'The configuration it extends, ./base.json, does not exist: its default options were used.',
            fr: 'La configuration étendue, ./base.json, n’existe pas\u00a0: ses options par défaut ont servi.',
          },
          file: 'packages/admin/tsconfig.json',
        },
        {
          level: 'info',
          code: 'offline',
          text: {
            en: 'The registry was not asked: libraries were compared with what is installed only.',
            fr: 'Le registre n’a pas été interrogé\u00a0: seules les versions installées ont été comparées.',
          },
        },
      ],
    },
    head: { commit: '4f2a9c81d07e5b3a6f1c2d9e8b7a6054f3e2d1c0', date: '2026-11-20T16:04:11Z' },
    durationMs: 3120,
  };
}

/** An assessment that found nothing. */
export function emptyAssessment(): Assessment {
  const sample = sampleAssessment(0);
  return { ...sample, totals: totalsOf([]), coverage: { ...sample.coverage, notices: [], skipped: [] } };
}

/** One finding as if it were the only one. */
export function assessmentOf(assessed: AssessedFinding): Assessment {
  const totals = totalsOf([assessed]);
  const none = totalsOf([]);
  return {
    ...sampleAssessment(0),
    findings: [assessed],
    totals,
    totalsByClass: { indispensable: none, useful: none, incidental: none, [assessed.triage.class]: totals },
  };
}

/** The finding of the sample at `index`; the same for the same index. */
export function assessedFinding(index: number): AssessedFinding {
  const random = seededRandom(index + 1);
  const kind = kinds[index % kinds.length]!;
  const file = files[Math.floor(random() ** 2 * files.length)]!;
  const scale = 0.35 + random() * 1.6;
  const status = index % 23 === 7 ? 'accepted' : index % 31 === 11 ? 'suppressed' : 'open';
  return {
    finding: findingOf(kind, file, index),
    price: priceOf(kind, scale),
    triage: {
      class: kind.class,
      reason: reasons[kind.class],
      status,
      ...(status !== 'open' && { statusReason: 'The admin area is behind the company network.' }),
      ...(status === 'accepted' && { until: '2027-03-31' }),
    },
  };
}

function findingOf(kind: Kind, file: string, index: number): Finding {
  const isLibrary = kind.rule.startsWith('libraries/');
  const line = 11 + ((index * 37) % 260);
  return {
    rule: kind.rule,
    weakness: kind.weakness,
    cwe: [],
    file: isLibrary ? 'package.json' : file,
    range: { start: { line, column: 4 }, end: { line, column: 31 } },
    message: named(kind.message, names[index % names.length]!),
    data: {},
    fingerprint: index.toString(16).padStart(20, '0'),
    scope: [],
    precision: 0.7,
    role: file.startsWith('test/') ? 'test' : 'production',
    drivers: {},
    related: [],
    ...(isLibrary && { package: { name: 'express', version: '3.21.2' } }),
    fixes: [],
  };
}

function priceOf(kind: Kind, scale: number): Price {
  const leaveEur = spread(kind.leaveEur * scale, 0.95);
  const fixMinutes = spread(kind.fixMinutes, 0.75);
  const fixEur = scaled(fixMinutes, 1);
  const none = spread(0, 1);
  const isSecurity = kind.channel === 'security';
  return {
    fixMinutes,
    fixEur,
    carryingEur: isSecurity ? none : leaveEur,
    exposureEur: isSecurity ? leaveEur : none,
    leaveEur,
    byChannelEur: { drag: 0, defects: 0, security: 0, drift: 0, [kind.channel]: leaveEur.mean },
    onlyThisEur: leaveEur.mean * 0.9,
    ...(isSecurity && { incident: { probabilityPerYear: 0.021 * scale, lossEur: spread(10_000, 1.8) } }),
    roi: (leaveEur.mean * 1.85) / fixEur.mean,
    paybackMonths: (12 * fixEur.mean) / leaveEur.mean,
    delayEurPerMonth: leaveEur.mean / 12,
    winProbability: kind.class === 'incidental' ? 0.25 : 0.93,
    grade: 'C',
    largestDriver: {
      en: 'How often this file changes (6 % of all changes)',
      fr: 'La fréquence des changements de ce fichier (6\u202f% de tous)',
    },
  };
}

function totalsOf(findings: readonly AssessedFinding[]): Totals {
  const sum = (figure: (price: Price) => number) => findings.reduce((total, { price }) => total + figure(price), 0);
  const aroundMean = (mean: number, sigma: number) => spread(mean / Math.exp(sigma ** 2 / 2), sigma);
  const byChannelEur = Object.fromEntries(
    channels.map((channel) => [
      channel,
      aroundMean(
        sum((price) => price.byChannelEur[channel]),
        0.6,
      ),
    ]),
  ) as Record<Channel, Range>;
  return {
    findings: findings.length,
    fixEur: aroundMean(
      sum((price) => price.fixEur.mean),
      0.3,
    ),
    fixMinutes: aroundMean(
      sum((price) => price.fixMinutes.mean),
      0.3,
    ),
    leaveEur: aroundMean(
      sum((price) => price.leaveEur.mean),
      0.5,
    ),
    byChannelEur,
  };
}

function spread(median: number, sigma: number): Range {
  const factor = Math.exp(1.2816 * sigma);
  return { p10: median / factor, p50: median, p90: median * factor, mean: median * Math.exp(sigma ** 2 / 2) };
}

function scaled({ p10, p50, p90, mean }: Range, by: number): Range {
  return { p10: p10 * by, p50: p50 * by, p90: p90 * by, mean: mean * by };
}

function byRank(a: AssessedFinding, b: AssessedFinding): number {
  const urgency = triageClasses.indexOf(a.triage.class) - triageClasses.indexOf(b.triage.class);
  return urgency || b.price.roi - a.price.roi;
}

function seededRandom(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const reasons: Readonly<Record<TriageClass, Localized>> = {
  indispensable: {
    en: 'A breach through it could cost more than the business takes in a month.',
    fr: 'Une intrusion par là pourrait coûter plus que les ventes d’un mois.',
  },
  useful: {
    en: 'It pays for itself well within two years.',
    fr: 'La correction est rentabilisée bien avant deux ans.',
  },
  incidental: {
    en: 'It costs less than mending it on its own would.',
    fr: 'Ce coût est inférieur à celui d’une correction isolée.',
  },
};

/** Messages name what they are about, so the sample's do too. */
function named({ en, fr }: Localized, name: string): Localized {
  return { en: en.replace('NAME', name), fr: fr.replace('NAME', name) };
}

const names = ['orderTotal', 'applyDiscounts', 'searchTerm', 'customerId', 'reserveStock', 'sendReceipt', 'couponCode'];

const files = [
  'src/server/orders/checkout.ts',
  'src/server/orders/order-search.ts',
  'src/server/payments/refunds.ts',
  'src/server/payments/webhook.ts',
  'src/server/accounts/session.ts',
  'src/server/accounts/password-reset.ts',
  'src/server/catalogue/import-feed.ts',
  'src/server/catalogue/stock.ts',
  'src/server/mail/newsletter.ts',
  'src/client/cart/cart-store.ts',
  'src/client/cart/cart-view.tsx',
  'src/client/search/search-box.tsx',
  'src/client/search/facets.ts',
  'src/client/account/profile-form.tsx',
  'packages/admin/src/reports/turnover.ts',
  'packages/admin/src/reports/export-csv.ts',
  'packages/admin/src/users/roles.ts',
  'packages/shared/src/money.ts',
  'packages/shared/src/dates.ts',
  'scripts/reindex.mjs',
  'test/checkout.test.ts',
  'test/refunds.test.ts',
];
