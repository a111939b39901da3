import type { Language } from '../base/language.ts';
import { createMoneyFormat } from '../base/money.ts';
import { formatNumber, formatPercent, french } from '../base/typography.ts';
import type { AreaTime } from '../cost/time-by-area.ts';
import type { Sensitivity } from '../cost/sensitivity.ts';
import { classNames } from '../triage/labels.ts';
import type { ProfileComparison } from '../triage/compare-profiles.ts';
import { markdownText } from './markdown-text.ts';
import { createReportFigures } from './report-figures.ts';
import type { DisplayCurrency } from './report-cost.ts';

/** What a lead wants to know of the profile: what moves the total, where the time goes, what a change would do. */
export interface ProfileFacts {
  readonly strongest: readonly Sensitivity[];
  readonly time: readonly AreaTime[];
  /** Left out where no change is asked about. */
  readonly comparison?: ProfileComparison;
}

/** Findings named of those that change class; the rest is counted. */
const named = 20;

/** Totals before and after in one sentence, and how many findings change class. */
export function profileSentence(
  { before, after, changed }: ProfileComparison,
  language: Language,
  currency: DisplayCurrency,
): string {
  const words = profileWords[language];
  const figures = createReportFigures(currency, language);
  const classes = changed.length === 0 ? words.noneChanged : words.changed(changed.length);
  return `${words.beforeAfter(figures.about(before.leaveEur), figures.about(after.leaveEur))} ${classes}`;
}

/** The facts as Markdown, which also reads well in a terminal. */
export function profileReport(facts: ProfileFacts, language: Language, currency: DisplayCurrency): string {
  const words = profileWords[language];
  return (
    [
      ...(facts.comparison === undefined ? [] : comparisonBlocks(facts.comparison, language, currency)),
      `## ${words.strongest}`,
      sensitivityTable(facts.strongest, language, currency),
      ...(facts.time.length === 0 ? [] : [`## ${words.time}`, timeTable(facts.time, language), words.notRanked]),
    ].join('\n\n') + '\n'
  );
}

function comparisonBlocks(
  { before, after, changed }: ProfileComparison,
  language: Language,
  currency: DisplayCurrency,
): string[] {
  const words = profileWords[language];
  const figures = createReportFigures(currency, language);
  const rows = changed
    .slice(0, named)
    .map(
      ({ finding, from, to }) =>
        `- ${markdownText(`${finding.file}:${finding.range.start.line + 1} ${finding.rule}`)}: ${classNames[from][language]} → ${classNames[to][language]}`,
    );
  return [
    `## ${words.change}`,
    words.beforeAfter(figures.about(before.leaveEur), figures.about(after.leaveEur)),
    changed.length === 0 ? words.noneChanged : words.changed(changed.length),
    ...(rows.length === 0 ? [] : [rows.join('\n')]),
    ...(changed.length > named ? [words.more(changed.length - named)] : []),
  ];
}

function sensitivityTable(strongest: readonly Sensitivity[], language: Language, currency: DisplayCurrency): string {
  const { columns } = profileWords[language];
  const money = createMoneyFormat(language, currency);
  return table(
    [columns.input, columns.half, columns.now, columns.double],
    strongest.map(({ name, halfEur, nowEur, doubleEur }) => [
      name[language],
      ...[halfEur, nowEur, doubleEur].map((eur) => money.amount(eur)),
    ]),
  );
}

function timeTable(time: readonly AreaTime[], language: Language): string {
  const { columns } = profileWords[language];
  return table(
    [columns.area, columns.hours, columns.share, columns.fixes, columns.files],
    time
      .slice(0, 30)
      .map(({ name, hours, share, fixShare, files }) => [
        markdownText(name),
        formatNumber(hours, language),
        formatPercent(share, language),
        formatPercent(fixShare, language),
        formatNumber(files, language),
      ]),
  );
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const profileWords = {
  en: {
    strongest: 'What moves the total most',
    time: 'Where the time goes',
    change: 'What the change would do',
    notRanked: 'Hours of a year, from the history that prices rest on. Areas are compared, never people.',
    beforeAfter: (before: string, after: string) =>
      `Cost of leaving everything: ${before} a year before, ${after} a year after.`,
    noneChanged: 'No finding changes class.',
    changed: (count: number) => `Findings that change class: ${count}.`,
    more: (count: number) => `… and ${count} more.`,
    columns: {
      input: 'Input',
      half: 'at half',
      now: 'now, a year',
      double: 'at double',
      area: 'Area',
      hours: 'Hours a year',
      share: 'Share',
      fixes: 'Of it fixes',
      files: 'Files',
    },
  },
  fr: {
    strongest: 'Ce qui fait le plus varier le total',
    time: 'Où passe le temps',
    change: 'Ce que le changement ferait',
    notRanked:
      'Heures par an, d’après l’historique sur lequel reposent les prix. On compare des zones, jamais des personnes.',
    beforeAfter: (before: string, after: string) =>
      french(`Coût de l’inaction : ${before} par an avant, ${after} par an après.`),
    noneChanged: 'Aucun constat ne change de classe.',
    changed: (count: number) => french(`Constats qui changent de classe : ${count}.`),
    more: (count: number) => `… et ${count} de plus.`,
    columns: {
      input: 'Donnée',
      half: 'à la moitié',
      now: 'actuel, par an',
      double: 'au double',
      area: 'Zone',
      hours: 'Heures par an',
      share: 'Part',
      fixes: 'Dont corrections',
      files: 'Fichiers',
    },
  },
} as const;
