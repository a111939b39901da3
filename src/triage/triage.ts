import type { Localized } from '../base/language.ts';
import { french } from '../base/typography.ts';
import type { CostContext } from '../cost/cost-context.ts';
import type { PricedFinding } from '../cost/price-findings.ts';
import type { TriageClass } from './assessment.ts';
import { createPhrases, type Phrases } from './phrases.ts';

/** The class that the cost model gives a finding, and why. */
export interface Verdict {
  readonly class: TriageClass;
  readonly reason: Localized;
}

/** Makes the function that sorts priced findings into classes; reasons name amounts in the profile's currency. */
export function createTriage(context: CostContext): (priced: PricedFinding) => Verdict {
  const phrases = createPhrases(context.profile.currency, context.today);
  return (priced) =>
    policyFloor(priced, context) ??
    graveRisk(priced, context, phrases) ??
    dearAttack(priced, context, phrases) ??
    usefulFloor(priced, context) ??
    useful(priced, context, phrases) ??
    incidental(priced, phrases);
}

/** Months until the fix has paid for itself; infinite where leaving it costs nothing. */
export function monthsToPayBack({ price }: PricedFinding): number {
  return price.leaveEur.mean > 0 ? (12 * price.fixEur.mean) / price.leaveEur.mean : Infinity;
}

function policyFloor({ finding }: PricedFinding, { today }: CostContext): Verdict | undefined {
  const { drivers, weakness } = finding;
  const vulnerability = drivers.vulnerability;
  if (drivers.providerSecret === true) return indispensable(reasons.liveSecret);
  const isReachable = vulnerability?.reach === 'called' || vulnerability?.reach === 'imported';
  if (vulnerability?.knownExploited === true && isReachable) return indispensable(reasons.knownExploited);
  if (weakness === 'forbidden-licence') return indispensable(reasons.forbiddenLicence);
  const isOver = drivers.endOfLife !== undefined && drivers.endOfLife <= today;
  return isOver && drivers.isPublicRuntime === true ? indispensable(reasons.runtimeEnded) : undefined;
}

/** p ≥ 0.5 % a year and a bad case of at least 5 % of revenue, between 20,000 and 100,000 EUR. */
function graveRisk({ price }: PricedFinding, { profile }: CostContext, phrases: Phrases): Verdict | undefined {
  const { incident } = price;
  if (incident === undefined || incident.probabilityPerYear < 0.005) return undefined;
  if (incident.lossEur.p90 < clamp(0.05 * profile.revenueEur, 20_000, 100_000)) return undefined;
  return indispensable(phrases.graveRisk(incident));
}

/** A security loss that is sure, large and cheap to stop. */
function dearAttack(priced: PricedFinding, { profile }: CostContext, phrases: Phrases): Verdict | undefined {
  const { price } = priced;
  const isSecurity = price.byChannelEur.security > price.leaveEur.mean / 2;
  if (!isSecurity || price.grade > 'B' || price.winProbability < 0.9) return undefined;
  if (price.leaveEur.mean < clamp(0.001 * profile.revenueEur, 1000, 10_000)) return undefined;
  const months = monthsToPayBack(priced);
  return months <= 3 ? indispensable(phrases.dearAttack(price, months)) : undefined;
}

function usefulFloor({ finding }: PricedFinding, { today }: CostContext): Verdict | undefined {
  const { drivers, weakness } = finding;
  if (drivers.endOfLife !== undefined && drivers.endOfLife <= today)
    return { class: 'useful', reason: reasons.supportEnded };
  const vulnerability = drivers.vulnerability;
  const isCalled = vulnerability?.reach === 'called' && (vulnerability.cvss ?? 0) >= 9;
  return isCalled && weakness === 'vulnerable-library' ? { class: 'useful', reason: reasons.criticalCall } : undefined;
}

function useful(priced: PricedFinding, { profile }: CostContext, phrases: Phrases): Verdict | undefined {
  const months = monthsToPayBack(priced);
  if (priced.price.winProbability < 0.6 || months > profile.horizonYears * 12) return undefined;
  return { class: 'useful', reason: phrases.useful(months) };
}

function incidental({ price, workings }: PricedFinding, phrases: Phrases): Verdict {
  const isShort = price.fixMinutes.p50 <= 60;
  if (isShort) return { class: 'incidental', reason: reasons.inPassing };
  const isUpgrade = workings.figures.drift !== undefined;
  return { class: 'incidental', reason: isUpgrade ? phrases.notItsOwnProject : reasons.notToday };
}

function indispensable(reason: Localized): Verdict {
  return { class: 'indispensable', reason };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

const reasons = {
  liveSecret: {
    en: 'A live provider secret must be revoked, whatever that costs.',
    fr: 'Un secret de fournisseur en service doit être révoqué, quel qu’en soit le coût.',
  },
  knownExploited: {
    en: 'Attackers are known to use this vulnerability, and this code reaches it.',
    fr: 'Des attaquants utilisent cette faille, et ce code l’atteint.',
  },
  forbiddenLicence: {
    en: 'Your policy forbids this licence.',
    fr: 'Votre politique interdit cette licence.',
  },
  runtimeEnded: {
    en: 'Support has ended for a runtime or framework in production: it gets no more security fixes.',
    fr: french('Le support d’un moteur ou d’un cadriciel en production a pris fin : plus de correctifs de sécurité.'),
  },
  supportEnded: {
    en: 'Support has ended: there will be no more security fixes.',
    fr: french('Le support a pris fin : il n’y aura plus de correctifs de sécurité.'),
  },
  criticalCall: {
    en: 'Production code calls a function with a critical vulnerability, and the fix is no major upgrade.',
    fr: 'Le code de production appelle une fonction à la faille critique, et la correction n’est pas une version majeure.',
  },
  inPassing: {
    en: 'The fix costs more than it is likely to save: fix in passing.',
    fr: french('La correction coûte plus qu’elle ne devrait rapporter : à corriger au passage.'),
  },
  notToday: {
    en: 'The fix costs more than it is likely to save: not worth it today.',
    fr: french('La correction coûte plus qu’elle ne devrait rapporter : ne se justifie pas aujourd’hui.'),
  },
} satisfies Record<string, Localized>;
