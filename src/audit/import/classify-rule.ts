import { weaknesses, type Weakness } from '../../findings/weakness.ts';
import { classOfSonarRule } from './known-codes.ts';
import { classOfEslintRule } from './known-rules.ts';
import { namePatterns } from './name-patterns.ts';
import { broaderCwe, standIns } from './weakness-table.ts';

/** What a tool says of one of its rules, or of one result. */
export interface ForeignRule {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly cwe: readonly number[];
  readonly level: 'error' | 'warning' | 'note';
  /** 0 to 10, where the tool gives one. */
  readonly securitySeverity?: number;
}

/** The class of a foreign rule, and how it was found. */
export interface Classification {
  readonly weakness: Weakness;
  /** `severity`: nothing but the severity was known, and the class only stands in. */
  readonly by: 'cwe' | 'name' | 'tag' | 'severity';
}

/**
 * Finds the weakness class of a foreign rule: an advisory's id first, then its CWE numbers (the class that most of
 * them fall into), then the names of the rule, then its tags and description, else a stand-in by severity.
 */
export function classifyRule(rule: ForeignRule): Classification {
  const names = slug(`${rule.id} ${rule.name}`);
  if (isAdvisory(rule.id)) return { weakness: 'vulnerable-library', by: 'name' };
  const byNumber = classOfCwe(rule.cwe);
  const byName = classOfEslintRule(rule.id) ?? classOfSonarRule(rule.id) ?? classOfNames(names);
  if (byNumber !== undefined) return { weakness: sharper(byNumber, byName), by: 'cwe' };
  if (byName !== undefined) return { weakness: byName, by: 'name' };
  const byTag = classOfNames(rule.tags.map(slug).join(' ')) ?? classOfNames(slug(rule.description.slice(0, 300)));
  return byTag === undefined ? { weakness: standIn(rule), by: 'severity' } : { weakness: byTag, by: 'tag' };
}

/** CWE numbers in tags such as `external/cwe/cwe-079`, `CWE-89: …` and `CWE-22`. */
export function cweIn(tags: readonly string[]): number[] {
  return [
    ...new Set(tags.flatMap((tag) => [...tag.matchAll(/cwe-?0*(\d{1,4})/gi)].map(([, digits]) => Number(digits)))),
  ];
}

/** Whether an id is that of an advisory, so that the result is about a library. */
export function isAdvisory(id: string): boolean {
  return /(^|[^a-z])(cve-\d{4}-\d+|ghsa-[a-z0-9]{4}-|snyk-js-|npm:|osv-)/i.test(id);
}

function classOfCwe(cwe: readonly number[]): Weakness | undefined {
  const votes = new Map<Weakness, number>();
  for (const number of cwe) {
    const weakness = ownClass(number) ?? broaderCwe.get(number);
    if (weakness !== undefined) votes.set(weakness, (votes.get(weakness) ?? 0) + 1);
  }
  let best: Weakness | undefined;
  for (const [weakness, count] of votes) if (best === undefined || count > (votes.get(best) ?? 0)) best = weakness;
  return best;
}

function ownClass(number: number): Weakness | undefined {
  const found = Object.entries(weaknesses).find(([, { cwe }]) => (cwe as readonly number[]).includes(number));
  return found?.[0] as Weakness | undefined;
}

/** A number names cross-site scripting or a hard-coded secret without saying of which kind; a name may. */
function sharper(byNumber: Weakness, byName: Weakness | undefined): Weakness {
  return byNumber === 'reflected-xss' && byName === 'stored-xss' ? byName : byNumber;
}

function classOfNames(names: string): Weakness | undefined {
  return namePatterns.find(({ pattern }) => pattern.test(names))?.weakness;
}

function standIn({ level, securitySeverity, tags }: ForeignRule): Weakness {
  const isSecurity = securitySeverity !== undefined || tags.some((tag) => /^(security|vulnerability)$/i.test(tag));
  if (!isSecurity) return standIns.quality[level];
  const severity = securitySeverity ?? { error: 7.5, warning: 5, note: 2 }[level];
  if (severity >= 9) return standIns.security.critical;
  if (severity >= 7) return standIns.security.high;
  return severity >= 4 ? standIns.security.medium : standIns.security.low;
}

/** `js/SqlInjection v2` → `js-sql-injection-v2`. */
function slug(text: string): string {
  return text
    .slice(0, 500)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
