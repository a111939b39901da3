import { constant, type Constant } from './constant.ts';

/** Figures of upgrades and of sums, and the defaults of the business profile. */
export const businessConstants = {
  upgradeGrowth: constant(
    0.15,
    'A',
    'Yearly growth of the effort of an upgrade that waits',
    'Croissance annuelle de l’effort d’une mise à jour qui attend',
    [0.08, 0.28],
  ),
  forcedUpgrade: constant(
    0.1,
    'A',
    'Yearly chance that the upgrade is forced at a bad moment',
    'Probabilité annuelle que la mise à jour soit imposée au mauvais moment',
    [0.03, 0.3],
  ),
  forcedPremium: constant(0.5, 'A', 'Added effort of a forced upgrade', 'Surcoût d’une mise à jour imposée', [0.25, 1]),
  driftSigma: constant(0.8, 'A', 'Spread of the drift of upgrades', 'Dispersion de la dérive des mises à jour'),

  correlationWithin: constant(
    0.5,
    'A',
    'Correlation between findings of one channel',
    'Corrélation entre constats d’un même canal',
    [0.3, 0.7],
  ),
  correlationAcross: constant(0.2, 'A', 'Correlation between channels', 'Corrélation entre canaux', [0.05, 0.4]),

  defaultHourlyRate: constant(60, 'A', 'Loaded hourly rate, EUR', 'Taux horaire chargé, en euros', [35, 110]),
  defaultAnnualRevenue: constant(1e6, 'A', 'Annual revenue, EUR', 'Chiffre d’affaires annuel, en euros'),
  defaultTeamSize: constant(4, 'A', 'Developers, full-time equivalents', 'Développeurs, en équivalents temps plein'),
  defaultShareOfTime: constant(
    0.5,
    'A',
    'Share of the developers’ time that changes this repository',
    'Part du temps des développeurs consacrée à modifier ce dépôt',
    [0.25, 0.8],
  ),
  defaultHorizonMonths: constant(
    24,
    'A',
    'Months in which a fix must pay for itself',
    'Mois dans lesquels une correction doit se rembourser',
  ),
  defaultDiscountRate: constant(0.08, 'A', 'Yearly discount rate', 'Taux d’actualisation annuel', [0.05, 0.12]),
  applicationRevenue: constant(
    1e7,
    'A',
    'Revenue above which a company is taken to expose more than one application',
    'Chiffre d’affaires au-delà duquel on suppose plusieurs applications exposées',
  ),
  calibrationFixes: constant(
    10,
    'A',
    'Recorded fixes from which the team’s own times count',
    'Corrections relevées à partir desquelles comptent les temps de l’équipe',
  ),
  calibrationPriorFixes: constant(
    8,
    'A',
    'Recorded fixes that the model’s own estimate is worth',
    'Corrections relevées que vaut l’estimation du modèle',
  ),
  calibrationPriorYears: constant(
    2,
    'A',
    'Years of incidents that the model’s own rate is worth',
    'Années d’incidents que vaut le taux du modèle',
  ),
  calibrationGradeA: constant(
    30,
    'A',
    'Records of the team’s own from which a price has the best grade',
    'Relevés de l’équipe à partir desquels un prix a la meilleure fiabilité',
  ),
} satisfies Record<string, Constant>;
