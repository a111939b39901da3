import type { Language, Localized } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import type { ConfidenceGrade, Price, Totals } from '../cost/price.ts';
import type { Finding } from '../findings/finding.ts';
import type { Weakness } from '../findings/weakness.ts';

/** How a good CTO sorts work, the most urgent first. */
export const triageClasses = ['indispensable', 'useful', 'incidental'] as const;
export type TriageClass = (typeof triageClasses)[number];

/**
 * `open` counts in the totals; `suppressed` (a comment in the code) and `accepted` (a decision) keep their cost,
 * shown apart.
 */
export type FindingStatus = 'open' | 'planned' | 'accepted' | 'suppressed';

export interface Triage {
  readonly class: TriageClass;
  /** Why it is in this class, one sentence. */
  readonly reason: Localized;
  /** The team gave the class; the model would have given another. */
  readonly isOverruled?: boolean;
  readonly status: FindingStatus;
  /** The reason that a person gave for accepting, planning, overruling or suppressing it. */
  readonly statusReason?: string;
  /** ISO date until which an acceptance or a plan holds. */
  readonly until?: string;
}

/** A finding with its price and class. */
export interface AssessedFinding {
  readonly finding: Finding;
  readonly price: Price;
  readonly triage: Triage;
}

/** What an audit did, so that a result is explicit even when it is empty. */
export interface Coverage {
  readonly files: number;
  readonly codeLines: number;
  /** Share of the files that typed rules ran on, 0 to 1. */
  readonly typedShare: number;
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  /** Rules that crashed: named once each with the first file. */
  readonly crashes: readonly { readonly rule: string; readonly file: string; readonly error: string }[];
  readonly notices: readonly Notice[];
}

/** The result of an audit: the one object that editor, CLI, report, panel and gate all read. */
export interface Assessment {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'cto-guardrails'; readonly version: string };
  /** Absolute path of the workspace. */
  readonly root: string;
  /** Currency that amounts are shown in, ISO 4217, and how many of its units one EUR buys. */
  readonly currency: { readonly code: string; readonly perEur: number };
  /** Sorted by rank: what pays back first stands first within each class, classes in order. */
  readonly findings: readonly AssessedFinding[];
  /** Findings with status `open` or `planned`. */
  readonly totals: Totals;
  readonly totalsByClass: Readonly<Record<TriageClass, Totals>>;
  /** Findings with status `accepted` or `suppressed`. */
  readonly setAside: Totals;
  /** The lowest grade that counts for the totals. */
  readonly grade: ConfidenceGrade;
  /** Set when the totals are out of proportion and the profile wants calibrating before anyone presents them. */
  readonly sanity?: Localized;
  readonly coverage: Coverage;
  readonly head?: { readonly commit: string; readonly date: string };
  readonly durationMs: number;
  /** The gate's answer where one is configured. */
  readonly gate?: { readonly passed: boolean; readonly failures: readonly Localized[] };
}

/** Titles of the rules that an assessment names, for reports that may not import rules. */
export interface RuleInfo {
  readonly id: string;
  readonly weakness: Weakness;
  readonly title: Localized;
  readonly why: Localized;
  readonly forLeads: Localized;
  readonly cwe: readonly number[];
  readonly family: string;
  readonly precision: number;
  readonly isMeasured: boolean;
  readonly bad: string;
  readonly good: string;
}

export type RuleCatalogue = ReadonlyMap<string, RuleInfo>;

/** How a report is worded. */
export interface ReportOptions {
  readonly language: Language;
  readonly rules: RuleCatalogue;
}
