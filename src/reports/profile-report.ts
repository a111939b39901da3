import type { Language } from '../base/language.ts';
import { createMoneyFormat } from '../base/money.ts';
import { formatNumber, french, noBreakSpace } from '../base/typography.ts';
import type { AreaTime } from '../cost/time-by-area.ts';
import type { Sensitivity } from '../cost/sensitivity.ts';
import { classNames } from '../triage/labels.ts';
import type { ProfileComparison } from '../triage/compare-profiles.ts';
import { markdownText } from './markdown-text.ts';
import type { DisplayCurrency } from './report-cost.ts';
import { createReportFigures } from './report-figures.ts';
import { terminalWidth, wrapText } from './terminal-width.ts';
import type { TextStyle } from './text-style.ts';
import { visibleText } from './visible-text.ts';

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

/** The facts as Markdown. */
export function markdownProfile(facts: ProfileFacts, language: Language, currency: DisplayCurrency): string {
  const blocks = profileSections(facts, language, currency).flatMap(({ title, lines, bullets, table }) => [
    `## ${title}`,
    ...lines,
    ...(bullets.length === 0 ? [] : [bullets.map((bullet) => `- ${markdownText(bullet)}`).join('\n')]),
    ...(table === undefined ? [] : [markdownTable(table)]),
  ]);
  return blocks.join('\n\n') + '\n';
}

/** The facts for a person at a terminal: tables in columns. */
export function prettyProfile(
  facts: ProfileFacts,
  { language, currency, style, width }: ProfilePage & { readonly style: TextStyle; readonly width: number },
): string {
  return profileSections(facts, language, currency)
    .map(({ title, lines, bullets, table }) =>
      [
        style.bold(title),
        ...(table === undefined ? [] : columnLines(table, style)),
        ...lines.flatMap((line) => wrapText(line, width)),
        ...bullets.map((bullet) => `  ${visibleText(bullet)}`),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

interface ProfilePage {
  readonly language: Language;
  readonly currency: DisplayCurrency;
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly bullets: readonly string[];
  /** The first column is a name, the others are figures. */
  readonly table?: Table;
}

function profileSections(facts: ProfileFacts, language: Language, currency: DisplayCurrency): readonly Section[] {
  const words = profileWords[language];
  return [
    ...(facts.comparison === undefined ? [] : [comparisonSection(facts.comparison, language, currency)]),
    { title: words.strongest, lines: [], bullets: [], table: sensitivityTable(facts.strongest, language, currency) },
    ...(facts.time.length === 0
      ? []
      : [{ title: words.time, lines: [words.notRanked], bullets: [], table: timeTable(facts.time, language) }]),
  ];
}

function comparisonSection(
  { before, after, changed }: ProfileComparison,
  language: Language,
  currency: DisplayCurrency,
): Section {
  const words = profileWords[language];
  const figures = createReportFigures(currency, language);
  const bullets = changed.slice(0, named).map(({ finding, from, to }) => {
    const place = `${finding.file}:${finding.range.start.line + 1} ${finding.rule}`;
    return `${place}${language === 'fr' ? '\u00a0' : ''}: ${classNames[from][language]} → ${classNames[to][language]}`;
  });
  return {
    title: words.change,
    lines: [
      words.beforeAfter(figures.about(before.leaveEur), figures.about(after.leaveEur)),
      changed.length === 0 ? words.noneChanged : words.changed(changed.length),
    ],
    bullets: changed.length > named ? [...bullets, words.more(changed.length - named)] : bullets,
  };
}

function sensitivityTable(strongest: readonly Sensitivity[], language: Language, currency: DisplayCurrency): Table {
  const { columns } = profileWords[language];
  const money = createMoneyFormat(language, currency);
  return {
    header: [columns.input, columns.half, columns.now, columns.double],
    rows: strongest.map(({ name, halfEur, nowEur, doubleEur }) => [
      name[language],
      ...[halfEur, nowEur, doubleEur].map((eur) => money.amount(eur)),
    ]),
  };
}

/** Areas named; those after take little. */
const namedAreas = 30;

function timeTable(time: readonly AreaTime[], language: Language): Table {
  const { columns } = profileWords[language];
  // Not in steps of 1, 2 and 5: these stand below each other and are added up.
  const percent = (part: number): string => `${formatNumber(part * 100, language)}${noBreakSpace}%`;
  return {
    header: [columns.area, columns.hours, columns.share, columns.fixes, columns.files],
    rows: time
      .slice(0, namedAreas)
      .map(({ name, hours, share, fixShare, files }) => [
        name,
        formatNumber(hours, language),
        percent(share),
        percent(fixShare),
        formatNumber(files, language),
      ]),
  };
}

function markdownTable({ header, rows }: Table): string {
  const rule = header.map((_, index) => (index === 0 ? '---' : '--:'));
  return [header, rule, ...rows.map((cells) => cells.map(markdownText))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function columnLines({ header, rows }: Table, style: TextStyle): readonly string[] {
  const shown = [header, ...rows.map((cells) => cells.map(visibleText))];
  const widths = header.map((_, column) => Math.max(...shown.map((cells) => terminalWidth(cells[column] ?? ''))));
  const lines = shown.map((cells) =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - terminalWidth(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join('   '),
  );
  const [title = '', ...body] = lines;
  return [`  ${style.dim(title)}`, ...body.map((line) => `  ${line}`)];
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
