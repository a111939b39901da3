import { weaknesses } from '../../findings/weakness.ts';
import type { RuleCatalogue, RuleInfo } from '../../triage/assessment.ts';
import type { ClassifiedRule } from './foreign-rules.ts';

/** What reports may know of rules of other tools: their own words, in their own language. */
export function foreignCatalogue(rules: readonly ClassifiedRule[]): RuleCatalogue {
  return new Map(rules.map((rule): [string, RuleInfo] => [rule.fullId, ruleInfo(rule)]));
}

function ruleInfo({ fullId, weakness, description, name, id, cwe, precision }: ClassifiedRule): RuleInfo {
  const title = (description || name || id).slice(0, 200).replace(/\.$/, '');
  const both = { en: title, fr: title };
  const family = weaknesses[weakness].family;
  return {
    id: fullId,
    weakness,
    title: both,
    why: both,
    forLeads: both,
    cwe,
    family,
    precision,
    isMeasured: false,
    bad: '',
    good: '',
  };
}
