import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { readConfiguration, type Configuration } from '../config/configuration.ts';
import { isShownByOthers } from '../audit/foreign/editor-findings.ts';
import { diagnosticSource, type DiagnosticIdentifier } from '../protocol/server-messages.ts';
import { rules } from '../rules/registry.generated.ts';
import type { Assessment, AssessedFinding } from '../triage/assessment.ts';
import type { FolderSession } from './folder-session.ts';
import { toDiagnostic, toRange, toUnpricedDiagnostic, type DiagnosticLook } from './to-diagnostic.ts';

/**
 * Diagnostics of a document from its text alone: its configuration's mistakes, or what the syntactic rules find,
 * with prices as far as the newest assessment knows the same findings.
 */
export function syntaxItems(session: FolderSession, file: string, text: string, look: DiagnosticLook): Diagnostic[] {
  if (isConfigurationFile(file)) return configurationItems(configurationOf(file, text), file, look);
  const assessment = session.result?.assessment;
  const priced = new Map(findingsOf(assessment, file).map((assessed) => [assessed.finding.fingerprint, assessed]));
  return session.syntaxFindings(file, text).flatMap((finding) => {
    const known = priced.get(finding.fingerprint);
    const diagnostic =
      known && assessment
        ? toDiagnostic({ ...known, finding }, assessment.currency, look)
        : toUnpricedDiagnostic(finding, look);
    return diagnostic ?? [];
  });
}

/** Diagnostics of a file that the newest assessment holds for one identifier. */
export function assessedItems(
  session: FolderSession,
  file: string,
  identifier: DiagnosticIdentifier,
  look: DiagnosticLook,
): Diagnostic[] {
  if (isConfigurationFile(file)) {
    return identifier === 'syntax' ? configurationItems(session.configuration, file, look) : [];
  }
  const assessment = session.result?.assessment;
  if (!assessment) return [];
  return findingsOf(assessment, file)
    .filter(({ finding }) => identifierOf(finding.rule) === identifier && !isShownByOthers(finding))
    .flatMap((assessed) => toDiagnostic(assessed, assessment.currency, look) ?? []);
}

/** Files that have, or may have, diagnostics of their own. */
export function filesWithItems(session: FolderSession): string[] {
  const files = (session.result?.assessment.findings ?? []).map(({ finding }) => finding.file);
  return [...new Set([...files, ...session.configuration.problems.map(({ file }) => file)])];
}

const syntacticRules: ReadonlySet<string> = new Set(
  rules.filter(({ needs }) => (needs ?? 'syntax') === 'syntax').map(({ id }) => id),
);

function identifierOf(rule: string): DiagnosticIdentifier {
  return syntacticRules.has(rule) ? 'syntax' : 'full';
}

function findingsOf(assessment: Assessment | undefined, file: string): AssessedFinding[] {
  return (assessment?.findings ?? []).filter(({ finding }) => finding.file === file);
}

function isConfigurationFile(file: string): boolean {
  return file === 'cto-guardrails.json' || file.endsWith('/cto-guardrails.json');
}

function configurationOf(file: string, text: string): Configuration {
  const given = { file, text };
  return file.includes('/') ? readConfiguration(undefined, [given]) : readConfiguration(given, []);
}

function configurationItems({ problems }: Configuration, file: string, { language }: DiagnosticLook): Diagnostic[] {
  return problems
    .filter((problem) => problem.file === file)
    .map(({ range, text }) => ({
      range: toRange(range),
      severity: DiagnosticSeverity.Error,
      source: diagnosticSource,
      code: 'configuration',
      message: text[language],
    }));
}
