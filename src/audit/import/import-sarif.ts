import { createFingerprinter } from '../../findings/fingerprint.ts';
import type { CodeSuppression, Finding, PackageRef } from '../../findings/finding.ts';
import { fileRoleOf } from '../../workspace/file-role.ts';
import { createRuleLookup, type ClassifiedRule } from './foreign-rules.ts';
import { packageOf } from './library-result.ts';
import { createPlaceLookup, type PlaceOf } from './sarif-place.ts';
import type { SarifResult, SarifRun } from './sarif-schema.ts';

/** Findings of another tool as ours, and the rules that they name. */
export interface ImportedFindings {
  readonly findings: readonly Finding[];
  readonly rules: readonly ClassifiedRule[];
  /** Results that say that nothing is wrong, or that a comparison no longer has. */
  readonly leftOut: number;
}

/** Where the paths of a log may lead. */
export interface ImportTarget {
  readonly root: string;
  /** Reviewed files by path relative to the root. */
  readonly files: ReadonlySet<string>;
}

/** Turns the results of SARIF runs into findings that can be priced; their texts stay in the tool's language. */
export function importSarif(runs: readonly SarifRun[], { root, files }: ImportTarget): ImportedFindings {
  const fingerprint = createFingerprinter();
  const findings: Finding[] = [];
  const rules = new Map<string, ClassifiedRule>();
  let leftOut = 0;
  for (const run of runs) {
    const ruleOf = createRuleLookup(run);
    const placeOf = createPlaceLookup(run, root, files);
    for (const result of run.results ?? []) {
      if (!isProblem(result)) {
        leftOut += 1;
        continue;
      }
      const rule = ruleOf(result);
      rules.set(rule.fullId, rules.get(rule.fullId) ?? rule);
      findings.push(findingOf(result, rule, placeOf, fingerprint));
    }
  }
  return { findings, rules: [...rules.values()], leftOut };
}

/** Texts of foreign results are cut here; some tools put whole reports into them. */
const longestText = 500;

function isProblem({ kind = 'fail', baselineState }: SarifResult): boolean {
  return (kind === 'fail' || kind === 'review' || kind === 'open') && baselineState !== 'absent';
}

function findingOf(
  result: SarifResult,
  rule: ClassifiedRule,
  placeOf: PlaceOf,
  fingerprint: ReturnType<typeof createFingerprinter>,
): Finding {
  const place = placeOf(result.locations?.[0]);
  const library = rule.weakness === 'vulnerable-library' ? packageOf(result, rule) : undefined;
  const text = messageOf(result, rule);
  const suppression = suppressionOf(result, place.range.start.line);
  return {
    rule: rule.fullId,
    weakness: rule.weakness,
    cwe: rule.cwe,
    ...place,
    message: { en: text, fr: text },
    data: {},
    fingerprint: fingerprint({ rule: rule.fullId, scope: [place.file], tokens: [library?.name ?? text] }),
    scope: [],
    precision: rule.precision,
    role: fileRoleOf(place.file),
    drivers: driversOf(rule, library),
    related: (result.relatedLocations ?? []).slice(0, 20).map((location) => {
      const note = (location.message?.text ?? '').slice(0, longestText);
      return { ...placeOf(location), message: { en: note, fr: note } };
    }),
    ...(library === undefined ? {} : { package: library }),
    ...(suppression === undefined ? {} : { suppression }),
    fixes: [],
  };
}

function driversOf(rule: ClassifiedRule, library: PackageRef | undefined): Finding['drivers'] {
  const standsIn = rule.by === 'severity' ? { isStandIn: true } : {};
  if (library === undefined) return standsIn;
  const { securitySeverity = scoreOfLevel[rule.level], cwe } = rule;
  return { vulnerability: { cvss: securitySeverity, reach: 'transitive', cwe } };
}

/** Middle of the scores that scanners give these levels to. */
const scoreOfLevel = { error: 8, warning: 5.5, note: 2.5 } as const;

function messageOf({ message }: SarifResult, { description, name, id }: ClassifiedRule): string {
  const filled = message?.text?.replace(
    /\{(\d+)\}/g,
    (whole, index: string) => message.arguments?.[Number(index)] ?? whole,
  );
  const text = filled ?? message?.markdown ?? (description || name || id);
  // Links in messages (`[value](1)`) lead to related places, which are listed apart.
  return text
    .replace(/\[([^\]]*)\]\(\d+\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText)
    .replace(/\.$/, '');
}

function suppressionOf({ suppressions = [] }: SarifResult, line: number): CodeSuppression | undefined {
  const accepted = suppressions.find(({ status = 'accepted' }) => status === 'accepted');
  return accepted && { reason: accepted.justification?.trim() || 'suppressed in the SARIF file', line };
}
