import * as vscode from 'vscode';
import { State } from 'vscode-languageclient/node';
import type { ServerStatus } from '../protocol/server-messages.ts';

/** The status bar's total and the language status item that tells the server's state. */
export interface StatusItems {
  show(status: ServerStatus): void;
  /** Shows that the server's process starts or is gone; the server itself tells the rest. */
  showServer(state: State): void;
  dispose(): void;
}

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

/** Makes both items; they show at once that the server is starting. */
export function createStatusItems(): StatusItems {
  const bar = vscode.window.createStatusBarItem('ctoGuardrails.total', vscode.StatusBarAlignment.Left, 40);
  const item = vscode.languages.createLanguageStatusItem('ctoGuardrails.state', languages);
  bar.name = 'CTO Guardrails';
  item.name = 'CTO Guardrails';
  item.command = { command: 'ctoGuardrails.showOutput', title: vscode.l10n.t('Show Output') };
  const draw = (look: Look): void => {
    bar.text = look.bar;
    bar.tooltip = look.tooltip;
    bar.command = look.command;
    item.text = look.state;
    item.detail = look.tooltip;
    item.busy = look.isBusy;
    item.severity = look.severity;
  };
  draw(starting());
  bar.show();
  return {
    show: (status) => draw(lookOf(status)),
    showServer: (state) => {
      if (state === State.Stopped) draw(stopped());
      if (state === State.Starting) draw(starting());
    },
    dispose: () => void vscode.Disposable.from(bar, item).dispose(),
  };
}

interface Look {
  readonly bar: string;
  readonly state: string;
  readonly tooltip: string;
  readonly command: string;
  readonly isBusy: boolean;
  readonly severity: vscode.LanguageStatusSeverity;
}

const calm = {
  command: 'ctoGuardrails.openSummary',
  isBusy: false,
  severity: vscode.LanguageStatusSeverity.Information,
  tooltip: '',
};

function starting(): Look {
  const state = vscode.l10n.t('Starting');
  return { ...calm, bar: `$(sync~spin) CTO Guardrails`, state, tooltip: state, isBusy: true };
}

function stopped(): Look {
  const tooltip = vscode.l10n.t('The language server is not running. Click to restart it.');
  return {
    ...calm,
    bar: '$(error) CTO Guardrails',
    state: vscode.l10n.t('Stopped'),
    tooltip,
    command: 'ctoGuardrails.restartServer',
    severity: vscode.LanguageStatusSeverity.Error,
  };
}

function lookOf(status: ServerStatus): Look {
  const remarks = [...limits(status), ...status.notices];
  const isBusy = status.state === 'indexing' || status.state === 'starting';
  const icon = status.state === 'error' ? '$(error)' : isBusy ? '$(sync~spin)' : '$(shield)';
  return {
    ...calm,
    bar: `${icon} ${status.total ?? 'CTO Guardrails'}`,
    state: [stateText(status), ...limits(status)].join(' · '),
    tooltip: [status.detail, ...remarks].filter(Boolean).join('\n'),
    isBusy,
    severity: severityOf(status),
  };
}

function stateText({ state, findings }: ServerStatus): string {
  if (state === 'error') return vscode.l10n.t('Error');
  if (state === 'ready' && findings !== undefined) return findings;
  return state === 'indexing' ? vscode.l10n.t('Indexing') : vscode.l10n.t('Starting');
}

function limits({ isTrusted, isOffline }: ServerStatus): string[] {
  if (!isTrusted) return [vscode.l10n.t('Untrusted: no git, no network')];
  return isOffline ? [vscode.l10n.t('Offline')] : [];
}

function severityOf({ state, notices }: ServerStatus): vscode.LanguageStatusSeverity {
  if (state === 'error') return vscode.LanguageStatusSeverity.Error;
  return notices.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}
