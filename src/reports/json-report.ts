import type { Language } from '../base/language.ts';
import type { FileRange, TextRange } from '../base/text-range.ts';
import type { DerivationLine, Totals } from '../cost/price.ts';
import type { Finding } from '../findings/finding.ts';
import { weaknesses } from '../findings/weakness.ts';
import type { AssessedFinding, Assessment, Coverage, ReportOptions } from '../triage/assessment.ts';
import { findingSentence } from './finding-sentence.ts';
import { jsonText } from './json-text.ts';
import { reportCost, reportTotals } from './report-cost.ts';
import type { AuditResult, ResultFinding } from './result-schema.ts';

/** How a finding's price came about, for each audience. */
export type DerivationOf = (
  assessed: AssessedFinding,
) => { readonly developer: readonly DerivationLine[]; readonly lead: readonly DerivationLine[] } | undefined;

export interface JsonOptions extends ReportOptions {
  /** Opens every number; left out where nobody asks. */
  readonly derivationOf?: DerivationOf;
}

/** The assessment as indented JSON text that follows `resultSchema`. */
export function jsonReport(assessment: Assessment, options: JsonOptions): string {
  return jsonText(auditResult(assessment, options));
}

/** The assessment as data that follows `resultSchema`. */
export function auditResult(assessment: Assessment, options: JsonOptions): AuditResult {
  const { schemaVersion, tool, root, head, durationMs, currency, grade, sanity, totalsByClass, gate } = assessment;
  const { language } = options;
  const sums = (totals: Totals): AuditResult['totals'] => reportTotals(totals, currency);
  return {
    schemaVersion,
    tool,
    language,
    root,
    ...(head === undefined ? {} : { head }),
    durationMs,
    currency,
    confidence: grade,
    ...(sanity === undefined ? {} : { sanity: sanity[language] }),
    totals: sums(assessment.totals),
    totalsByClass: {
      indispensable: sums(totalsByClass.indispensable),
      useful: sums(totalsByClass.useful),
      incidental: sums(totalsByClass.incidental),
    },
    setAside: sums(assessment.setAside),
    findings: assessment.findings.map((assessed, index) => resultFinding(assessed, index + 1, assessment, options)),
    coverage: resultCoverage(assessment.coverage, language),
    ...(gate === undefined
      ? {}
      : { gate: { passed: gate.passed, failures: gate.failures.map((failure) => failure[language]) } }),
  };
}

function resultFinding(
  assessed: AssessedFinding,
  rank: number,
  { currency }: Assessment,
  { language, rules, derivationOf }: JsonOptions,
): ResultFinding {
  const { finding, price, triage } = assessed;
  const derivation = derivationOf?.(assessed);
  const inLanguage = (lines: readonly DerivationLine[]): DerivationInLanguage =>
    lines.map(({ label, value, source }) => ({
      label: label[language],
      value: value[language],
      ...(source === undefined ? {} : { source: source[language] }),
    }));
  return {
    rank,
    rule: finding.rule,
    title: rules.get(finding.rule)?.title[language] ?? finding.rule,
    ...resultFacts(finding, language),
    summary: findingSentence(assessed, language, currency),
    triage: {
      class: triage.class,
      reason: triage.reason[language],
      status: triage.status,
      ...(triage.statusReason === undefined ? {} : { statusReason: triage.statusReason }),
      ...(triage.until === undefined ? {} : { until: triage.until }),
    },
    confidence: price.grade,
    largestDriver: price.largestDriver[language],
    cost: reportCost(price, currency),
    ...(derivation === undefined
      ? {}
      : { derivation: { developer: inLanguage(derivation.developer), lead: inLanguage(derivation.lead) } }),
  };
}

type DerivationInLanguage = NonNullable<ResultFinding['derivation']>['developer'];

type FactNames =
  | ('weakness' | 'family' | 'cwe' | 'fingerprint' | 'file' | 'start' | 'end' | 'scope' | 'message' | 'precision')
  | ('role' | 'related' | 'package' | 'suppression' | 'origin' | 'alsoReportedBy');

function resultFacts(finding: Finding, language: Language): Pick<ResultFinding, FactNames> {
  const { suppression, origin, alsoReportedBy } = finding;
  return {
    weakness: finding.weakness,
    family: weaknesses[finding.weakness].family,
    cwe: [...finding.cwe],
    fingerprint: finding.fingerprint,
    ...resultPlace(finding),
    scope: [...finding.scope],
    message: finding.message[language],
    precision: finding.precision,
    role: finding.role,
    related: finding.related.map((place) => ({ ...resultPlace(place), message: place.message[language] })),
    ...(finding.package === undefined ? {} : { package: finding.package }),
    ...(suppression === undefined ? {} : { suppression: { ...suppression, line: suppression.line + 1 } }),
    ...(origin === undefined ? {} : { origin }),
    ...(alsoReportedBy === undefined ? {} : { alsoReportedBy: [...alsoReportedBy] }),
  };
}

function resultPlace({ file, range }: FileRange): Pick<ResultFinding, 'file' | 'start' | 'end'> {
  return { file, start: oneBased(range.start), end: oneBased(range.end) };
}

function oneBased({ line, column }: TextRange['start']): ResultFinding['start'] {
  return { line: line + 1, column: column + 1 };
}

function resultCoverage(coverage: Coverage, language: Language): AuditResult['coverage'] {
  return {
    files: coverage.files,
    codeLines: coverage.codeLines,
    typedShare: coverage.typedShare,
    skipped: [...coverage.skipped],
    crashes: [...coverage.crashes],
    notices: coverage.notices.map(({ level, code, text, file }) => ({
      level,
      code,
      text: text[language],
      ...(file === undefined ? {} : { file }),
    })),
  };
}
