import type { CostContext } from '../cost/cost-context.ts';
import type { Totals } from '../cost/price.ts';
import type { Finding } from '../findings/finding.ts';
import { assess, type AssessOptions } from './assess.ts';
import type { TriageClass } from './assessment.ts';

/** What another profile would change: totals before and after, and the findings that change class. */
export interface ProfileComparison {
  readonly before: Totals;
  readonly after: Totals;
  readonly changed: readonly ChangedClass[];
}

export interface ChangedClass {
  readonly finding: Finding;
  readonly from: TriageClass;
  readonly to: TriageClass;
}

/** Prices the same findings under two profiles; decisions hold under both. Ordered by the rank under the second. */
export function compareProfiles(
  findings: readonly Finding[],
  before: CostContext,
  after: CostContext,
  options: AssessOptions = {},
): ProfileComparison {
  const old = assess(findings, before, options);
  const next = assess(findings, after, options);
  const classes = new Map(old.findings.map(({ finding, triage }) => [finding, triage.class]));
  return {
    before: old.totals,
    after: next.totals,
    changed: next.findings.flatMap(({ finding, triage }) => {
      const from = classes.get(finding);
      return from === undefined || from === triage.class ? [] : [{ finding, from, to: triage.class }];
    }),
  };
}
