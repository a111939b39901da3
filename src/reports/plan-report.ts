import { formatDays, formatEffort } from '../base/duration.ts';
import type { Language } from '../base/language.ts';
import { createMoneyFormat, type MoneyFormat } from '../base/money.ts';
import type { ReportOptions, RuleCatalogue } from '../triage/assessment.ts';
import type { PlanItem } from '../triage/plan-items.ts';
import type { PlanPart, WorkPlan } from '../triage/plan-assessment.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { planReportWords, type PlanReportWords } from './plan-report-words.ts';
import type { DisplayCurrency } from './report-cost.ts';
import type { TextStyle } from './text-style.ts';
import { wrapText } from './terminal-width.ts';
import { visibleText } from './visible-text.ts';

export interface PlanReportOptions extends ReportOptions {
  readonly currency: DisplayCurrency;
}

/** A plan for a person at a terminal: what to mend in which order, for whom, and what stays. */
export function prettyPlan(
  plan: WorkPlan,
  options: PlanReportOptions & { readonly style: TextStyle; readonly width: number },
): string {
  const { style, width } = options;
  const page = pageOf(plan, options);
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', style.bold(title), ...lines.flatMap((line) => hanging(visibleText(line), width))];
  return [
    ...wrapText(style.bold(page.headline), width),
    ...list(
      page.words.items,
      page.items.map((item, index) => `${index + 1}. ${item.what} · ${item.cost}`),
    ),
    ...list(page.words.byTeam, page.byTeam),
    ...list(page.words.byArea, page.byArea),
    '',
    ...page.closing.flatMap((line) => wrapText(line, width)),
    '',
  ].join('\n');
}

/** A plan as Markdown. */
export function markdownPlan(plan: WorkPlan, options: PlanReportOptions): string {
  const page = pageOf(plan, options);
  const bullets = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${title}`, lines.map((line) => `- ${markdownText(line)}`).join('\n')];
  const rows = page.items.map(
    ({ what, where, minutes, saved }, index) =>
      `| ${index + 1} | ${markdownText(what)} ${markdownCode(where)} | ${minutes} | ${saved} |`,
  );
  const { columns } = page.words;
  const table = [`| # | ${columns.what} | ${columns.effort} | ${columns.saved} |`, '| -: | - | -: | -: |', ...rows];
  return (
    [
      `**${markdownText(page.headline)}**`,
      ...(rows.length === 0 ? [] : [table.join('\n')]),
      ...bullets(page.words.byTeam, page.byTeam),
      ...bullets(page.words.byArea, page.byArea),
      ...page.closing.map(markdownText),
    ].join('\n\n') + '\n'
  );
}

interface Page {
  readonly words: PlanReportWords;
  readonly headline: string;
  readonly items: readonly ItemLine[];
  readonly byTeam: readonly string[];
  readonly byArea: readonly string[];
  /** What stays, and what waiting costs. */
  readonly closing: readonly string[];
}

interface ItemLine {
  readonly what: string;
  readonly where: string;
  readonly minutes: string;
  readonly saved: string;
  readonly cost: string;
}

function pageOf(plan: WorkPlan, { language, currency, rules }: PlanReportOptions): Page {
  const words = planReportWords[language];
  const money = createMoneyFormat(language, currency);
  const part = ({ name, findings, minutes, savedEur }: PlanPart): string =>
    words.part(name ?? words.nobody, findings, formatDays(minutes, language), money.rounded(savedEur));
  const hasParts = (parts: readonly PlanPart[]): boolean => parts.some(({ name }) => name !== undefined);
  const days = formatDays(plan.minutes, language);
  const findings = plan.items.reduce((sum, item) => sum + item.findings.length, 0);
  const summary = { findings, days, saved: money.rounded(plan.savedEur), cost: costOf(plan, money) };
  return {
    words,
    headline: plan.items.length === 0 ? words.nothing(plan.goal.kind) : words.headline(plan.goal.kind, summary),
    items: plan.items.map((item) => itemLine(item, language, money, rules)),
    byTeam: hasParts(plan.byTeam) ? plan.byTeam.map(part) : [],
    byArea: hasParts(plan.byArea) ? plan.byArea.map(part) : [],
    closing: [
      words.left(plan.left.length, money.rounded(plan.waitingEurPerMonth)),
      ...(plan.indispensableLeft > 0 ? [words.indispensableLeft(plan.indispensableLeft)] : []),
    ],
  };
}

function costOf({ before, minutes }: WorkPlan, money: MoneyFormat): string {
  const eurPerMinute = before.fixMinutes.mean > 0 ? before.fixEur.mean / before.fixMinutes.mean : 0;
  return money.rounded(minutes * eurPerMinute);
}

function itemLine(item: PlanItem, language: Language, money: MoneyFormat, rules: RuleCatalogue): ItemLine {
  const words = planReportWords[language];
  const [first] = item.findings;
  const title = first === undefined ? '' : (rules.get(first.rule)?.title[language] ?? first.message[language]);
  const where = first === undefined ? '' : `${first.file}:${first.range.start.line + 1}`;
  const others = item.findings.length - 1;
  const what = `${item.isIndispensable ? `${words.mustFix} · ` : ''}${title}${others > 0 ? ` ${words.andMore(others)}` : ''}`;
  const minutes = formatEffort(item.minutes, language);
  const saved = money.rounded(item.savedEur);
  return { what, where, minutes, saved, cost: `${where} · ${words.itemCost(minutes, saved)}` };
}

function hanging(text: string, width: number): string[] {
  return wrapText(text, width - 5).map((line, index) => (index === 0 ? `  ${line}` : `     ${line}`));
}
