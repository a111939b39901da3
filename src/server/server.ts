import os from 'node:os';
import {
  CodeActionKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../package.json';
import { assessedNotification, statusNotification } from '../protocol/server-messages.ts';
import { createBell } from './bell.ts';
import type { FolderHost } from './folder-session.ts';
import { createFolders, type Folders } from './folders.ts';
import { followFolders, followWorkspace, registerInterests } from './follow-workspace.ts';
import { refreshViews } from './refresh-views.ts';
import { serveFeatures } from './serve-features.ts';
import { serveRequests } from './serve-requests.ts';
import { languageIn, readClientAbilities, readServerOptions, type ServerState } from './server-state.ts';
import { statusOf } from './status.ts';
import { createThrottle } from './throttle.ts';

/** Serves one client over a connection until it closes. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const folders: Folders = createFolders((uri) => hostOf(state, uri));
  const state: ServerState = {
    connection,
    documents,
    folders,
    changed: createBell(),
    statusSoon: createThrottle(100, () => tellStatus(state)),
    client: readClientAbilities({}),
    ...readServerOptions(undefined),
  };
  connection.onInitialize((params) => initialize(state, params));
  connection.onInitialized(() => {
    followFolders(state);
    void registerInterests(state);
    for (const folder of folders.all()) if (state.settings.run !== 'manual') folder.session.open();
    tellStatus(state);
  });
  connection.onShutdown(() => {
    state.statusSoon.cancel();
    for (const { uri } of folders.all()) folders.remove(uri);
  });
  followWorkspace(state);
  serveFeatures(state);
  serveRequests(state);
  documents.listen(connection);
  connection.listen();
}

function initialize(state: ServerState, params: InitializeParams): InitializeResult {
  Object.assign(state, readServerOptions(params.initializationOptions), {
    client: readClientAbilities(params.capabilities),
  });
  for (const { uri } of params.workspaceFolders ?? []) state.folders.add(uri);
  return {
    serverInfo: { name: 'cto-guardrails', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      codeLensProvider: { resolveProvider: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      // One registration per identifier follows; this one serves clients that take no registrations.
      ...(!state.client.registersDiagnostics && {
        diagnosticProvider: { identifier: 'full', interFileDependencies: true, workspaceDiagnostics: true },
      }),
    },
  };
}

function hostOf(state: ServerState, uri: string): FolderHost {
  return {
    openTexts: () => openTexts(state, uri),
    isTrusted: () => state.isTrusted,
    usesWorkspaceEslint: () => state.isTrusted && state.settings.workspaceEslint,
    memoryBytes: () => memoryBytes(state.settings.memory),
    onDefect: (error) => state.connection.console.error(error instanceof Error ? (error.stack ?? '') : String(error)),
    onChange: (isSettled) => {
      if (isSettled) tellResult(state, uri);
      else state.statusSoon.run();
    },
  };
}

/** The setting in megabytes as bytes; without one a quarter of the machine. */
function memoryBytes(megabytes: number): number {
  return megabytes === 0 ? os.totalmem() / 4 : megabytes * 1024 ** 2;
}

function openTexts({ documents, folders }: ServerState, uri: string): Map<string, string> {
  return new Map(
    documents.all().flatMap((document): [string, string][] => {
      const located = folders.locate(document.uri);
      return located?.folder.uri === uri ? [[located.file, document.getText()]] : [];
    }),
  );
}

/** Everything that shows results is asked to ask again. */
function tellResult(state: ServerState, folder: string): void {
  state.changed.ring();
  tellStatus(state);
  void state.connection.sendNotification(assessedNotification.method, { folder });
  refreshViews(state);
}

function tellStatus(state: ServerState): void {
  const isManual = state.settings.run === 'manual';
  const status = statusOf(state.folders.all(), languageIn(state), { isTrusted: state.isTrusted, isManual });
  void state.connection.sendNotification(statusNotification.method, status);
}
