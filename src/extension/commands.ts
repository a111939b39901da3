import * as vscode from 'vscode';
import {
  clearCacheRequest,
  type DisableForLine,
  type ExplainParams,
  type OfferDecision,
} from '../protocol/server-messages.ts';
import type { ServerClient } from './client.ts';
import type { CostDocuments } from './cost-documents.ts';
import { decide } from './decide.ts';
import { editProfile } from './edit-profile.ts';
import { forgetDiagnostics, priceDiagnostics } from './foreign-diagnostics.ts';
import { planWithinBudget } from './plan-budget.ts';
import type { TextPages } from './text-pages.ts';
import { disableForLine } from './disable-for-line.ts';
import { showRulePage } from './rule-pages.ts';
import { runAudit } from './run-audit.ts';
import type { SummaryView } from './summary-view.ts';

/** The parts that commands act on. */
export interface CommandParts {
  readonly context: vscode.ExtensionContext;
  readonly server: ServerClient;
  readonly output: vscode.LogOutputChannel;
  readonly summary: SummaryView;
  readonly costs: CostDocuments;
  readonly pages: TextPages;
}

/** Registers every command of `package.json`; a failure is logged and shown in one sentence. */
export function registerCommands({
  context,
  server,
  output,
  summary,
  costs,
  pages,
}: CommandParts): vscode.Disposable[] {
  const register = (name: string, run: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`ctoGuardrails.${name}`, async (...args: never[]) => {
      try {
        return await run(...args);
      } catch (error) {
        output.error(error instanceof Error ? error : String(error));
        const cause = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(vscode.l10n.t('CTO Guardrails: {0}', cause));
        summary.showFailure(cause);
        return undefined;
      }
    });
  return [
    register('auditWorkspace', () => runAudit(server.client, summary)),
    register('openSummary', () => summary.open()),
    register('restartServer', () => server.restart()),
    register('priceDiagnostics', () => priceDiagnostics(server.client, summary)),
    register('forgetDiagnostics', () => forgetDiagnostics(server.client, summary)),
    register('clearCache', async () => {
      await server.client.sendRequest(clearCacheRequest.method, {});
      vscode.window.setStatusBarMessage(vscode.l10n.t('Cached results deleted.'), 5000);
    }),
    register('showOutput', () => output.show()),
    register('showRule', (rule?: string) => showRulePage(context.extensionUri, rule)),
    register('explainCost', (params: ExplainParams) => costs.open(params)),
    register('planWithinBudget', () => planWithinBudget(server.client, pages)),
    register('editProfile', () => editProfile(server.client, pages)),
    register('decide', (offer: OfferDecision) => decide(server.client, offer)),
    register('disableForLine', (params: DisableForLine) => disableForLine(params)),
  ];
}
