import { z } from 'zod';
import { assumptionsSchema } from './assumptions.ts';
import type { CostConstants } from './cost-constants.ts';
import { currencyPerEur, currencyRates } from './currency-rates.ts';

/** Kinds of data whose loss costs more, the least first. */
export const dataSensitivities = ['none', 'personal', 'finance', 'health'] as const;
export type DataSensitivity = (typeof dataSensitivities)[number];

const largestAmount = 1e18;

/** The `business` section as people write it; amounts are in `currency`. */
export const businessSchema = z
  .strictObject({
    currency: z
      .string({ error: 'expected a currency code in quotes, such as "EUR"' })
      .regex(/^[A-Z]{3}$/, { error: 'expected an ISO 4217 code of three capital letters, such as "EUR" or "USD"' })
      .default('EUR')
      .describe('ISO 4217 code of the currency in which you state and read amounts. Default: EUR.'),
    currencyPerEur: positive('units of your currency that one euro buys', 1e9)
      .optional()
      .describe(
        `Units of your currency that one euro buys. Default: the table of ${currencyRates.date} that comes with the product.`,
      ),
    hourlyRate: positive('what one hour of a developer costs', 1e9)
      .optional()
      .describe(
        'What one hour of a developer costs the company, all charges included, without VAT. Default: the equivalent of 60 EUR.',
      ),
    dayRate: positive('what one day of a developer costs', 1e10)
      .optional()
      .describe('What one day (8 hours) of a developer costs; give this or `hourlyRate`, not both.'),
    annualRevenue: amount('what the company sells in a year; 0 when it sells nothing yet', largestAmount)
      .optional()
      .describe(
        'What the company sells in a year; 0 when it sells nothing yet. Default: the equivalent of 1,000,000 EUR.',
      ),
    teamSize: positive('the number of developers, such as 4 or 2.5', 1e6)
      .default(4)
      .describe('Developers, in full-time equivalents. Default: 4.'),
    shareOfTime: share('a share of time between 0 and 1, such as 0.5')
      .default(0.5)
      .describe('Share of the developers’ time that goes into changing this repository, 0 to 1. Default: 0.5.'),
    dataSensitivity: z
      .enum(dataSensitivities, { error: 'expected one of "none", "personal", "finance", "health"' })
      .default('personal')
      .describe('The most sensitive data that the software holds. Default: personal.'),
    horizonMonths: z
      .number({ error: 'expected a number of months' })
      .min(1, { error: 'expected at least 1 month' })
      .max(240, { error: 'expected at most 240 months' })
      .default(24)
      .describe('Months in which a fix should pay for itself. Default: 24.'),
    discountRate: share('a yearly rate between 0 and 1, such as 0.08 for 8 %')
      .default(0.08)
      .describe('Yearly discount rate, 0 to 1. Default: 0.08.'),
    exposedApplications: z
      .number({ error: 'expected the number of applications that the company exposes' })
      .min(1, { error: 'expected at least 1 application' })
      .max(1e6, { error: 'expected at most 1,000,000 applications' })
      .optional()
      .describe(
        'Applications that the company exposes to users or to the Internet. Default: 1, or more above 10,000,000 EUR of revenue.',
      ),
    figures: z
      .enum(['specification', 'fitted-2026-11'], { error: 'expected "specification" or "fitted-2026-11"' })
      .default('specification')
      .describe(
        'Set of constants: the documented one, or the one fitted to public repositories. Default: specification.',
      ),
    assumptions: assumptionsSchema
      .optional()
      .describe(
        'Your own values for constants that rest on judgement (tag A), by their name on the page of the cost model, such as { "epssCritical": 0.01, "injection.riskRatio": 3 }; at most twice beyond their range.',
      ),
  })
  .superRefine((business, context) => {
    if (business.hourlyRate !== undefined && business.dayRate !== undefined) {
      context.addIssue({ code: 'custom', path: ['dayRate'], message: 'give `hourlyRate` or `dayRate`, not both' });
    }
    if (business.currencyPerEur === undefined && !currencyPerEur.has(business.currency)) {
      const message = `no rate is known for "${business.currency}": state how many units one euro buys in \`currencyPerEur\`, or choose another currency`;
      context.addIssue({ code: 'custom', path: ['currency'], message });
    }
  });

export type BusinessSettings = z.output<typeof businessSchema>;

/** The business as the cost model needs it: every amount in EUR, every default filled in. */
export interface BusinessProfile {
  readonly currency: { readonly code: string; readonly perEur: number };
  readonly hourlyRateEur: number;
  /** Annual revenue or, when that is smaller, the team's payroll: a company without revenue has a size too. */
  readonly revenueEur: number;
  readonly payrollEur: number;
  readonly teamSize: number;
  readonly shareOfTime: number;
  readonly dataSensitivity: DataSensitivity;
  readonly horizonYears: number;
  readonly discountRate: number;
  readonly applications: number;
  /** False when nobody filled in the `business` section. */
  readonly isGiven: boolean;
}

/** Fills in the defaults and converts to EUR; `undefined` stands for a workspace without a `business` section. */
export function resolveBusiness(settings: BusinessSettings | undefined, constants: CostConstants): BusinessProfile {
  const { general } = constants;
  const business = settings ?? businessSchema.parse({});
  const perEur = business.currencyPerEur ?? currencyPerEur.get(business.currency) ?? 1;
  const statedRate =
    business.dayRate === undefined ? business.hourlyRate : business.dayRate / general.hoursPerDay.value;
  const hourlyRateEur = statedRate === undefined ? general.defaultHourlyRate.value : statedRate / perEur;
  const annualRevenueEur =
    business.annualRevenue === undefined ? general.defaultAnnualRevenue.value : business.annualRevenue / perEur;
  const payrollEur = business.teamSize * general.hoursPerYear.value * hourlyRateEur;
  const revenueEur = Math.max(annualRevenueEur, payrollEur);
  return {
    currency: { code: business.currency, perEur },
    hourlyRateEur,
    revenueEur,
    payrollEur,
    teamSize: business.teamSize,
    shareOfTime: business.shareOfTime,
    dataSensitivity: business.dataSensitivity,
    horizonYears: business.horizonMonths / 12,
    discountRate: business.discountRate,
    applications: business.exposedApplications ?? Math.max(1, Math.sqrt(revenueEur / general.applicationRevenue.value)),
    isGiven: settings !== undefined,
  };
}

/** What one EUR a year is worth over the horizon: (1 − e^(−rT)) / r. */
export function presentValueFactor({ discountRate, horizonYears }: BusinessProfile): number {
  if (discountRate < 1e-9) return horizonYears;
  return -Math.expm1(-discountRate * horizonYears) / discountRate;
}

function positive(meaning: string, most: number): z.ZodNumber {
  return z
    .number({ error: `expected a number: ${meaning}` })
    .min(1e-3, { error: `expected a number above 0: ${meaning}` })
    .max(most, { error: `expected at most ${most}: ${meaning}` });
}

function amount(meaning: string, most: number): z.ZodNumber {
  return z
    .number({ error: `expected a number: ${meaning}` })
    .min(0, { error: `expected 0 or more: ${meaning}` })
    .max(most, { error: `expected at most ${most}: ${meaning}` });
}

function share(meaning: string): z.ZodNumber {
  return z
    .number({ error: `expected ${meaning}` })
    .min(0, { error: `expected ${meaning}` })
    .max(1, { error: `expected ${meaning}` });
}
