import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationToken,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type Range,
} from 'vscode-languageserver/node';
import type { DiagnosticIdentifier } from '../../src/protocol/server-messages.ts';
import type { ServerProcess } from './server-process.ts';

/** A document that an editor has open. */
export interface TestDocument {
  readonly uri: string;
  /** Replaces the whole text by a new version. */
  change(text: string): Promise<void>;
  save(): Promise<void>;
  close(): Promise<void>;
  pull(identifier: DiagnosticIdentifier, options?: PullOptions): Promise<DocumentDiagnosticReport>;
  /** Items under both identifiers, the syntactic ones first. */
  problems(): Promise<Diagnostic[]>;
  hover(line: number, character: number): Promise<Hover | null>;
  actions(range: Range): Promise<CodeAction[]>;
}

interface PullOptions {
  readonly previousResultId?: string;
  readonly token?: CancellationToken;
}

/** Opens a document of a folder with a text of its own. */
export async function openDocument(
  { connection }: ServerProcess,
  root: string,
  file: string,
  text: string,
): Promise<TestDocument> {
  const uri = pathToFileURL(path.join(root, file)).href;
  const textDocument = { uri };
  let version = 1;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: languageOf(file), version, text },
  });
  const pull: TestDocument['pull'] = (identifier, { token, ...rest } = {}) =>
    connection.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { textDocument, identifier, ...rest },
      token ?? CancellationToken.None,
    );
  return {
    uri,
    change: (newText) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ text: newText }],
      }),
    save: () => connection.sendNotification('textDocument/didSave', { textDocument }),
    close: () => connection.sendNotification('textDocument/didClose', { textDocument }),
    pull,
    problems: async () => [...itemsOf(await pull('syntax')), ...itemsOf(await pull('full'))],
    hover: (line, character) =>
      connection.sendRequest('textDocument/hover', { textDocument, position: { line, character } }),
    actions: (range) =>
      connection.sendRequest('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
  };
}

/** Items of a full report; an unchanged one has none of its own, so it fails. */
export function itemsOf(report: DocumentDiagnosticReport): Diagnostic[] {
  if (report.kind !== 'full') throw new Error('The report is unchanged.');
  return report.items;
}

function languageOf(file: string): string {
  if (file.endsWith('.json')) return 'json';
  return file.endsWith('.ts') ? 'typescript' : 'javascript';
}
