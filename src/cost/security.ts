import type { Finding } from '../findings/finding.ts';
import { weaknesses, type Weakness } from '../findings/weakness.ts';
import type { BusinessProfile } from './business-profile.ts';
import { logVarianceOf, type Constant } from './constant.ts';
import type { CostConstants } from './cost-constants.ts';
import type { CostContext } from './cost-context.ts';
import type { AttackWorkings, Draft } from './draft.ts';
import type { GeneralConstants } from './general-constants.ts';
import { cappedMean, z90 } from './lognormal.ts';
import { exposureConstant, exposureOf } from './place.ts';
import type { Range } from './price.ts';
import { hazardOf, settlePool, type Hazard, type HazardPool } from './saturation.ts';
import type { Attack, WeaknessFigures } from './weakness-figures.ts';

/** Loss of one successful attack, EUR: a lognormal that cannot exceed the company's revenue. */
export interface BreachLoss {
  readonly medianEur: number;
  readonly sigma: number;
  /** Percentiles and mean of min(L, R). */
  readonly rangeEur: Range;
}

/** Distribution of the loss of one successful attack on a company with this profile. */
export function breachLoss(profile: BusinessProfile, general: GeneralConstants): BreachLoss {
  const millions = profile.revenueEur / 1e6;
  const medianEur =
    general.lossMedian.value * millions ** general.lossExponent.value * dataConstant(profile, general).value;
  const sigma = general.lossSigma.value + general.lossSigmaPerDecade.value * Math.log10(millions);
  const cap = profile.revenueEur;
  const spread = Math.exp(z90 * sigma);
  const rangeEur = {
    p10: Math.min(cap, medianEur / spread),
    p50: Math.min(cap, medianEur),
    p90: Math.min(cap, medianEur * spread),
    mean: cappedMean(medianEur, sigma, cap),
  };
  return { medianEur, sigma, rangeEur };
}

export function dataConstant({ dataSensitivity }: BusinessProfile, general: GeneralConstants): Constant {
  const table = {
    none: general.dataNone,
    personal: general.dataPersonal,
    finance: general.dataFinance,
    health: general.dataHealth,
  };
  return table[dataSensitivity];
}

/** Yearly chance of a breach of the whole company, 0 to 1. */
export function organisationBreachRate(profile: BusinessProfile, general: GeneralConstants): number {
  const { value: floor } = general.breachRate;
  const grown = floor * (profile.revenueEur / general.breachRateRevenue.value) ** general.breachRateExponent.value;
  return Math.min(general.breachRateCap.value, Math.max(floor, grown));
}

/** Works out the chance of each attack and shares the yearly loss of the application among them. */
export function priceSecurity(drafts: readonly Draft[], context: CostContext): void {
  for (const draft of drafts) {
    draft.attack = attackOf(draft, context);
  }
  for (const pool of attackPools(drafts, context)) settle(pool);
}

/** The attacks on one application: those that do harm like a breach, and those that only stop the service. */
export function attackPools(drafts: readonly Draft[], { profile, constants }: CostContext): readonly HazardPool[] {
  const { general } = constants;
  const breachEur = breachLoss(profile, general).rangeEur.mean;
  const rule = { decay: 1, capacity: hazardOf(general.portfolioCap.value) } as const;
  return (['breach', 'downtime'] as const).map((harm) => {
    const members: Draft[] = [];
    const hazards: Hazard[] = [];
    for (const draft of drafts) {
      if (draft.attack?.harm !== harm) continue;
      const { probability, severity } = draft.attack;
      members.push(draft);
      hazards.push({
        hazard: hazardOf(probability * severity),
        lossEur: harm === 'breach' ? breachEur : draft.place.outageEur,
      });
    }
    return { drafts: members, hazards, rule };
  });
}

/** The exploit score that stands in for a missing one: the median for the base score. */
export function exploitConstant(
  { cvss = 7 }: NonNullable<Finding['drivers']['vulnerability']>,
  general: GeneralConstants,
): Constant {
  if (cvss >= 9) return general.epssCritical;
  if (cvss >= 7) return general.epssHigh;
  return cvss >= 4 ? general.epssMedium : general.epssLow;
}

export function reachConstant(
  reach: NonNullable<Finding['drivers']['vulnerability']>['reach'],
  general: GeneralConstants,
): Constant {
  const table = {
    called: general.reachCalled,
    imported: general.reachImported,
    transitive: general.reachTransitive,
    development: general.reachDevelopment,
  };
  return table[reach];
}

function settle({ drafts, hazards, rule }: HazardPool): void {
  const { sharesEur, marginsEur } = settlePool(hazards, rule);
  drafts.forEach((draft, index) => {
    draft.securityEur += sharesEur[index] ?? 0;
    draft.securityMarginEur += marginsEur[index] ?? 0;
  });
}

function attackOf(draft: Draft, context: CostContext): AttackWorkings | undefined {
  if (draft.figures.attack !== undefined) return ownCodeAttack(draft, draft.figures.attack, context);
  return draft.figures.isVulnerableLibrary === true ? libraryAttack(draft.finding, context) : undefined;
}

/** p = (λ_org / N) · s_vuln · RR · precision · exposure, at most 25 % a year. */
function ownCodeAttack({ finding, place }: Draft, attack: Attack, { profile, constants }: CostContext): AttackWorkings {
  const { general } = constants;
  const exposure = exposureOf(finding, place.area);
  const exposed = exposureConstant(general, exposure);
  const rate = organisationBreachRate(profile, general) / profile.applications;
  const chance = rate * general.vulnerabilityShare.value * attack.riskRatio.value * finding.precision;
  const sigma = attack.isSecret ? general.secretSigma.value : general.ownCodeSigma.value;
  const precisionVariance = finding.precision === 0.5 ? logVarianceOf(general.unmeasuredPrecision) : 0;
  const unsure = precisionVariance + (attack.isSecret ? 0 : logVarianceOf(exposed));
  return {
    kind: attack.isSecret ? 'secret' : 'own-code',
    probability: Math.min(general.ownCodeCap.value, chance * (attack.isSecret ? 1 : exposed.value)),
    severity: attack.severity.value,
    harm: attack.harm,
    exposure,
    assumedVariance: logVarianceOf(attack.riskRatio) + logVarianceOf(attack.severity) + unsure,
    variance: sigma * sigma + unsure,
  };
}

/** p = [1 − (1 − EPSS)^4] · 0.028 · reach · 0.5; the bracket is 1 for a known-exploited vulnerability. */
function libraryAttack({ drivers }: Finding, { constants }: CostContext): AttackWorkings {
  const { general } = constants;
  const vulnerability = drivers.vulnerability ?? { reach: 'transitive', cwe: [] };
  const isAssumed = vulnerability.epss === undefined;
  const epss = vulnerability.epss ?? exploitConstant(vulnerability, general).value;
  const exploited = vulnerability.knownExploited === true ? 1 : 1 - (1 - epss) ** 4;
  const reach = reachConstant(vulnerability.reach, general);
  const worst = worstClass(vulnerability.cwe, constants);
  const severity = worst?.severity ?? general.unknownSeverity;
  const sigma = general.libraryAttackSigma.value;
  return {
    kind: 'library',
    probability: exploited * general.exploitedHere.value * reach.value * general.exploitRelevance.value,
    severity: severity.value,
    harm: worst?.harm ?? 'breach',
    epss,
    isEpssAssumed: isAssumed && vulnerability.knownExploited !== true,
    assumedVariance: logVarianceOf(reach) + logVarianceOf(severity) + logVarianceOf(general.exploitRelevance),
    variance: sigma * sigma,
  };
}

/** The most severe class among an advisory's CWE numbers; one that only stops the service ranks last. */
export function worstClass(cwe: readonly number[], { weaknesses: figures }: CostConstants): Attack | undefined {
  let worst: Attack | undefined;
  for (const [weakness, { cwe: numbers }] of Object.entries(weaknesses)) {
    if (!numbers.some((number) => cwe.includes(number))) continue;
    const attack = (figures[weakness as Weakness] satisfies WeaknessFigures).attack;
    if (attack !== undefined && (worst === undefined || rankOf(attack) > rankOf(worst))) worst = attack;
  }
  return worst;
}

function rankOf({ harm, severity }: Attack): number {
  return harm === 'downtime' ? 0 : severity.value;
}
