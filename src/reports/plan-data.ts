import type { Finding } from '../findings/finding.ts';
import type { Totals } from '../cost/price.ts';
import type { PlanPart, WorkPlan } from '../triage/plan-assessment.ts';
import { csvCell } from './csv-cell.ts';
import { jsonText } from './json-text.ts';
import type { PlanReportOptions } from './plan-report.ts';
import { reportTotals } from './report-cost.ts';
import type { ReportTotals } from './result-schema.ts';

/** A plan as JSON: amounts in the profile's currency, efforts in minutes. */
export function jsonPlan(plan: WorkPlan, options: PlanReportOptions): string {
  const { currency, language } = options;
  const amount = (eur: number): number => Number((eur * currency.perEur).toPrecision(10));
  const sums = (totals: Totals): ReportTotals => reportTotals(totals, currency);
  const part = ({ name, findings, minutes, savedEur }: PlanPart): object => ({
    ...(name === undefined ? {} : { name }),
    findings,
    minutes,
    savedPerYear: amount(savedEur),
  });
  return jsonText({
    schemaVersion: 1,
    language,
    currency,
    goal: plan.goal,
    minutes: plan.minutes,
    savedPerYear: amount(plan.savedEur),
    waitingPerMonth: amount(plan.waitingEurPerMonth),
    indispensableLeft: plan.indispensableLeft,
    items: plan.items.map(({ findings, minutes, savedEur, isIndispensable }) => ({
      minutes,
      savedPerYear: amount(savedEur),
      isIndispensable,
      findings: findings.map((finding) => planned(finding, options)),
    })),
    byTeam: plan.byTeam.map(part),
    byArea: plan.byArea.map(part),
    left: plan.left.map((finding) => planned(finding, options)),
    before: sums(plan.before),
    after: sums(plan.after),
  });
}

/** A plan as CSV: one line a finding to mend, in order; minutes and savings are those of its whole step. */
export function csvPlan(plan: WorkPlan, options: PlanReportOptions): string {
  const header = ['step', 'mustFix', 'rule', 'title', 'file', 'line', 'stepMinutes', 'currency', 'stepSavesPerYear'];
  const { currency, language, rules } = options;
  const lines = plan.items.flatMap(({ findings, minutes, savedEur, isIndispensable }, index) =>
    findings.map(({ rule, file, range }) => [
      index + 1,
      isIndispensable ? 'yes' : 'no',
      rule,
      rules.get(rule)?.title[language],
      file,
      range.start.line + 1,
      Number(minutes.toFixed(1)),
      currency.code,
      Number((savedEur * currency.perEur).toFixed(2)),
    ]),
  );
  return [header, ...lines].map((cells) => cells.map(csvCell).join(',') + '\r\n').join('');
}

function planned({ rule, file, range, fingerprint, message }: Finding, { language, rules }: PlanReportOptions): object {
  return {
    rule,
    title: rules.get(rule)?.title[language] ?? message[language],
    message: message[language],
    file,
    line: range.start.line + 1,
    fingerprint,
  };
}
