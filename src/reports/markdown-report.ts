import {
  triageClasses,
  type AssessedFinding,
  type Assessment,
  type ReportOptions,
  type TriageClass,
} from '../triage/assessment.ts';
import { classMeanings, classNames } from '../triage/labels.ts';
import { findingSentence } from './finding-sentence.ts';
import { htmlText } from './html-text.ts';
import { markdownCode, markdownMessage, markdownText } from './markdown-text.ts';
import { createReportFigures } from './report-figures.ts';
import {
  headline,
  incidentSentence,
  outcomeSentence,
  remarks,
  setAsideSentence,
  trustSentence,
} from './report-prose.ts';
import { reportWords } from './report-words.ts';

/** Findings listed of each class; a comment on a pull request has a limited length. The rest is counted. */
const listed = 100;

/** The assessment as GitHub-flavoured Markdown: one sentence, one small table, everything else folded. */
export function markdownReport(assessment: Assessment, options: ReportOptions): string {
  const { language } = options;
  const setAside = setAsideSentence(assessment, language);
  const blocks = [
    `**${markdownText(headline(assessment, language))}**`,
    incidentSentence(assessment, language),
    classTable(assessment, options),
    gateBlock(assessment, options),
    ...triageClasses.map((name) => classDetails(name, assessment, options)),
    setAside,
    remarksDetails(assessment, options),
    `${trustSentence(assessment, language)}  \n${outcomeSentence(assessment, language)} · CTO Guardrails ${assessment.tool.version}`,
  ];
  return blocks.filter((block) => block !== undefined && block !== '').join('\n\n') + '\n';
}

function classTable({ totals, totalsByClass, currency }: Assessment, { language }: ReportOptions): string {
  if (totals.findings === 0) return '';
  const figures = createReportFigures(currency, language);
  const { columns } = reportWords[language];
  const rows = triageClasses
    .filter((name) => totalsByClass[name].findings > 0)
    .map((name) => {
      const { findings, leaveEur, fixMinutes } = totalsByClass[name];
      return [classNames[name][language], findings, figures.range(leaveEur), figures.effort(fixMinutes)];
    });
  return table([columns.class, columns.findings, columns.perYear, columns.fix], ['-', '-:', '-:', '-:'], rows);
}

function gateBlock({ gate }: Assessment, { language }: ReportOptions): string | undefined {
  if (gate === undefined) return undefined;
  const { gatePassed, gateFailed } = reportWords[language];
  if (gate.passed) return gatePassed;
  return [`**${gateFailed}**`, '', ...gate.failures.map((failure) => `- ${markdownText(failure[language])}`)].join(
    '\n',
  );
}

function classDetails(name: TriageClass, assessment: Assessment, options: ReportOptions): string {
  const { language } = options;
  const findings = assessment.findings.filter(
    ({ triage }) => triage.class === name && (triage.status === 'open' || triage.status === 'planned'),
  );
  if (findings.length === 0) return '';
  const words = reportWords[language];
  const rows = findings.slice(0, listed).map((assessed) => findingRow(assessed, assessment, options));
  const rest = findings.length - rows.length;
  return details(`${classMeanings[name][language]} · ${reportWords[language].findings(findings.length)}`, [
    table([words.columns.place, words.columns.what], ['-', '-'], rows),
    ...(rest > 0 ? [markdownText(words.more(rest))] : []),
  ]);
}

function findingRow(assessed: AssessedFinding, { currency }: Assessment, { language }: ReportOptions): string[] {
  const { file, range, rule } = assessed.finding;
  return [
    markdownCode(`${file}:${range.start.line + 1}`),
    `${markdownMessage(findingSentence(assessed, language, currency))} (${markdownCode(rule)})`,
  ];
}

function remarksDetails(assessment: Assessment, { language }: ReportOptions): string {
  const lines = remarks(assessment, language).map(
    ({ text, file }) => `- ${file === undefined ? '' : `${markdownCode(file)} `}${markdownMessage(text)}`,
  );
  return lines.length === 0 ? '' : details(reportWords[language].remarks(lines.length), [lines.join('\n')]);
}

function details(summary: string, blocks: readonly string[]): string {
  return ['<details>', `<summary>${htmlText(summary)}</summary>`, '', blocks.join('\n\n'), '', '</details>'].join('\n');
}

function table(
  header: readonly string[],
  alignment: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return [header, alignment, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
