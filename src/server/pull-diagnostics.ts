import { createHash } from 'node:crypto';
import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isCancellation, yieldToEventLoop } from '../base/cancellation.ts';
import type { EditorSettings } from '../config/editor-settings.ts';
import { diagnosticIdentifiers, type DiagnosticIdentifier } from '../protocol/server-messages.ts';
import { until } from './abort-signal.ts';
import type { Bell } from './bell.ts';
import { assessedItems, filesWithItems, syntaxItems } from './diagnostic-items.ts';
import type { FolderSession } from './folder-session.ts';
import { uriOf, type Folder, type Folders, type Located } from './folders.ts';
import type { DiagnosticLook } from './to-diagnostic.ts';

/** What the answers to pulls are made from. */
export interface PullSources {
  readonly folders: Folders;
  /** Rings when an answer may be another. */
  readonly changed: Bell;
  document(uri: string): TextDocument | undefined;
  documents(): readonly TextDocument[];
  run(): EditorSettings['run'];
  look(folder: Folder): DiagnosticLook;
}

/** Answers a pull for one document under one identifier; a newer version of the document makes the answer void. */
export async function pullDocument(
  sources: PullSources,
  params: DocumentDiagnosticParams,
  signal: AbortSignal,
): Promise<DocumentDiagnosticReport> {
  const { uri } = params.textDocument;
  const document = sources.document(uri);
  const located = sources.folders.locate(uri);
  if (!located || !document) return reportOf([], params.previousResultId);
  const identifier = identifierFrom(params.identifier);
  const { session } = located.folder;
  const look = sources.look(located.folder);
  const known = (): Diagnostic[] => assessedItems(session, located.file, identifier, look);
  if (sources.run() === 'manual') return reportOf(known(), params.previousResultId);
  const { version } = document;
  await yieldToEventLoop(signal);
  if (identifier === 'full') await reviewed(session, signal);
  if (sources.document(uri)?.version !== version) throw stale();
  if (identifier === 'syntax') {
    return reportOf(syntaxItems(session, located.file, document.getText(), look), params.previousResultId);
  }
  if (!isOutOfStep(located, document)) return reportOf(known(), params.previousResultId);
  // What is not saved is not reviewed in that mode, and the editor has moved the older places along.
  const { previousResultId } = params;
  if (sources.run() === 'onType' || previousResultId === undefined) throw stale();
  return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
}

/**
 * Answers a pull for the whole workspace, closed files included. The answer is held back until it differs from what
 * the client has, because clients ask again as soon as they are answered.
 */
export async function pullWorkspace(
  sources: PullSources,
  params: WorkspaceDiagnosticParams,
  signal: AbortSignal,
): Promise<WorkspaceDiagnosticReport> {
  const identifier = identifierFrom(params.identifier);
  const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
  for (;;) {
    const reports = workspaceReports(sources, identifier, known);
    if (reports.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full)) return { items: reports };
    await until(sources.changed.next(), signal);
  }
}

/** Waits for the review; the status item tells why a folder has none, and its documents show what was last known. */
async function reviewed(session: FolderSession, signal: AbortSignal): Promise<void> {
  try {
    await session.updated(signal);
  } catch (error) {
    if (isCancellation(error)) throw error;
  }
}

/** A manifest's unsaved text may be broken, and then the older one stands, so only sources can be out of step. */
function isOutOfStep({ folder: { session }, file }: Located, document: TextDocument): boolean {
  // A folder that failed is not reviewed again by asking again.
  if (session.state.kind === 'failed' || !session.reviews(file)) return false;
  return session.result !== undefined && session.result.textOf(file) !== document.getText();
}

function workspaceReports(
  sources: PullSources,
  identifier: DiagnosticIdentifier,
  known: ReadonlyMap<string, string>,
): WorkspaceDocumentDiagnosticReport[] {
  const targets = new Map<string, Located>();
  for (const uri of known.keys()) {
    const located = sources.folders.locate(uri);
    if (located) targets.set(keyOf(located), located);
  }
  for (const folder of sources.folders.all()) {
    for (const file of filesWithItems(folder.session)) targets.set(keyOf({ folder, file }), { folder, file });
  }
  // Open documents are pulled on their own, and that answer is the newer one.
  for (const { uri } of sources.documents()) targets.delete(keyOf(sources.folders.locate(uri)));
  const knownByKey = new Map([...known].map(([uri, value]) => [keyOf(sources.folders.locate(uri)), value]));
  return [...targets].map(([key, { folder, file }]) => {
    const items = assessedItems(folder.session, file, identifier, sources.look(folder));
    return { ...reportOf(items, knownByKey.get(key)), uri: uriOf(folder, file), version: null };
  });
}

function keyOf(located: Located | undefined): string {
  return located ? `${located.folder.uri}\0${located.file}` : '';
}

function identifierFrom(name: string | undefined): DiagnosticIdentifier {
  return diagnosticIdentifiers.find((identifier) => identifier === name) ?? 'full';
}

function reportOf(items: Diagnostic[], previousResultId: string | undefined): DocumentDiagnosticReport {
  const resultId = createHash('sha1').update(JSON.stringify(items)).digest('hex').slice(0, 16);
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

function stale(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed meanwhile.', {
    retriggerRequest: true,
  });
}
