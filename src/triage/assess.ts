import { localize, type Localized } from '../base/language.ts';
import { french } from '../base/typography.ts';
import type { CostContext } from '../cost/cost-context.ts';
import type { ConfidenceGrade, Totals } from '../cost/price.ts';
import { priceFindings, type PricedFinding, type PricedFindings } from '../cost/price-findings.ts';
import { usableHistory } from '../cost/place.ts';
import { totalsOf } from '../cost/totals.ts';
import type { Finding } from '../findings/finding.ts';
import { triageClasses, type AssessedFinding, type Assessment, type Triage, type TriageClass } from './assessment.ts';
import type { Decision } from './decisions-schema.ts';
import type { GateSettings } from './gate-schema.ts';
import { checkGate } from './gate.ts';
import { matchDecisions } from './match-decisions.ts';
import { compareRank, type Ranked } from './rank.ts';
import { createTriage, monthsToPayBack } from './triage.ts';
import { triageOf } from './triage-of.ts';

/** What people decided besides the code. */
export interface AssessOptions {
  readonly decisions?: readonly Decision[];
  /** Git renames, old path to new path, for decisions about files that moved. */
  readonly renames?: ReadonlyMap<string, string>;
  readonly gate?: GateSettings;
  /** Fingerprints that the base of a review has; without them every finding counts as new for the gate. */
  readonly isNew?: (finding: AssessedFinding) => boolean;
}

/** The parts of an assessment that follow from findings and context alone. */
export interface AssessedParts extends Pick<
  Assessment,
  'currency' | 'findings' | 'totals' | 'totalsByClass' | 'setAside' | 'grade' | 'sanity' | 'gate'
> {
  /** Prices with their workings, for explanations; `pricedOf` finds that of one finding. */
  readonly priced: PricedFindings;
  /** Findings that the team rejected as false: they have no price and count nowhere. */
  readonly rejected: readonly Finding[];
  /** Decisions about findings that are no longer there. */
  readonly unmatchedDecisions: readonly Decision[];
}

/** Prices, sorts, ranks and sums findings under the team's decisions. Pure. */
export function assess(findings: readonly Finding[], context: CostContext, options: AssessOptions = {}): AssessedParts {
  const matched = matchDecisions(findings, options.decisions ?? [], options.renames);
  const isRejected = (finding: Finding): boolean => matched.of(finding).some(({ action }) => action === 'reject');
  const rejected = findings.filter(isRejected);
  const priced = priceFindings(
    rejected.length === 0 ? findings : findings.filter((finding) => !isRejected(finding)),
    context,
  );
  const verdictOf = createTriage(context);
  const rows = priced.findings.map((each) => ({
    priced: each,
    monthsToPayBack: monthsToPayBack(each),
    triage: triageOf(each.finding, verdictOf(each), matched.of(each.finding), context.today),
  }));
  rows.sort(compareRank);
  const assessed = rows.map(({ priced: { finding, price }, triage }) => ({ finding, price, triage }));
  const open = rows.filter(({ triage }) => isOpen(triage));
  const totals = totalsOf(
    open.map(({ priced: each }) => each),
    context,
  );
  const setAside = rows.filter(({ triage }) => !isOpen(triage)).map(({ priced: each }) => each);
  const sanity = outOfProportion(totals, context);
  const { currency } = context.profile;
  return {
    currency,
    findings: assessed,
    totals,
    totalsByClass: totalsByClass(open, context),
    setAside: totalsOf(setAside, context),
    grade: overallGrade(
      open.map(({ priced: each }) => each),
      context,
    ),
    ...(sanity === undefined ? {} : { sanity }),
    ...(options.gate === undefined ? {} : { gate: checkGate(assessed, options.gate, currency, options.isNew) }),
    priced,
    rejected,
    unmatchedDecisions: matched.unmatched,
  };
}

/** Whether a finding counts in the totals rather than apart. */
export function isOpen({ status }: Triage): boolean {
  return status === 'open' || status === 'planned';
}

function totalsByClass(open: readonly Ranked[], context: CostContext): Record<TriageClass, Totals> {
  const of = (wanted: TriageClass): Totals =>
    totalsOf(
      open.filter(({ triage }) => triage.class === wanted).map(({ priced }) => priced),
      context,
    );
  const [indispensable, useful, incidental] = triageClasses.map(of) as [Totals, Totals, Totals];
  return { indispensable, useful, incidental };
}

/**
 * The lowest grade that counts: the findings with it, and with lower ones, make a tenth of the cost or more. Where
 * nothing costs anything, what is known of the company and its history decides.
 */
function overallGrade(findings: readonly PricedFinding[], context: CostContext): ConfidenceGrade {
  const isBlind = !context.profile.isGiven || usableHistory(context) === undefined;
  const all = findings.reduce((sum, { price }) => sum + price.leaveEur.mean, 0);
  if (all <= 0) return isBlind ? 'E' : 'B';
  let lower = 0;
  for (const grade of ['E', 'D', 'C', 'B'] as const) {
    for (const { price } of findings) if (price.grade === grade) lower += price.leaveEur.mean;
    if (lower >= all / 10) return grade;
  }
  return 'A';
}

/** Over 12 % of payroll or 5 % of revenue: typical is 2 % and 1 %. */
function outOfProportion({ leaveEur }: Totals, { profile }: CostContext): Localized | undefined {
  const ofPayroll = leaveEur.mean / profile.payrollEur;
  const ofRevenue = leaveEur.mean / profile.revenueEur;
  if (ofPayroll <= 0.12 && ofRevenue <= 0.05) return undefined;
  return localize((language) => {
    const payroll = Math.round(ofPayroll * 100);
    const revenue = Math.round(ofRevenue * 100);
    return language === 'fr'
      ? french(
          `Total hors de proportion (${payroll} % de la masse salariale, ${revenue} % du chiffre d’affaires) : calibrez le profil avant de le présenter.`,
        )
      : `The total is out of proportion (${payroll} % of payroll, ${revenue} % of revenue): calibrate the profile before presenting it.`;
  });
}
