import type { AssessedFinding, Assessment, ReportOptions } from '../triage/assessment.ts';
import { csvCell } from './csv-cell.ts';
import { reportCost } from './report-cost.ts';
import type { ReportCost } from './result-schema.ts';

type Cell = string | number | undefined;

interface CsvRow {
  readonly rank: number;
  readonly assessed: AssessedFinding;
  readonly cost: ReportCost;
  readonly options: ReportOptions;
}

/** Columns in order by their stable names; amounts are in the column `currency`, to the cent. */
const columns: readonly (readonly [name: string, value: (row: CsvRow) => Cell])[] = [
  ['rank', ({ rank }) => rank],
  ['triage', ({ assessed }) => assessed.triage.class],
  ['status', ({ assessed }) => assessed.triage.status],
  ['rule', ({ assessed }) => assessed.finding.rule],
  ['title', ({ assessed, options }) => options.rules.get(assessed.finding.rule)?.title[options.language]],
  ['message', ({ assessed, options }) => assessed.finding.message[options.language]],
  ['file', ({ assessed }) => assessed.finding.file],
  ['line', ({ assessed }) => assessed.finding.range.start.line + 1],
  ['column', ({ assessed }) => assessed.finding.range.start.column + 1],
  ['package', ({ assessed }) => assessed.finding.package?.name],
  ['version', ({ assessed }) => assessed.finding.package?.version],
  ['cwe', ({ assessed }) => assessed.finding.cwe.map((number) => `CWE-${number}`).join(' ')],
  ['currency', ({ cost }) => cost.currency],
  ['leavePerYearP10', ({ cost }) => cents(cost.leavePerYear.p10)],
  ['leavePerYearP50', ({ cost }) => cents(cost.leavePerYear.p50)],
  ['leavePerYearP90', ({ cost }) => cents(cost.leavePerYear.p90)],
  ['leavePerYearMean', ({ cost }) => cents(cost.leavePerYear.mean)],
  ['carryingPerYearMean', ({ cost }) => cents(cost.carryingPerYear.mean)],
  ['incidentExposurePerYearMean', ({ cost }) => cents(cost.incidentExposurePerYear.mean)],
  ['incidentProbabilityPerYear', ({ cost }) => cost.incident?.probabilityPerYear],
  ['fixP10', ({ cost }) => cents(cost.fix.p10)],
  ['fixP50', ({ cost }) => cents(cost.fix.p50)],
  ['fixP90', ({ cost }) => cents(cost.fix.p90)],
  ['fixMinutesP50', ({ cost }) => cents(cost.fixMinutes.p50)],
  ['paybackMonths', ({ cost }) => (cost.paybackMonths === undefined ? undefined : cents(cost.paybackMonths))],
  ['confidence', ({ assessed }) => assessed.price.grade],
  ['statusReason', ({ assessed }) => assessed.triage.statusReason],
  ['until', ({ assessed }) => assessed.triage.until],
  ['fingerprint', ({ assessed }) => assessed.finding.fingerprint],
];

/** One line a finding, in the order of the assessment, under one line of names; a spreadsheet evaluates none of it. */
export function csvReport(assessment: Assessment, options: ReportOptions): string {
  const lines = assessment.findings.map((assessed, index) => {
    const cost = reportCost(assessed.price, assessment.currency);
    const row: CsvRow = { rank: index + 1, assessed, cost, options };
    return columns.map(([, value]) => csvCell(value(row)));
  });
  return [columns.map(([name]) => name), ...lines].map((cells) => cells.join(',') + '\r\n').join('');
}

function cents(amount: number): number {
  return Number(amount.toFixed(2));
}
