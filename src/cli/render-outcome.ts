import type { AuditOutcome } from '../audit/audit-folder.ts';
import type { Language } from '../base/language.ts';
import { csvReport } from '../reports/csv-report.ts';
import { htmlReport } from '../reports/html-report.ts';
import { jsonReport } from '../reports/json-report.ts';
import { markdownReport } from '../reports/markdown-report.ts';
import { prettyReport } from '../reports/pretty-report.ts';
import { githubResultsPerRun, sarifReport } from '../reports/sarif-report.ts';
import { derivationsOf } from './derivations.ts';
import { textStyle } from './text-style.ts';
import type { Terminal } from './terminal.ts';

/** Forms of an audit's result; the first is the default. */
export const reportFormats = ['pretty', 'json', 'sarif', 'markdown', 'html', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface RenderOptions {
  readonly format: ReportFormat;
  readonly language: Language;
  readonly githubLimits: boolean;
  /** Where a person may read it; left out when it goes to a file. */
  readonly terminal?: Terminal;
}

/** Above it, derivations would make a text longer than a string may be; `explain` still opens each one. */
const mostDerivations = 20_000;

/** The result of an audit in the form that the user asked for. */
export function renderOutcome(outcome: AuditOutcome, options: RenderOptions): string {
  const { assessment, rules } = outcome;
  const { language } = options;
  switch (options.format) {
    case 'pretty':
      return prettyReport(assessment, { language, rules, ...textStyle(options.terminal) });
    case 'json':
      return jsonReport(assessment, {
        language,
        rules,
        ...(assessment.findings.length <= mostDerivations ? { derivationOf: derivationsOf(outcome) } : {}),
      });
    case 'sarif':
      return sarifReport(assessment, {
        language,
        rules,
        ...(options.githubLimits ? { maxResults: githubResultsPerRun } : {}),
      });
    case 'markdown':
      return markdownReport(assessment, { language, rules });
    case 'html':
      return htmlReport(assessment, { language, rules });
    case 'csv':
      return csvReport(assessment, { language, rules });
  }
}
