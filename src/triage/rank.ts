import type { PricedFinding } from '../cost/price-findings.ts';
import { triageClasses, type Triage } from './assessment.ts';

/** What a finding is ranked by. */
export interface Ranked {
  readonly priced: PricedFinding;
  readonly triage: Triage;
  readonly monthsToPayBack: number;
}

/** Orders by class, then by what pays back first, then by effort; places break ties, so that the order is total. */
export function compareRank(a: Ranked, b: Ranked): number {
  return (
    triageClasses.indexOf(a.triage.class) - triageClasses.indexOf(b.triage.class) ||
    compareNumbers(a.monthsToPayBack, b.monthsToPayBack) ||
    compareNumbers(a.priced.price.fixEur.mean, b.priced.price.fixEur.mean) ||
    comparePlaces(a.priced, b.priced)
  );
}

function comparePlaces({ finding: a }: PricedFinding, { finding: b }: PricedFinding): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
