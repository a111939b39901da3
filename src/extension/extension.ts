import * as vscode from 'vscode';
import {
  assessedNotification,
  statusNotification,
  trustNotification,
  type ServerStatus,
} from '../protocol/server-messages.ts';
import { createServerClient } from './client.ts';
import { registerCommands } from './commands.ts';
import { createCostDocuments } from './cost-documents.ts';
import { showRulePage } from './rule-pages.ts';
import { shownLanguage } from './shown-language.ts';
import { createStatusItems } from './status-items.ts';
import { createSummaryPanel } from './summary-panel.ts';
import { createSummaryView } from './summary-view.ts';
import { createTextPages } from './text-pages.ts';

/** Wires the language server to the editor; the server starts in the background, in its own process. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('CTO Guardrails', { log: true });
  const server = createServerClient(context, output);
  const status = createStatusItems();
  const costs = createCostDocuments(server.client);
  const pages = createTextPages();
  const panel = createSummaryPanel({
    extensionUri: context.extensionUri,
    language: shownLanguage(),
    storage: context.workspaceState,
    runAudit: () => void vscode.commands.executeCommand('ctoGuardrails.auditWorkspace'),
    planBudget: () => void vscode.commands.executeCommand('ctoGuardrails.planWithinBudget'),
    ask: (question) => summary.ask(question),
    explainRule: (rule) => void showRulePage(context.extensionUri, rule),
    explainCost: (file, fingerprint) => void summary.explainCost(file, fingerprint),
  });
  const summary = createSummaryView(server.client, panel, costs);
  context.subscriptions.push(
    output,
    status,
    costs,
    pages,
    panel,
    server,
    server.client.onNotification(statusNotification.method, (sent: ServerStatus) => status.show(sent)),
    server.client.onNotification(assessedNotification.method, () => void summary.refresh()),
    server.client.onDidChangeState(({ newState }) => status.showServer(newState)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      void server.client.sendNotification(trustNotification.method, { isTrusted: true });
    }),
    ...registerCommands({ context, server, output, summary, costs, pages }),
  );
  void server.client.start().catch((error: unknown) => output.error(error instanceof Error ? error : String(error)));
}

/** Everything is disposed of with the context's subscriptions. */
export function deactivate(): void {
  return;
}
