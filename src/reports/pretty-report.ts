import { channels } from '../cost/price.ts';
import { inlineText } from '../triage/inline-text.ts';
import {
  triageClasses,
  type AssessedFinding,
  type Assessment,
  type ReportOptions,
  type TriageClass,
} from '../triage/assessment.ts';
import { classMeanings } from '../triage/labels.ts';
import { createReportFigures } from './report-figures.ts';
import {
  channelTitles,
  headline,
  incidentSentence,
  outcomeSentence,
  remarks,
  setAsideSentence,
  totalsClause,
  trustSentence,
  type Remark,
} from './report-prose.ts';
import { reportWords } from './report-words.ts';
import { terminalWidth, wrapText } from './terminal-width.ts';
import type { TextStyle } from './text-style.ts';
import { visibleText } from './visible-text.ts';

export interface PrettyOptions extends ReportOptions {
  readonly style: TextStyle;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Findings shown of each class; the rest is counted. */
const shown: Readonly<Record<TriageClass, number>> = { indispensable: 50, useful: 20, incidental: 5 };

/** The assessment for a person at a terminal: what it costs, what to mend first, what was left out. */
export function prettyReport(assessment: Assessment, options: PrettyOptions): string {
  const sections = [
    titleLines(assessment, options),
    headLines(assessment, options),
    channelLines(assessment, options),
    ...triageClasses.map((name) => classLines(name, assessment, options)),
    gateLines(assessment, options),
    remarks(assessment, options.language).flatMap((remark) => remarkLines(remark, options)),
    lastLines(assessment, options),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n') + '\n')
    .join('\n');
}

function titleLines({ tool, root }: Assessment, { style }: PrettyOptions): string[] {
  return [`${style.bold('CTO Guardrails')} ${tool.version} ${style.dim(`· ${visibleText(root)}`)}`];
}

function headLines(assessment: Assessment, { language, style, width }: PrettyOptions): string[] {
  const incident = incidentSentence(assessment, language);
  return [
    ...wrapText(headline(assessment, language), width).map(style.bold),
    ...(incident === undefined ? [] : wrapText(incident, width)),
  ];
}

function channelLines({ totals, currency }: Assessment, { language }: PrettyOptions): string[] {
  const figures = createReportFigures(currency, language);
  const title = { en: 'Where it comes from, a year', fr: 'D’où cela vient, par an' }[language];
  const rows = channels
    .filter((channel) => totals.byChannelEur[channel].mean > 0)
    .sort((a, b) => totals.byChannelEur[b].mean - totals.byChannelEur[a].mean)
    .map((channel) => [channelTitles[channel][language], figures.range(totals.byChannelEur[channel])] as const);
  const widest = Math.max(0, ...rows.map(([label]) => terminalWidth(label)));
  return rows.length === 0 ? [] : [title, ...rows.map(([label, amount]) => `  ${padded(label, widest)}  ${amount}`)];
}

function classLines(name: TriageClass, assessment: Assessment, options: PrettyOptions): string[] {
  const { language, style, width } = options;
  const findings = assessment.findings.filter(({ triage }) => triage.class === name && isCounted(triage.status));
  if (findings.length === 0) return [];
  const title = `${classMeanings[name][language]} · ${reportWords[language].findings(findings.length)}`;
  const paint = { indispensable: style.red, useful: style.yellow, incidental: style.cyan }[name];
  const rest = findings.length - shown[name];
  return [
    ...wrapText(title, width).map((line) => style.bold(paint(line))),
    ...wrapText(totalsClause(assessment.totalsByClass[name], assessment, language), width).map(style.dim),
    ...findings.slice(0, shown[name]).flatMap((assessed) => findingLines(assessed, assessment, options)),
    ...(rest > 0 ? wrapText(reportWords[language].more(rest), width - 2).map((line) => style.dim(`  ${line}`)) : []),
  ];
}

function isCounted(status: AssessedFinding['triage']['status']): boolean {
  return status === 'open' || status === 'planned';
}

function findingLines(assessed: AssessedFinding, { currency }: Assessment, options: PrettyOptions): string[] {
  const { language, style, width } = options;
  const { finding } = assessed;
  const place = `${visibleText(finding.file)}:${finding.range.start.line + 1}:${finding.range.start.column + 1}`;
  const message = wrapText(visibleText(finding.message[language]), width - 4);
  const money = wrapText(inlineText(assessed, language, currency), width - 4);
  return [
    `  ${place} ${style.dim(`${finding.rule} ${finding.fingerprint}`)}`,
    ...message.map((line) => `    ${line}`),
    ...money.map((line) => `    ${style.dim(line)}`),
  ];
}

function gateLines({ gate }: Assessment, { language, style }: PrettyOptions): string[] {
  if (gate === undefined) return [];
  const words = reportWords[language];
  if (gate.passed) return [words.gatePassed];
  return [
    style.bold(style.red(words.gateFailed)),
    ...gate.failures.map((failure) => `  ${visibleText(failure[language])}`),
  ];
}

function remarkLines({ level, text, file }: Remark, { style, width }: PrettyOptions): string[] {
  const mark = { error: style.red('✗'), warning: style.yellow('!'), info: style.dim('·') }[level];
  const whole = file === undefined ? text : `${file}: ${text}`;
  return wrapText(visibleText(whole), width - 2).map((line, index) => `${index === 0 ? mark : ' '} ${line}`);
}

function lastLines(assessment: Assessment, { language, style, width }: PrettyOptions): string[] {
  const setAside = setAsideSentence(assessment, language);
  return [
    ...(setAside === undefined ? [] : wrapText(setAside, width)),
    ...wrapText(trustSentence(assessment, language), width).map(style.dim),
    ...wrapText(outcomeSentence(assessment, language), width).map(style.bold),
  ];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - terminalWidth(text)));
}
