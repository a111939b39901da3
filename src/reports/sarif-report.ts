import type { Log, Notification, Run } from 'sarif';
import type { Assessment, ReportOptions } from '../triage/assessment.ts';
import { rootUri } from './artifact-uri.ts';
import { reportWords } from './report-words.ts';
import { sarifNotifications } from './sarif-notifications.ts';
import { sarifResult } from './sarif-results.ts';
import { sarifTool } from './sarif-tool.ts';
import { jsonText } from './json-text.ts';
import { reportTotals } from './report-cost.ts';

/** Results in one run that GitHub's code scanning accepts before it rejects the file. */
export const githubResultsPerRun = 25_000;

export interface SarifOptions extends ReportOptions {
  /** Keep only so many results, the first by rank, and say so in the run; without it nothing is dropped. */
  readonly maxResults?: number;
}

/** The assessment as a SARIF 2.1.0 log with one run, as indented JSON text. */
export function sarifReport(assessment: Assessment, options: SarifOptions): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [sarifRun(assessment, options)],
  };
  return jsonText(log);
}

function sarifRun(assessment: Assessment, options: SarifOptions): Run {
  const { language, maxResults = Number.POSITIVE_INFINITY } = options;
  const { findings } = assessment;
  const { tool, places } = sarifTool(assessment, options);
  const kept = findings.slice(0, maxResults);
  return {
    tool,
    automationDetails: { id: `${assessment.tool.name}/` },
    language,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { SRCROOT: { uri: rootUri(assessment.root) } },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          ...sarifNotifications(assessment, options),
          ...cutNotification(findings.length, kept.length, options),
        ],
      },
    ],
    results: kept.map((assessed, position) => sarifResult(assessed, position, { language, assessment, places })),
    properties: runProperties(assessment, options),
  };
}

function cutNotification(all: number, kept: number, { language }: SarifOptions): Notification[] {
  if (kept === all) return [];
  const text = reportWords[language].githubCut(kept, all);
  return [{ descriptor: { id: 'github-limits' }, level: 'warning', message: { text } }];
}

function runProperties(assessment: Assessment, { language }: SarifOptions): NonNullable<Run['properties']> {
  const { totals, setAside, currency, grade, head, sanity, coverage, durationMs } = assessment;
  return {
    totals: reportTotals(totals, currency),
    setAside: reportTotals(setAside, currency),
    confidence: grade,
    files: coverage.files,
    typedShare: coverage.typedShare,
    durationMs,
    ...(head === undefined ? {} : { head }),
    ...(sanity === undefined ? {} : { sanity: sanity[language] }),
  };
}
