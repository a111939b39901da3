import type { Localized } from '../../src/base/language.ts';
import { channels, type Channel, type Price, type Range, type Totals } from '../../src/cost/price.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { Weakness } from '../../src/findings/weakness.ts';
import {
  triageClasses,
  type AssessedFinding,
  type Assessment,
  type RuleCatalogue,
  type TriageClass,
} from '../../src/triage/assessment.ts';

interface Kind {
  readonly rule: string;
  readonly weakness: Weakness;
  readonly channel: Channel;
  readonly class: TriageClass;
  readonly leaveEur: number;
  readonly fixMinutes: number;
  readonly message: Localized;
  readonly title: Localized;
  readonly why: Localized;
  readonly forLeads: Localized;
}

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

/** What the sample's rules say. */
export const sampleRules: RuleCatalogue = new Map(
  sampleKinds().map((kind) => [
    kind.rule,
    {
      id: kind.rule,
      weakness: kind.weakness,
      title: kind.title,
      why: kind.why,
      forLeads: kind.forLeads,
      cwe: [],
      family: kind.rule.split('/')[0]!,
      precision: 0.7,
      isMeasured: true,
      bad: '',
      good: '',
    },
  ]),
);

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

const kinds = sampleKinds();

function sampleKinds(): readonly Kind[] {
  return [
    {
      rule: 'security/sql-injection',
      weakness: 'injection',
      channel: 'security',
      class: 'indispensable',
      leaveEur: 549,
      fixMinutes: 69,
      message: { en: 'SQL text built from `req.query.NAME`', fr: 'Requête SQL construite avec `req.query.NAME`' },
      title: { en: 'SQL injection', fr: 'Injection SQL' },
      why: {
        en: 'Whoever sends the request decides what the database runs.',
        fr: 'L’auteur de la requête décide de ce que la base exécute.',
      },
      forLeads: {
        en: 'A stranger can read or change every customer’s data through this form.',
        fr: 'Un inconnu peut lire ou modifier les données de tous les clients par ce formulaire.',
      },
    },
    {
      rule: 'quality/cognitive-complexity',
      weakness: 'cognitive-complexity',
      channel: 'drag',
      class: 'useful',
      leaveEur: 568,
      fixMinutes: 86,
      message: {
        en: '`NAME` takes 42 steps of reasoning to follow (limit 15)',
        fr: '`NAME` demande 42 étapes de raisonnement (limite 15)',
      },
      title: { en: 'Function too complex to follow', fr: 'Fonction trop complexe à suivre' },
      why: {
        en: 'Every change here needs the whole function in mind, and tests rarely cover all its paths.',
        fr: 'Chaque modification oblige à garder toute la fonction en tête, et les tests en couvrent rarement tous les chemins.',
      },
      forLeads: {
        en: 'Changes in this part of the product take longer than they should, every time.',
        fr: 'Chaque évolution de cette partie du produit prend plus de temps qu’il ne faudrait.',
      },
    },
    {
      rule: 'quality/swallowed-error',
      weakness: 'swallowed-error',
      channel: 'defects',
      class: 'useful',
      leaveEur: 64,
      fixMinutes: 43,
      message: {
        en: 'The error of `NAME` is caught and forgotten',
        fr: 'L’erreur de `NAME` est interceptée puis oubliée',
      },
      title: { en: 'Error caught and forgotten', fr: 'Erreur interceptée puis oubliée' },
      why: {
        en: 'The failure goes on as success, and nothing in the logs says why the data is wrong.',
        fr: 'L’échec passe pour un succès, et aucun journal ne dit pourquoi les données sont fausses.',
      },
      forLeads: {
        en: 'When something fails here nobody is told, so customers notice before the team does.',
        fr: 'Quand un problème survient ici, personne n’est prévenu\u00a0: les clients s’en aperçoivent avant l’équipe.',
      },
    },
    {
      rule: 'libraries/outdated-dependency',
      weakness: 'outdated-major',
      channel: 'drift',
      class: 'incidental',
      leaveEur: 57,
      fixMinutes: 201,
      message: {
        en: '`express` 3.21.2 is two major versions behind 5.1.0',
        fr: '`express` 3.21.2 a deux versions majeures de retard sur 5.1.0',
      },
      title: { en: 'Outdated library', fr: 'Bibliothèque dépassée' },
      why: {
        en: 'Each release skipped makes the next upgrade longer.',
        fr: 'Chaque version sautée allonge la mise à niveau suivante.',
      },
      forLeads: {
        en: 'The product stands on parts whose makers have moved on; catching up gets dearer each year.',
        fr: 'Le produit repose sur des composants que leurs auteurs ont remplacés\u202f; rattraper coûte plus cher chaque année.',
      },
    },
    {
      rule: 'performance/await-in-loop',
      weakness: 'sequential-await',
      channel: 'defects',
      class: 'incidental',
      leaveEur: 24,
      fixMinutes: 45,
      message: {
        en: '`NAME` is awaited once per turn of this loop',
        fr: '`NAME` est attendu à chaque tour de cette boucle',
      },
      title: { en: 'Sequential awaits in a loop', fr: 'Attentes successives dans une boucle' },
      why: {
        en: 'Each turn waits for the one before it, so latency grows with the list.',
        fr: 'Chaque tour attend le précédent\u00a0: la latence croît avec la liste.',
      },
      forLeads: {
        en: 'This page gets slower with every item a customer adds.',
        fr: 'Cette page ralentit à chaque élément ajouté par un client.',
      },
    },
    {
      rule: 'security/hard-coded-secret',
      weakness: 'secret-in-repository',
      channel: 'security',
      class: 'indispensable',
      leaveEur: 380,
      fixMinutes: 84,
      message: { en: 'A payment provider’s live key is written here', fr: 'Une clé de paiement active est écrite ici' },
      title: { en: 'Secret in the code', fr: 'Secret dans le code' },
      why: {
        en: 'Everyone who ever had a copy of the repository has the key.',
        fr: 'Quiconque a eu une copie du dépôt possède la clé.',
      },
      forLeads: {
        en: 'Anyone who has ever seen this code can act in the company’s name at the provider.',
        fr: 'Quiconque a vu ce code peut agir au nom de l’entreprise chez le prestataire.',
      },
    },
    {
      rule: 'architecture/circular-dependency',
      weakness: 'circular-dependency',
      channel: 'drag',
      class: 'useful',
      leaveEur: 140,
      fixMinutes: 300,
      message: {
        en: 'Imports go in a circle: cart-store → cart-view → cart-store',
        fr: 'Les imports tournent en rond\u00a0: cart-store → cart-view → cart-store',
      },
      title: { en: 'Circular dependency', fr: 'Dépendance circulaire' },
      why: {
        en: 'Neither module can be understood, tested or loaded without the other.',
        fr: 'Aucun des deux modules ne se comprend, ne se teste ni ne se charge sans l’autre.',
      },
      forLeads: {
        en: 'Two parts of the product can only be changed together, which slows both.',
        fr: 'Deux parties du produit ne peuvent évoluer qu’ensemble, ce qui ralentit l’une et l’autre.',
      },
    },
    {
      rule: 'tests/skipped-test',
      weakness: 'skipped-test',
      channel: 'drag',
      class: 'incidental',
      leaveEur: 12,
      fixMinutes: 20,
      message: { en: 'The test of `NAME` is switched off', fr: 'Le test de `NAME` est désactivé' },
      title: { en: 'Skipped test', fr: 'Test désactivé' },
      why: {
        en: 'What it checked is no longer checked, and nothing says since when.',
        fr: 'Ce qu’il vérifiait ne l’est plus, et rien ne dit depuis quand.',
      },
      forLeads: {
        en: 'A safety check has been switched off and left that way.',
        fr: 'Un contrôle de sécurité a été désactivé puis laissé ainsi.',
      },
    },
  ];
}
