import type { Localized } from '../base/language.ts';
import type { Finding } from '../findings/finding.ts';
import { resolveBusiness, type BusinessProfile, type BusinessSettings } from './business-profile.ts';
import type { CostContext } from './cost-context.ts';
import { priceFindings } from './price-findings.ts';
import { totalsOf } from './totals.ts';

/** What the yearly total becomes when one input is half or double what it is. */
export interface Sensitivity {
  readonly input: SensitiveInput;
  readonly name: Localized;
  /** Cost of leaving everything for a year, EUR; `now` with the profile as it is. */
  readonly halfEur: number;
  readonly nowEur: number;
  readonly doubleEur: number;
}

/** Inputs that can be halved and doubled. */
export type SensitiveInput = keyof typeof inputs;

const inputs = {
  hourlyRate: {
    name: { en: 'Cost of a developer hour', fr: 'Coût d’une heure de développeur' },
    of: ({ hourlyRateEur, currency }: BusinessProfile) => hourlyRateEur * currency.perEur,
  },
  annualRevenue: {
    name: { en: 'Annual revenue', fr: 'Chiffre d’affaires annuel' },
    of: ({ revenueEur, currency }: BusinessProfile) => revenueEur * currency.perEur,
  },
  teamSize: {
    name: { en: 'Number of developers', fr: 'Nombre de développeurs' },
    of: ({ teamSize }: BusinessProfile) => teamSize,
  },
  shareOfTime: {
    name: { en: 'Share of time for this repository', fr: 'Part du temps pour ce dépôt' },
    of: ({ shareOfTime }: BusinessProfile) => shareOfTime,
  },
  exposedApplications: {
    name: { en: 'Exposed applications', fr: 'Applications exposées' },
    of: ({ applications }: BusinessProfile) => applications,
  },
} as const;

/** The inputs of the profile that move the total of these findings most, the strongest first. */
export function strongestInputs(findings: readonly Finding[], context: CostContext, count = 3): readonly Sensitivity[] {
  const { profile } = context;
  const nowEur = totalEur(findings, context, profile);
  const all = Object.entries(inputs).map(([key, { name, of }]): Sensitivity => {
    const input = key as SensitiveInput;
    const at = (factor: number): number =>
      totalEur(findings, context, changedProfile(context, input, of(profile) * factor));
    return { input, name, halfEur: at(0.5), nowEur, doubleEur: at(2) };
  });
  return all.sort((a, b) => swingOf(b) - swingOf(a)).slice(0, count);
}

function totalEur(findings: readonly Finding[], context: CostContext, profile: BusinessProfile): number {
  const changed = { ...context, profile };
  return totalsOf(priceFindings(findings, changed).findings, changed).leaveEur.mean;
}

function swingOf({ halfEur, doubleEur }: Sensitivity): number {
  return Math.abs(doubleEur - halfEur);
}

/** A share stops at 1, and there is at least one application. */
function changedProfile({ profile, constants }: CostContext, input: SensitiveInput, value: number): BusinessProfile {
  const bounded = { ...statedAmounts(profile), [input]: bound(input, value) };
  return { ...resolveBusiness(bounded, constants), isGiven: profile.isGiven };
}

function bound(input: SensitiveInput, value: number): number {
  if (input === 'shareOfTime') return Math.min(1, value);
  return input === 'exposedApplications' ? Math.max(1, value) : value;
}

/** The profile as settings, so that a change of one goes through the same defaults as a person's. */
function statedAmounts(profile: BusinessProfile): BusinessSettings {
  const { currency } = profile;
  return {
    currency: currency.code,
    currencyPerEur: currency.perEur,
    hourlyRate: profile.hourlyRateEur * currency.perEur,
    annualRevenue: profile.revenueEur * currency.perEur,
    teamSize: profile.teamSize,
    shareOfTime: profile.shareOfTime,
    dataSensitivity: profile.dataSensitivity,
    horizonMonths: profile.horizonYears * 12,
    discountRate: profile.discountRate,
    exposedApplications: profile.applications,
    figures: 'specification',
  };
}
