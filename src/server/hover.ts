import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../package.json';
import { ruleCatalogue } from '../audit/rule-catalogue.ts';
import { formatEffort, formatMonths } from '../base/duration.ts';
import type { Language } from '../base/language.ts';
import { createMoneyFormat, type Currency } from '../base/money.ts';
import { formatPercent, french } from '../base/typography.ts';
import { clientCommands, type ExplainParams } from '../protocol/server-messages.ts';
import { markdownMessage, markdownText } from '../reports/markdown-text.ts';
import { rulePageUri } from '../reports/rule-page-uri.ts';
import type { Finding } from '../findings/finding.ts';
import type { AssessedFinding } from '../triage/assessment.ts';
import { classLabel } from '../triage/labels.ts';
import { dependencyText } from './dependency-hover.ts';
import { findingsAt, isShown, type ShownFinding } from './findings-at.ts';
import type { Located } from './folders.ts';
import { toRange } from './to-diagnostic.ts';

/** What is known of the dependency at a position and the breakdown of the findings there, as Markdown in which nothing of the workspace is markup. */
export function hoverAt(
  located: Located,
  document: TextDocument,
  position: Position,
  language: Language,
): Hover | undefined {
  const shown = findingsAt(located, document, { start: position, end: position }).filter(isShown);
  const { result } = located.folder.session;
  if (!result) return undefined;
  const { currency } = result.assessment;
  const at = { line: position.line, column: position.character };
  const card = isManifest(located.file) ? result.dependencyAt(located.file, document.getText(), at) : undefined;
  const range = card?.range ?? shown[0]?.finding.range;
  if (!range) return undefined;
  const isInStep = result.textOf(located.file) === document.getText();
  const onLine = card && isInStep ? findingsAt(located, document, toRange(card.range)).filter(isShown) : undefined;
  const texts = [
    ...(card ? [dependencyText(card, onLine, language, currency)] : []),
    ...shown.map((one) => findingText(one, document.uri, language, currency)),
  ];
  return { range: toRange(range), contents: { kind: MarkupKind.Markdown, value: texts.join('\n\n---\n\n') } };
}

function isManifest(file: string): boolean {
  return file === 'package.json' || file.endsWith('/package.json');
}

function findingText({ finding, assessed }: ShownFinding, uri: string, language: Language, currency: Currency): string {
  const rule = ruleCatalogue().get(finding.rule);
  const title = `**${markdownText(assessed ? classLabel(assessed, language) : finding.rule)}** — ${markdownMessage(finding.message[language])}`;
  return [
    title,
    ...(rule ? [markdownText(rule.forLeads[language])] : []),
    ...(assessed ? [priceTable(assessed, language, currency)] : []),
    links(finding, assessed ? { uri, fingerprint: finding.fingerprint } : undefined, language),
  ].join('\n\n');
}

function priceTable({ price }: AssessedFinding, language: Language, currency: Currency): string {
  const money = createMoneyFormat(language, currency);
  const between = (range: { readonly p10: number; readonly p90: number }): string => money.range(range.p10, range.p90);
  const words = labels[language];
  const rows = [
    [words.fix, `${formatEffort(price.fixMinutes.p50, language)} · ${between(price.fixEur)}`],
    ...(price.carryingEur.mean > 0 ? [[words.carrying, between(price.carryingEur)]] : []),
    ...(price.incident
      ? [
          [
            words.exposure,
            words.ifItHappens(
              formatPercent(price.incident.probabilityPerYear, language),
              between(price.incident.lossEur),
            ),
          ],
        ]
      : []),
    ...(price.paybackMonths === undefined
      ? []
      : [[words.payback, words.paidBackIn(formatMonths(price.paybackMonths, language))]]),
    [words.driver, price.largestDriver[language]],
    [words.grade, price.grade],
  ];
  const lines = rows.map(([label = '', value = '']) => `| ${markdownText(label)} | ${markdownText(value)} |`);
  return ['| | |', '|---|---|', ...lines].join('\n');
}

/** The command link works where the client trusts it; the page of the rule is a plain address. */
function links({ rule, origin }: Finding, explain: ExplainParams | undefined, language: Language): string {
  const page =
    origin === undefined
      ? `[${markdownText(rule)}](${rulePageUri(rule, version)})`
      : `${markdownText(rule)} (${markdownText(origin)})`;
  if (!explain) return page;
  const argument = encodeURIComponent(JSON.stringify([explain]));
  return `[${labels[language].explain}](command:${clientCommands.explainCost}?${argument}) · ${page}`;
}

const labels = {
  en: {
    fix: 'Fix',
    carrying: 'Carrying it, a year',
    exposure: 'Incident exposure',
    payback: 'Payback',
    driver: 'What changes it most',
    grade: 'Confidence',
    explain: 'Explain the cost',
    ifItHappens: (chance: string, loss: string) => `about ${chance} a year; if it happens, typically ${loss}`,
    paidBackIn: (months: string) => `in ${months}`,
  },
  fr: {
    fix: 'Correction',
    carrying: 'Le garder, par an',
    exposure: 'Exposition aux incidents',
    payback: 'Remboursement',
    driver: 'Ce qui change le plus ce chiffre',
    grade: 'Fiabilité',
    explain: 'Expliquer le coût',
    ifItHappens: (chance: string, loss: string) =>
      french(`environ ${chance} par an ; si cela arrive, le plus souvent ${loss}`),
    paidBackIn: (months: string) => `en ${months}`,
  },
} as const;
