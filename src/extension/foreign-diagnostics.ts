import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  diagnosticSource,
  foreignDiagnosticsRequest,
  type ForeignDiagnostic,
  type ForeignDiagnosticsResult,
} from '../protocol/server-messages.ts';
import type { SummaryView } from './summary-view.ts';

/** Prices what other extensions have told the editor until now, in place of what they had told before. */
export async function priceDiagnostics(
  client: LanguageClient,
  summary: SummaryView,
): Promise<ForeignDiagnosticsResult> {
  return send(client, summary, vscode.languages.getDiagnostics().flatMap(foreignOf));
}

/** Takes what other extensions told out of the totals. */
export async function forgetDiagnostics(
  client: LanguageClient,
  summary: SummaryView,
): Promise<ForeignDiagnosticsResult> {
  return send(client, summary, null);
}

async function send(
  client: LanguageClient,
  summary: SummaryView,
  diagnostics: readonly ForeignDiagnostic[] | null,
): Promise<ForeignDiagnosticsResult> {
  const title = vscode.l10n.t('CTO Guardrails: pricing diagnostics of other extensions');
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title };
  const result = await vscode.window.withProgress(options, (_progress, token) =>
    client.sendRequest<ForeignDiagnosticsResult>(foreignDiagnosticsRequest.method, { diagnostics }, token),
  );
  await summary.refresh();
  void vscode.window.showInformationMessage(result.text);
  return result;
}

function foreignOf([uri, diagnostics]: [vscode.Uri, vscode.Diagnostic[]]): ForeignDiagnostic[] {
  if (uri.scheme !== 'file') return [];
  return diagnostics
    .filter(({ source }) => source !== diagnosticSource)
    .map(({ range, source = '', code, severity, message, tags }) => ({
      uri: uri.toString(),
      range: { start: positionOf(range.start), end: positionOf(range.end) },
      source,
      code: codeOf(code),
      severity: severities[severity],
      message,
      ...tagOf(tags),
    }));
}

const severities = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'information',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
} as const;

function positionOf({ line, character }: vscode.Position): { line: number; column: number } {
  return { line, column: character };
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

function tagOf(tags: readonly vscode.DiagnosticTag[] = []): Pick<ForeignDiagnostic, 'tag'> {
  if (tags.includes(vscode.DiagnosticTag.Unnecessary)) return { tag: 'unnecessary' };
  return tags.includes(vscode.DiagnosticTag.Deprecated) ? { tag: 'deprecated' } : {};
}
