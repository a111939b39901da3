import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { planRequest, type PlanParams } from '../protocol/server-messages.ts';
import { currentFolder } from './current-folder.ts';
import type { TextPages } from './text-pages.ts';

/** Asks for a budget and shows what to mend within it; an empty answer asks for the least that is indispensable. */
export async function planWithinBudget(client: LanguageClient, pages: TextPages): Promise<void> {
  const budget = await vscode.window.showInputBox({
    title: vscode.l10n.t('Plan within a budget'),
    prompt: vscode.l10n.t('Days, hours or an amount. Leave it empty for the least that leaves nothing indispensable.'),
    placeHolder: '3d · 12h · €2000',
  });
  if (budget === undefined) return;
  const params: PlanParams = { ...currentFolder(), ...(budget.trim() === '' ? {} : { budget: budget.trim() }) };
  const plan = await client.sendRequest<string | null>(planRequest.method, params);
  if (plan !== null) return pages.show(vscode.l10n.t('Plan'), plan);
  const text = vscode.l10n.t('No plan: write days (3d), hours (12h) or an amount (€2000), once an audit has ended.');
  void vscode.window.showWarningMessage(text);
}
