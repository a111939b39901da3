import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { decideRequest, type DecideParams, type OfferDecision } from '../protocol/server-messages.ts';

/** Asks for the day, the reason or the class that a decision needs, and has it written to the decisions file. */
export async function decide(client: LanguageClient, { uri, fingerprint, rule, action }: OfferDecision): Promise<void> {
  const title = titleOf(action, rule);
  const chosenClass = action === 'overrule' ? await askClass(title) : undefined;
  if (action === 'overrule' && chosenClass === undefined) return;
  const until = action === 'accept' || action === 'plan' ? await askDay(title) : undefined;
  if (until === undefined && (action === 'accept' || action === 'plan')) return;
  const reason = await askReason(title, action !== 'plan');
  if (reason === undefined) return;
  const ruling = {
    action,
    ...(until === undefined ? {} : { until }),
    ...(reason === '' ? {} : { reason }),
    ...(chosenClass === undefined ? {} : { class: chosenClass }),
  };
  const params: DecideParams = { uri, fingerprint, ruling };
  await client.sendRequest(decideRequest.method, params);
}

function titleOf(action: OfferDecision['action'], rule: string): string {
  switch (action) {
    case 'accept':
      return vscode.l10n.t('Accept {0} until…', rule);
    case 'plan':
      return vscode.l10n.t('Plan {0} for…', rule);
    case 'reject':
      return vscode.l10n.t('Reject {0} as false', rule);
    case 'overrule':
      return vscode.l10n.t('Give {0} another class', rule);
  }
}

async function askDay(title: string): Promise<string | undefined> {
  const inThreeMonths = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Until which day? Afterwards the finding is open again.'),
    value: inThreeMonths,
    validateInput: (text) =>
      isFutureDay(text) ? undefined : vscode.l10n.t('Write a day that is still to come, such as 2027-03-31.'),
  });
}

function isFutureDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T23:59:59Z`) : undefined;
  return day !== undefined && day.toISOString().startsWith(text) && day.getTime() > Date.now();
}

async function askReason(title: string, isRequired: boolean): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Why? Whoever reads this in a year must understand it.'),
    validateInput: (text) => (isRequired && text.trim() === '' ? vscode.l10n.t('A reason is required.') : undefined),
  });
  return reason?.trim();
}

async function askClass(title: string): Promise<string | undefined> {
  const items = [
    { label: vscode.l10n.t('Indispensable'), id: 'indispensable' },
    { label: vscode.l10n.t('Useful'), id: 'useful' },
    { label: vscode.l10n.t('Incidental'), id: 'incidental' },
  ];
  return (await vscode.window.showQuickPick(items, { title }))?.id;
}
