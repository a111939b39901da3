import type { Language } from '../base/language.ts';
import { gradeMeanings } from '../cost/confidence-words.ts';
import { channels, type Channel, type ConfidenceGrade, type IncidentRisk, type Range } from '../cost/price.ts';
import type { Totals } from '../cost/price.ts';
import { triageClasses, type Assessment, type ReportOptions, type TriageClass } from '../triage/assessment.ts';
import { inlineMinimumEur } from '../triage/inline-text.ts';
import { classNames } from '../triage/labels.ts';
import { costTreeOf, type CostFolder } from './cost-tree.ts';
import { summariseCoverage, type CoverageSummary } from './coverage-summary.ts';
import { summariseFinding, type FindingSummary } from './finding-summary.ts';

/** Sums of a group of findings; amounts are EUR. */
export type TotalsSummary = Pick<Totals, 'findings' | 'leaveEur' | 'fixEur' | 'fixMinutes'>;

/** A rule's sentences for both audiences. */
export interface RuleSummary {
  readonly id: string;
  readonly title: string;
  /** For developers. */
  readonly why: string;
  /** For people who read no code. */
  readonly forLeads: string;
}

/** Everything the summary panel shows, in one language; amounts are EUR, to be shown in `currency`. */
export interface WorkspaceSummary {
  readonly language: Language;
  /** Name of the workspace's folder. */
  readonly workspace: string;
  readonly currency: Assessment['currency'];
  readonly totals: TotalsSummary;
  readonly incident?: IncidentRisk;
  /** The dearest first. */
  readonly channels: readonly { readonly channel: Channel; readonly leaveEur: Range }[];
  /** The most urgent first. */
  readonly classes: readonly { readonly class: TriageClass; readonly name: string; readonly totals: TotalsSummary }[];
  /** Accepted and suppressed findings. */
  readonly setAside: TotalsSummary;
  readonly grade: ConfidenceGrade;
  readonly gradeMeanings: Readonly<Record<ConfidenceGrade, string>>;
  /** Yearly cost under which a finding gets no figure of its own, EUR. */
  readonly smallestShownEur: number;
  readonly sanity?: string;
  readonly gate?: { readonly passed: boolean; readonly failures: readonly string[] };
  /** The rules that `findings` name. */
  readonly rules: readonly RuleSummary[];
  /** By rank; at most `listedFindingsLimit`. */
  readonly findings: readonly FindingSummary[];
  /** How many more there are; the totals and the tree count them. */
  readonly unlistedFindings: number;
  readonly costTree: CostFolder;
  readonly coverage: CoverageSummary;
}

/** How many findings a summary lists; more would slow the panel and nobody would read them. */
export const listedFindingsLimit = 2000;

/** Derives the panel's summary from an assessment alone, in the language of `options`. */
export function summarise(assessment: Assessment, options: ReportOptions): WorkspaceSummary {
  const { language } = options;
  const listed = assessment.findings.slice(0, listedFindingsLimit);
  return {
    language,
    workspace: folderName(assessment.root),
    currency: assessment.currency,
    ...sumsOf(assessment, language),
    grade: assessment.grade,
    gradeMeanings: gradeMeaningsIn(language),
    smallestShownEur: inlineMinimumEur,
    ...(assessment.sanity && { sanity: assessment.sanity[language] }),
    ...(assessment.gate && { gate: gateOf(assessment.gate, language) }),
    rules: rulesOf(new Set(listed.map(({ finding }) => finding.rule)), options),
    findings: listed.map((assessed) => summariseFinding(assessed, language)),
    unlistedFindings: assessment.findings.length - listed.length,
    costTree: costTreeOf(assessment.findings),
    coverage: summariseCoverage(assessment, language),
  };
}

function sumsOf({ totals, totalsByClass, setAside }: Assessment, language: Language) {
  return {
    totals: totalsOf(totals),
    ...(totals.incident && { incident: totals.incident }),
    channels: channels
      .map((channel) => ({ channel, leaveEur: totals.byChannelEur[channel] }))
      .sort((a, b) => b.leaveEur.mean - a.leaveEur.mean),
    classes: triageClasses.map((name) => ({
      class: name,
      name: classNames[name][language],
      totals: totalsOf(totalsByClass[name]),
    })),
    setAside: totalsOf(setAside),
  };
}

function totalsOf({ findings, leaveEur, fixEur, fixMinutes }: Totals): TotalsSummary {
  return { findings, leaveEur, fixEur, fixMinutes };
}

function gradeMeaningsIn(language: Language): Record<ConfidenceGrade, string> {
  const { A, B, C, D, E } = gradeMeanings;
  return { A: A[language], B: B[language], C: C[language], D: D[language], E: E[language] };
}

function gateOf(gate: NonNullable<Assessment['gate']>, language: Language) {
  return { passed: gate.passed, failures: gate.failures.map((failure) => failure[language]) };
}

function rulesOf(ids: ReadonlySet<string>, { language, rules }: ReportOptions): RuleSummary[] {
  return [...ids].map((id) => {
    const info = rules.get(id);
    if (!info) return { id, title: id, why: '', forLeads: '' };
    return { id, title: info.title[language], why: info.why[language], forLeads: info.forLeads[language] };
  });
}

function folderName(root: string): string {
  return root.split(/[\\/]/).findLast((part) => part !== '') ?? root;
}
