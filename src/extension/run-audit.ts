import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { WorkDoneProgress, type LanguageClient } from 'vscode-languageclient/node';
import { auditRequest, type AuditResult } from '../protocol/server-messages.ts';
import type { SummaryView } from './summary-view.ts';

/** Audits the whole workspace with a notification that tells progress and elapsed time and can be cancelled. */
export async function runAudit(client: LanguageClient, summary: SummaryView): Promise<AuditResult | undefined> {
  if (!vscode.workspace.workspaceFolders?.length) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Open a folder first: there is nothing to audit.'));
    return undefined;
  }
  const title = vscode.l10n.t('CTO Guardrails: audit');
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title };
  const result = await vscode.window.withProgress(options, (progress, token) =>
    requestAudit(client, token, (text, increment, share) => {
      progress.report({ message: text, increment });
      summary.showProgress(text, share);
    }),
  );
  await summary.refresh();
  if (result.wasCancelled) vscode.window.setStatusBarMessage(vscode.l10n.t('Audit cancelled.'), 5000);
  else void announce(result, summary);
  return result;
}

type Tell = (text: string, increment: number, share: number | undefined) => void;

async function requestAudit(client: LanguageClient, token: vscode.CancellationToken, tell: Tell): Promise<AuditResult> {
  const workDoneToken = randomUUID();
  const begin = Date.now();
  let message = '';
  let percentage: number | undefined;
  let told = 0;
  const draw = (): void => {
    const seconds = Math.round((Date.now() - begin) / 1000);
    const text = [message, vscode.l10n.t('{0} s', seconds)].filter(Boolean).join(' · ');
    const increment = Math.max(0, (percentage ?? 0) - told);
    told += increment;
    tell(text, increment, percentage === undefined ? undefined : percentage / 100);
  };
  const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (sent) => {
    if (sent.kind === 'report') percentage = sent.percentage ?? percentage;
    message = sent.message ?? message;
    draw();
  });
  const clock = setInterval(draw, 1000);
  try {
    return await client.sendRequest<AuditResult>(auditRequest.method, { workDoneToken }, token);
  } catch (error) {
    if (token.isCancellationRequested) return { findings: 0, files: 0, durationMs: 0, text: '', wasCancelled: true };
    throw error;
  } finally {
    clearInterval(clock);
    listening.dispose();
  }
}

async function announce(result: AuditResult, summary: SummaryView): Promise<void> {
  const open = vscode.l10n.t('Open Summary');
  if ((await vscode.window.showInformationMessage(result.text, open)) === open) await summary.open();
}
