import type { CostContext } from './cost-context.ts';
import type { DerivationWriter } from './derivation.ts';
import type { AttackWorkings } from './draft.ts';
import { exposureConstant } from './place.ts';
import type { DerivationLine } from './price.ts';
import type { PricedFinding } from './price-findings.ts';
import {
  breachLoss,
  dataConstant,
  exploitConstant,
  organisationBreachRate,
  reachConstant,
  worstClass,
} from './security.ts';

/** The derivation of an expected loss: chance of the attack, its severity, the loss, and the share of the application's. */
export function explainSecurity(
  priced: PricedFinding,
  context: CostContext,
  writer: DerivationWriter,
): DerivationLine[] {
  const { attack } = priced.workings;
  if (attack === undefined) return [];
  const { general } = context.constants;
  const isBreach = attack.harm === 'breach';
  // The loss of an incident already carries the severity.
  const alone = attack.probability * (priced.price.incident?.lossEur.mean ?? 0);
  return [
    writer.line(labels.title, (f) => f.money(priced.price.byChannelEur.security)),
    writer.line(labels.chance, (f) => `${f.percent(attack.probability)} ${f.language === 'fr' ? 'par an' : 'a year'}`),
    ...(attack.kind === 'library'
      ? libraryLines(priced, attack, context, writer)
      : ownCodeLines(priced, attack, context, writer)),
    ...(isBreach
      ? lossLines(context, writer)
      : [writer.line(labels.downtime, (f) => f.money(priced.workings.place.outageEur))]),
    writer.line(labels.share, (f) => `${f.money(alone)} → ${f.money(priced.price.byChannelEur.security)}`),
    writer.constant(labels.cap, general.portfolioCap, (f) => f.percent(general.portfolioCap.value)),
    writer.constant(labels.sigma, sigmaConstant(attack, general)),
  ];
}

function ownCodeLines(
  { finding, workings }: PricedFinding,
  attack: AttackWorkings,
  { profile, constants }: CostContext,
  writer: DerivationWriter,
): DerivationLine[] {
  const { general } = constants;
  const figures = workings.figures.attack;
  if (figures === undefined) return [];
  const rate = organisationBreachRate(profile, general);
  const isMeasured = finding.precision !== general.unmeasuredPrecision.value;
  const precision = isMeasured
    ? writer.line(labels.precision, (f) => f.percent(finding.precision))
    : writer.constant(labels.precision, general.unmeasuredPrecision, (f) => f.percent(finding.precision));
  return [
    writer.constant(labels.breachRate, general.breachRate, (f) => f.percent(rate)),
    writer.line(labels.applications, (f) => f.number(profile.applications)),
    writer.constant(labels.vulnerabilities, general.vulnerabilityShare, (f) =>
      f.percent(general.vulnerabilityShare.value),
    ),
    writer.constant(labels.riskRatio, figures.riskRatio),
    precision,
    ...(attack.kind === 'secret' || attack.exposure === undefined
      ? []
      : [writer.constant(labels.exposure, exposureConstant(general, attack.exposure))]),
    writer.constant(labels.severity, figures.severity),
  ];
}

function libraryLines(
  { finding }: PricedFinding,
  attack: AttackWorkings,
  { constants }: CostContext,
  writer: DerivationWriter,
): DerivationLine[] {
  const { general } = constants;
  const vulnerability = finding.drivers.vulnerability ?? { reach: 'transitive', cwe: [] };
  const epss = (): DerivationLine =>
    attack.isEpssAssumed === true
      ? writer.constant(labels.assumedEpss, exploitConstant(vulnerability, general))
      : writer.line(labels.epss, (f) => f.number(attack.epss ?? 0));
  return [
    vulnerability.knownExploited === true ? writer.line(labels.exploited, (f) => f.number(1)) : epss(),
    writer.constant(labels.exploitedHere, general.exploitedHere),
    writer.constant(labels.reach, reachConstant(vulnerability.reach, general)),
    writer.constant(labels.relevance, general.exploitRelevance),
    writer.constant(labels.severity, worstClass(vulnerability.cwe, constants)?.severity ?? general.unknownSeverity),
  ];
}

function lossLines({ profile, constants }: CostContext, writer: DerivationWriter): DerivationLine[] {
  const { general } = constants;
  const loss = breachLoss(profile, general);
  return [
    writer.constant(labels.lossMedian, general.lossMedian, (f) => f.money(loss.medianEur)),
    writer.constant(labels.lossExponent, general.lossExponent),
    writer.constant(labels.data, dataConstant(profile, general)),
    writer.constant(labels.lossSigma, general.lossSigma, (f) => f.number(loss.sigma)),
    writer.constant(labels.lossSigmaPerDecade, general.lossSigmaPerDecade),
    writer.line(labels.lossMean, (f) => f.money(loss.rangeEur.mean)),
  ];
}

function sigmaConstant(
  { kind }: AttackWorkings,
  general: CostContext['constants']['general'],
): typeof general.secretSigma {
  if (kind === 'library') return general.libraryAttackSigma;
  return kind === 'secret' ? general.secretSigma : general.ownCodeSigma;
}

const labels = {
  title: { en: 'Expected loss through attacks', fr: 'Perte attendue par attaque' },
  chance: { en: 'Chance of this attack', fr: 'Probabilité de cette attaque' },
  breachRate: {
    en: 'Chance of a breach of the company in a year',
    fr: 'Probabilité d’une intrusion dans l’entreprise en un an',
  },
  applications: { en: 'Exposed applications', fr: 'Applications exposées' },
  vulnerabilities: { en: 'Breaches that begin with a vulnerability', fr: 'Intrusions qui commencent par une faille' },
  riskRatio: { en: 'Odds of this class', fr: 'Probabilité relative de cette classe' },
  precision: { en: 'Precision of the rule', fr: 'Précision de la règle' },
  exposure: { en: 'Exposure', fr: 'Exposition' },
  severity: { en: 'Severity', fr: 'Gravité' },
  epss: {
    en: 'Chance of exploitation anywhere in 30 days (EPSS)',
    fr: 'Probabilité d’exploitation quelque part en 30 jours (EPSS)',
  },
  assumedEpss: {
    en: 'Chance of exploitation in 30 days: there is no EPSS score',
    fr: 'Probabilité d’exploitation en 30 jours : pas de note EPSS',
  },
  exploited: { en: 'Known to be exploited', fr: 'Exploitation avérée' },
  exploitedHere: { en: 'Chance that it hits here', fr: 'Probabilité que cela arrive ici' },
  reach: { en: 'Reach', fr: 'Portée' },
  relevance: { en: 'Share of uses that are exposed', fr: 'Part des usages exposés' },
  lossMedian: {
    en: 'Median loss for this revenue and data',
    fr: 'Perte médiane pour ce chiffre d’affaires et ces données',
  },
  lossExponent: { en: 'Growth of the loss with revenue', fr: 'Croissance de la perte avec le chiffre d’affaires' },
  data: { en: 'Sensitivity of the data', fr: 'Sensibilité des données' },
  lossSigma: { en: 'Spread of the loss', fr: 'Dispersion de la perte' },
  lossSigmaPerDecade: {
    en: 'Added spread for ten times the revenue',
    fr: 'Dispersion ajoutée pour dix fois le chiffre d’affaires',
  },
  lossMean: { en: 'Mean loss, never above the revenue', fr: 'Perte moyenne, plafonnée au chiffre d’affaires' },
  downtime: { en: 'Loss: one outage', fr: 'Perte : une panne' },
  share: {
    en: 'Alone → its share, because the application is lost only once',
    fr: 'Seul → sa part, car l’application n’est perdue qu’une fois',
  },
  cap: { en: 'Highest chance for the application', fr: 'Probabilité maximale pour l’application' },
  sigma: { en: 'Spread of the expectation', fr: 'Dispersion de l’espérance' },
};
