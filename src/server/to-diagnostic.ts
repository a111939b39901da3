import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type Range } from 'vscode-languageserver';
import type { Language } from '../base/language.ts';
import type { TextRange } from '../base/text-range.ts';
import type { EditorSettings, ShownSeverity } from '../config/editor-settings.ts';
import type { Finding } from '../findings/finding.ts';
import { diagnosticSource } from '../protocol/server-messages.ts';
import { rulePageUri } from '../reports/rule-page-uri.ts';
import type { Assessment, AssessedFinding } from '../triage/assessment.ts';
import { inlineMinimumEur, inlineText } from '../triage/inline-text.ts';

/** How diagnostics are worded and shown. */
export interface DiagnosticLook {
  readonly language: Language;
  readonly severity: EditorSettings['severity'];
  /** Version of this product, for links to the rules' pages. */
  readonly version: string;
  uriOf(file: string): string;
}

/** What travels with a diagnostic to code actions. */
export interface DiagnosticData {
  readonly fingerprint: string;
}

/** A finding with its price as a diagnostic; undefined when it is set aside or the user hides its class. */
export function toDiagnostic(
  assessed: AssessedFinding,
  currency: Assessment['currency'],
  look: DiagnosticLook,
): Diagnostic | undefined {
  const { finding, triage, price } = assessed;
  if (triage.status !== 'open' && triage.status !== 'planned') return undefined;
  const shown = look.severity[triage.class];
  if (shown === 'off') return undefined;
  // What is not worth an amount is not worth a squiggle.
  const severity = price.leaveEur.mean < inlineMinimumEur ? DiagnosticSeverity.Hint : severities[shown];
  const message = `${finding.message[look.language]} · ${inlineText(assessed, look.language, currency)}`;
  return { ...bareDiagnostic(finding, look), severity, message };
}

/** A finding that has no price yet: it was typed a moment ago. */
export function toUnpricedDiagnostic(finding: Finding, look: DiagnosticLook): Diagnostic | undefined {
  return finding.suppression ? undefined : bareDiagnostic(finding, look);
}

/** A range of the protocol. */
export function toRange({ start, end }: TextRange): Range {
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

const severities: Readonly<Record<Exclude<ShownSeverity, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

function bareDiagnostic(finding: Finding, look: DiagnosticLook): Diagnostic {
  const data: DiagnosticData = { fingerprint: finding.fingerprint };
  return {
    range: toRange(finding.range),
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    code: finding.rule,
    ...(finding.origin === undefined && { codeDescription: { href: rulePageUri(finding.rule, look.version) } }),
    message: finding.message[look.language],
    relatedInformation: finding.related.map(({ file, range, message }) => ({
      location: { uri: look.uriOf(file), range: toRange(range) },
      message: message[look.language],
    })),
    ...(finding.tag && { tags: [tags[finding.tag]] }),
    data,
  };
}
