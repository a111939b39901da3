import { formatPercent } from '../base/typography.ts';
import { channels } from '../cost/price.ts';
import {
  triageClasses,
  type AssessedFinding,
  type Assessment,
  type ReportOptions,
  type Triage,
} from '../triage/assessment.ts';
import { classMeanings, classNames } from '../triage/labels.ts';
import { findingSentence } from './finding-sentence.ts';
import { htmlMessage, htmlText } from './html-text.ts';
import { htmlWords } from './html-words.ts';
import { createReportFigures } from './report-figures.ts';
import { channelMeanings, channelTitles, outcomeSentence, remarks } from './report-prose.ts';
import { reportWords } from './report-words.ts';

const firstCount = 10;

/** Each class of work with its number, its yearly cost and the effort to mend it. */
export function classCards({ totalsByClass, currency }: Assessment, { language }: ReportOptions): string {
  const words = htmlWords[language];
  const figures = createReportFigures(currency, language);
  const cards = triageClasses.map((name) => {
    const { findings, leaveEur, fixMinutes } = totalsByClass[name];
    const lines = [
      `<h3 class="tag">${htmlText(classMeanings[name][language])}</h3>`,
      ...(findings === 0 ? [] : [`<div class="amount">${htmlText(words.perYear(figures.about(leaveEur)))}</div>`]),
      `<div>${htmlText(reportWords[language].findings(findings))}</div>`,
      ...(findings === 0 ? [] : [`<div>${htmlText(words.toMend(figures.effort(fixMinutes)))}</div>`]),
    ];
    return `<div class="card ${name}">${lines.join('')}</div>`;
  });
  return section(words.classes, `<div class="cards">${cards.join('')}</div>`);
}

/** The yearly cost by cause, each explained. */
export function channelTable({ totals, currency }: Assessment, { language }: ReportOptions): string {
  const words = htmlWords[language];
  const figures = createReportFigures(currency, language);
  const rows = channels
    .filter((channel) => totals.byChannelEur[channel].mean > 0)
    .sort((a, b) => totals.byChannelEur[b].mean - totals.byChannelEur[a].mean)
    .map((channel) => {
      const range = totals.byChannelEur[channel];
      const share = Math.min(1, range.mean / totals.leaveEur.mean);
      return [
        `<strong>${htmlText(channelTitles[channel][language])}</strong>${bar(share, words.share(formatPercent(share, language)))}`,
        htmlText(words.perYear(figures.about(range))),
        `<span class="soft">${htmlText(channelMeanings[channel][language])}</span>`,
      ];
    });
  return rows.length === 0 ? '' : section(words.channels, table([], rows));
}

/** The ten findings that stand first, told through what they mean for the business. */
export function firstToMend(assessment: Assessment, options: ReportOptions): string {
  const words = htmlWords[options.language];
  const first = assessment.findings.filter(isOpen).slice(0, firstCount);
  if (first.length === 0) return section(words.first, `<p>${htmlText(words.nothing)}</p>`);
  const items = first.map(
    (assessed) => `<li class="card ${assessed.triage.class}">${findingCard(assessed, assessment, options)}</li>`,
  );
  return section(words.first, `<ol class="first">${items.join('')}</ol>`);
}

function findingCard(assessed: AssessedFinding, assessment: Assessment, { language, rules }: ReportOptions): string {
  const { finding, triage } = assessed;
  const rule = rules.get(finding.rule);
  return [
    `<h3>${htmlText(rule?.title[language] ?? finding.rule)}</h3>`,
    ...(rule === undefined ? [] : [`<p>${htmlMessage(rule.forLeads[language])}</p>`]),
    `<p>${htmlMessage(findingSentence(assessed, language, assessment.currency))}</p>`,
    `<p class="soft">${htmlText(triage.reason[language])} <code>${place(assessed)}</code></p>`,
  ].join('');
}

/** What the words and ranges mean. */
export function glossary({ language }: ReportOptions): string {
  const words = htmlWords[language];
  const terms = words.glossary.map(([term, meaning]) => `<dt>${htmlText(term)}</dt><dd>${htmlText(meaning)}</dd>`);
  return section(words.howToRead, `<dl>${terms.join('')}</dl>`);
}

/** What was looked at, what was left out, and what went wrong. */
export function runSection(assessment: Assessment, { language }: ReportOptions): string {
  const lines = remarks(assessment, language).map(({ level, text, file }) => {
    const where = file === undefined ? '' : `<code>${htmlText(file)}</code> `;
    return `<li class="${level}">${where}${htmlMessage(text)}</li>`;
  });
  const list = lines.length === 0 ? '' : `<ul>${lines.join('')}</ul>`;
  return section(htmlWords[language].aboutRun, `<p>${htmlText(outcomeSentence(assessment, language))}</p>${list}`);
}

/** The gate's answer, where one is configured. */
export function gateSection({ gate }: Assessment, { language }: ReportOptions): string {
  if (gate === undefined) return '';
  const { gatePassed, gateFailed } = reportWords[language];
  if (gate.passed) return `<p>${htmlText(gatePassed)}</p>`;
  const failures = gate.failures.map((failure) => `<li>${htmlText(failure[language])}</li>`);
  return `<p class="error"><strong>${htmlText(gateFailed)}</strong></p><ul>${failures.join('')}</ul>`;
}

/** Every finding in order, those set aside included and marked. */
export function allFindings(assessment: Assessment, { language }: ReportOptions): string {
  if (assessment.findings.length === 0) return '';
  const { columns } = reportWords[language];
  const rows = assessment.findings.map((assessed) => {
    const { finding, triage } = assessed;
    return [
      `<span class="${triage.class}"><span class="tag">${htmlText(classNames[triage.class][language])}</span></span>`,
      `${htmlMessage(findingSentence(assessed, language, assessment.currency))} <small>${htmlText(finding.rule)}${reasonOf(triage)}</small>`,
      `<code>${place(assessed)}</code>`,
    ];
  });
  return section(htmlWords[language].all, table([columns.class, columns.what, columns.place], rows));
}

function reasonOf({ statusReason }: Triage): string {
  return statusReason === undefined ? '' : ` · ${htmlText(statusReason)}`;
}

function isOpen({ triage }: AssessedFinding): boolean {
  return triage.status === 'open' || triage.status === 'planned';
}

function place({ finding }: AssessedFinding): string {
  return htmlText(`${finding.file}:${finding.range.start.line + 1}`);
}

function bar(share: number, label: string): string {
  const width = (share * 100).toFixed(1);
  return `<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${htmlText(label)}"><rect width="${width}" height="6" rx="1"/></svg>`;
}

function section(title: string, content: string): string {
  return `<section><h2>${htmlText(title)}</h2>${content}</section>`;
}

/** A table whose cells are HTML already. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const head =
    header.length === 0
      ? ''
      : `<thead><tr>${header.map((cell) => `<th scope="col">${htmlText(cell)}</th>`).join('')}</tr></thead>`;
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>${head}<tbody>${body.join('\n')}</tbody></table>`;
}
