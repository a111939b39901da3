import { version } from '../../package.json';
import type { Language } from '../base/language.ts';
import { explainPrice } from '../cost/explain-price.ts';
import type { DerivationLine } from '../cost/price.ts';
import { markdownCode, markdownMessage, markdownText } from '../reports/markdown-text.ts';
import { rulePageUri } from '../reports/rule-page-uri.ts';
import { classLabel } from '../triage/labels.ts';
import type { Located } from './folders.ts';

/** The page that derives a finding's figures, as Markdown; null when the newest result does not hold the finding. */
export function explainFinding({ folder, file }: Located, fingerprint: string, language: Language): string | null {
  const { assessment, priced, rules } = folder.session.result ?? {};
  const isIt = ({ finding }: { readonly finding: { readonly file: string; readonly fingerprint: string } }): boolean =>
    finding.file === file && finding.fingerprint === fingerprint;
  const assessed = assessment?.findings.find(isIt);
  const workings = priced?.findings.find(isIt);
  if (!assessed || !priced || !workings) return null;
  const { finding, triage } = assessed;
  const rule = rules?.get(finding.rule);
  return [
    `# ${markdownText(rule?.title[language] ?? finding.rule)}`,
    markdownMessage(finding.message[language]),
    markdownCode(`${file}:${finding.range.start.line + 1}`),
    `**${markdownText(classLabel(assessed, language))}** · ${markdownText(triage.reason[language])}`,
    ...(rule ? [`> ${markdownText(rule.forLeads[language])}`] : []),
    table(explainPrice(workings, priced.context, 'developer'), language),
    finding.origin === undefined
      ? `[${markdownText(finding.rule)}](${rulePageUri(finding.rule, version)})`
      : `${markdownText(finding.rule)} (${markdownText(finding.origin)})`,
  ].join('\n\n');
}

function table(lines: readonly DerivationLine[], language: Language): string {
  const head = language === 'fr' ? '| Terme | Valeur | Source |' : '| Term | Value | Source |';
  const rows = lines.map(({ label, value, source }) => {
    const cells = [label[language], value[language], source?.[language] ?? ''].map(markdownText);
    return `| ${cells.join(' | ')} |`;
  });
  return [head, '|---|---|---|', ...rows].join('\n');
}
