import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import {
  CloseAction,
  DiagnosticPullMode,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  TransportKind,
  type ErrorHandler,
  type LanguageClientOptions,
  type ServerOptions as StartOptions,
} from 'vscode-languageclient/node';
import type { ServerOptions } from '../protocol/server-messages.ts';
import { createLastLines, type LastLines } from './last-lines.ts';
import { createRestartPolicy, type RestartPolicy } from './restart-policy.ts';

/** The connection to the language server, and what decides over its restarts. */
export interface ServerClient {
  readonly client: LanguageClient;
  /** Stops the server if it runs and starts it anew, whatever happened before. */
  restart(): Promise<void>;
  dispose(): void;
}

/** Documents that the server hears of: code, manifests and the product's own configuration. */
const documentSelector = [
  ...['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'html'].map((language) => ({
    scheme: 'file',
    language,
  })),
  { scheme: 'file', pattern: '**/package.json' },
  { scheme: 'file', pattern: '**/cto-guardrails*.json' },
];

/** Makes the client of a server in its own process; it starts with `client.start()`. */
export function createServerClient(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): ServerClient {
  const lastLines = createLastLines();
  const restarts = createRestartPolicy();
  const handler = errorHandler(lastLines, restarts, output);
  const options = clientOptions(output, lastLines, handler);
  const client = new LanguageClient('ctoGuardrails', 'CTO Guardrails', startOptions(context), options);
  return {
    client,
    restart: async () => {
      restarts.reset();
      if (client.needsStop()) await client.stop();
      await client.start();
    },
    dispose: () => void client.dispose(),
  };
}

function startOptions(context: vscode.ExtensionContext): StartOptions {
  const module = context.asAbsolutePath(path.join('dist', 'server.mjs'));
  const run = { module, transport: TransportKind.ipc, options: { execArgv: ['--max-old-space-size=4096'] } };
  const debug = { ...run, options: { execArgv: [...run.options.execArgv, '--inspect=6019', '--enable-source-maps'] } };
  return { run, debug };
}

function clientOptions(
  output: vscode.LogOutputChannel,
  lastLines: LastLines,
  handler: ErrorHandler,
): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    errorHandler: handler,
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: false, filter: (_, mode) => !isPulledOn(mode) },
    markdown: { isTrusted: { enabledCommands: ['ctoGuardrails.explainCost', 'ctoGuardrails.showRule'] } },
    stdioOptions: {
      stdout: (stream) => createLastLines().follow(stream, (line) => output.info(line)),
      stderr: (stream) => lastLines.follow(stream, (line) => output.error(line)),
    },
  };
}

function initializationOptions(): ServerOptions {
  return {
    locale: vscode.env.language,
    isTrusted: vscode.workspace.isTrusted,
    settings: vscode.workspace.getConfiguration().get('ctoGuardrails'),
  };
}

/** The setting is read on each event, so that a change of it needs no restart. */
function isPulledOn(mode: DiagnosticPullMode): boolean {
  const run = vscode.workspace.getConfiguration('ctoGuardrails').get<string>('run');
  if (run === 'manual') return false;
  return run === 'onSave' ? mode === DiagnosticPullMode.onSave : mode === DiagnosticPullMode.onType;
}

function errorHandler(lastLines: LastLines, restarts: RestartPolicy, output: vscode.LogOutputChannel): ErrorHandler {
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: async () => {
      // The pipe of its last words is read a little after the connection is seen to be gone.
      await delay(200);
      const cause = lastLines.cause() || vscode.l10n.t('it ended without a word');
      output.error(`The language server went down: ${cause}`);
      if (restarts.mayRestart(Date.now())) {
        void vscode.window.showWarningMessage(vscode.l10n.t('CTO Guardrails crashed and was restarted: {0}', cause));
        return { action: CloseAction.Restart, handled: true };
      }
      offerRestart(cause);
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

function offerRestart(cause: string): void {
  const restart = vscode.l10n.t('Restart');
  const showOutput = vscode.l10n.t('Show Output');
  const text = vscode.l10n.t('CTO Guardrails crashed four times in five minutes and stays off. Cause: {0}', cause);
  void vscode.window.showErrorMessage(text, restart, showOutput).then((choice) => {
    if (choice === restart) void vscode.commands.executeCommand('ctoGuardrails.restartServer');
    if (choice === showOutput) void vscode.commands.executeCommand('ctoGuardrails.showOutput');
  });
}
