import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  type DiagnosticRegistrationOptions,
  type TextDocumentChangeEvent,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parseEditorSettings } from '../config/editor-settings.ts';
import { diagnosticIdentifiers, trustNotification } from '../protocol/server-messages.ts';
import { takeInDiskChanges, takeInText } from './disk-changes.ts';
import { refreshViews } from './refresh-views.ts';
import type { ServerState } from './server-state.ts';

/** Documents that are pulled for diagnostics. */
const selector = [
  ...['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'html'].map((language) => ({
    scheme: 'file',
    language,
  })),
  { scheme: 'file', pattern: '**/package.json' },
  { scheme: 'file', pattern: '**/cto-guardrails.json' },
];

/** Files whose change on disk can change a finding; VS Code's globs know no braces within braces. */
const watched = [
  '**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts,vue,html}',
  '**/{package.json,package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock}',
  '**/{tsconfig*.json,jsconfig*.json,cto-guardrails*.json,.gitignore}',
  '**/.git/{HEAD,logs/HEAD}',
];

/** Tells the client what the server wants to hear of; a client that cannot register serves what it declared itself. */
export async function registerInterests({ connection, client }: ServerState): Promise<void> {
  if (client.registersConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'ctoGuardrails' });
  }
  if (client.registersWatchers) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watched.map((globPattern) => ({ globPattern })),
    });
  }
  if (!client.registersDiagnostics) return;
  for (const identifier of diagnosticIdentifiers) {
    const options: DiagnosticRegistrationOptions = {
      documentSelector: selector,
      identifier,
      interFileDependencies: identifier === 'full',
      workspaceDiagnostics: true,
    };
    await connection.client.register(DocumentDiagnosticRequest.type, options);
  }
}

/** Keeps the folders' sessions in step with documents, files, folders, settings and trust. */
export function followWorkspace(state: ServerState): void {
  const { connection, documents, folders } = state;
  documents.onDidOpen((event) => takeIn(state, event));
  documents.onDidChangeContent((event) => {
    if (state.settings.run === 'onType') takeIn(state, event);
  });
  documents.onDidSave((event) => {
    takeIn(state, event);
    const located = folders.locate(event.document.uri);
    if (state.settings.run !== 'manual') located?.folder.session.saved(located.file);
  });
  documents.onDidClose(({ document }) => {
    const located = folders.locate(document.uri);
    if (located && state.settings.run !== 'manual') takeInText(located.folder.session, located.file);
    state.changed.ring();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (state.settings.run === 'manual') return;
    takeInDiskChanges(folders, changes, (uri) => documents.get(uri) !== undefined);
  });
  connection.onDidChangeConfiguration(({ settings }: { settings: { ctoGuardrails?: unknown } | null }) => {
    changeSettings(state, settings?.ctoGuardrails);
  });
  connection.onNotification(trustNotification.method, () => {
    state.isTrusted = true;
    reopenAll(state);
  });
}

/** Keeps the set of folders; only possible once the client is initialised. */
export function followFolders(state: ServerState): void {
  const { connection, client, folders } = state;
  if (!client.tellsFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) folders.remove(uri);
    for (const { uri } of added) {
      const folder = folders.add(uri);
      if (state.settings.run !== 'manual') folder?.session.open();
    }
    state.changed.ring();
    state.statusSoon.run();
  });
}

function takeIn({ folders, settings }: ServerState, { document }: TextDocumentChangeEvent<TextDocument>): void {
  const located = folders.locate(document.uri);
  if (located && settings.run !== 'manual') located.folder.session.change(located.file, document.getText());
}

function changeSettings(state: ServerState, value: unknown): void {
  const wasManual = state.settings.run === 'manual';
  const usedEslint = state.settings.workspaceEslint;
  state.settings = parseEditorSettings(value);
  if (wasManual && state.settings.run !== 'manual') reopenAll(state);
  if (usedEslint !== state.settings.workspaceEslint)
    for (const { session } of state.folders.all()) session.followEslint();
  state.changed.ring();
  state.statusSoon.run();
  refreshViews(state);
}

function reopenAll({ folders }: ServerState): void {
  for (const { session } of folders.all()) session.open();
}
