import type { Language } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import type { Assessment } from '../triage/assessment.ts';

/** A notice in one language. */
export interface NoticeSummary {
  readonly level: Notice['level'];
  readonly text: string;
  readonly file?: string;
}

/** Files left out for one reason: how many, and the first of them. */
export interface SkippedSummary {
  readonly reason: string;
  readonly count: number;
  readonly files: readonly string[];
}

/** What the audit looked at and what it could not. */
export interface CoverageSummary {
  readonly files: number;
  readonly codeLines: number;
  /** Share of the files that typed rules ran on, 0 to 1. */
  readonly typedShare: number;
  readonly durationMs: number;
  readonly commit?: string;
  /** ISO date of that commit. */
  readonly commitDate?: string;
  readonly skipped: readonly SkippedSummary[];
  readonly crashes: readonly { readonly rule: string; readonly file: string; readonly error: string }[];
  /** Errors first. */
  readonly notices: readonly NoticeSummary[];
}

/** How many skipped files are named per reason, and how many crashes and notices are listed. */
export const namedPerListLimit = 100;

/** What an audit covered, bounded, in one language. */
export function summariseCoverage(assessment: Assessment, language: Language): CoverageSummary {
  const { coverage, head, durationMs } = assessment;
  return {
    files: coverage.files,
    codeLines: coverage.codeLines,
    typedShare: coverage.typedShare,
    durationMs,
    ...(head && { commit: head.commit, commitDate: head.date }),
    skipped: skippedByReason(coverage.skipped),
    crashes: coverage.crashes.slice(0, namedPerListLimit),
    notices: noticesBySeverity(coverage.notices, language),
  };
}

function skippedByReason(skipped: Assessment['coverage']['skipped']): SkippedSummary[] {
  const byReason = new Map<string, string[]>();
  for (const { file, reason } of skipped) {
    const files = byReason.get(reason);
    if (files) files.push(file);
    else byReason.set(reason, [file]);
  }
  return [...byReason]
    .map(([reason, files]) => ({ reason, count: files.length, files: files.slice(0, namedPerListLimit) }))
    .sort((a, b) => b.count - a.count);
}

function noticesBySeverity(notices: readonly Notice[], language: Language): NoticeSummary[] {
  const levels = ['error', 'warning', 'info'];
  return [...notices]
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
    .slice(0, namedPerListLimit)
    .map(({ level, text, file }) => ({ level, text: text[language], ...(file !== undefined && { file }) }));
}
