import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { languageOf, type Language } from '../base/language.ts';
import { parseEditorSettings, shownLanguage, type EditorSettings } from '../config/editor-settings.ts';
import type { ServerOptions } from '../protocol/server-messages.ts';
import type { Bell } from './bell.ts';
import type { Folders } from './folders.ts';
import type { Throttle } from './throttle.ts';

/** What lives as long as the connection; the one place where the server's state changes. */
export interface ServerState {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly folders: Folders;
  /** Rings when answers to held pulls may be others. */
  readonly changed: Bell;
  /** Tells the client the status, not more often than people can read. */
  readonly statusSoon: Throttle;
  settings: EditorSettings;
  locale: string;
  isTrusted: boolean;
  /** What the client can do, as far as it matters here. */
  client: ClientAbilities;
}

export interface ClientAbilities {
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly registersDiagnostics: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly tellsFolders: boolean;
}

/** Reads the capabilities of `initialize`. */
export function readClientAbilities({ workspace, textDocument }: ClientCapabilities): ClientAbilities {
  return {
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    registersDiagnostics: textDocument?.diagnostic?.dynamicRegistration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
  };
}

/** The language that everything is shown in. */
export function languageIn({ settings, locale }: ServerState): Language {
  return shownLanguage(settings, locale);
}

/** Reads the options of `initialize`; whatever is missing has a safe default: no trust, English. */
export function readServerOptions(value: unknown): Pick<ServerState, 'settings' | 'locale' | 'isTrusted'> {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<ServerOptions>;
  return {
    settings: parseEditorSettings(given.settings),
    locale: typeof given.locale === 'string' ? given.locale : languageOf(undefined),
    isTrusted: given.isTrusted === true,
  };
}
