import { weaknesses } from '../findings/weakness.ts';
import { rules } from '../rules/registry.generated.ts';
import type { RuleCatalogue, RuleInfo } from '../triage/assessment.ts';
import { unmeasuredPrecision } from './to-findings.ts';

/** What reports, panel and `explain` may know of every rule. */
export function ruleCatalogue(): RuleCatalogue {
  return new Map(
    rules.map((rule): [string, RuleInfo] => [
      rule.id,
      {
        id: rule.id,
        title: rule.docs.title,
        why: rule.docs.why,
        forLeads: rule.docs.forLeads,
        cwe: rule.cwe ?? [],
        family: weaknesses[rule.weakness].family,
        weakness: rule.weakness,
        precision: rule.precision ?? unmeasuredPrecision,
        isMeasured: rule.precision !== undefined,
        bad: rule.docs.bad,
        good: rule.docs.good,
      },
    ]),
  );
}
