import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { version } from '../../package.json';
import { isCancellation } from '../base/cancellation.ts';
import { toAbortSignal } from './abort-signal.ts';
import { codeActions } from './code-actions.ts';
import { fileLens } from './file-lens.ts';
import { hoverAt } from './hover.ts';
import { pullDocument, pullWorkspace, type PullSources } from './pull-diagnostics.ts';
import { uriOf } from './folders.ts';
import { languageIn, type ServerState } from './server-state.ts';

/** Answers what the editor asks of documents: diagnostics, hovers, actions, lenses. */
export function serveFeatures(state: ServerState): void {
  const { connection, documents, folders } = state;
  const sources = pullSourcesOf(state);
  connection.languages.diagnostics.on((params, token) =>
    cancellable(token, (signal) => pullDocument(sources, params, signal)),
  );
  connection.languages.diagnostics.onWorkspace((params, token) =>
    cancellable(token, (signal) => pullWorkspace(sources, params, signal)),
  );
  connection.onHover(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    const located = folders.locate(textDocument.uri);
    return document && located && hoverAt(located, document, position, languageIn(state));
  });
  connection.onCodeAction(({ textDocument, range, context }) => {
    const document = documents.get(textDocument.uri);
    const located = folders.locate(textDocument.uri);
    if (!document || !located) return [];
    return codeActions({
      located,
      document,
      range,
      diagnostics: context.diagnostics,
      language: languageIn(state),
      documentOf: (uri) => documents.get(uri),
    });
  });
  connection.onCodeLens(({ textDocument }) => {
    const located = folders.locate(textDocument.uri);
    return located && state.settings.codeLens ? fileLens(located, languageIn(state)) : [];
  });
}

function pullSourcesOf(state: ServerState): PullSources {
  const { documents, folders, changed } = state;
  return {
    folders,
    changed,
    document: (uri) => documents.get(uri),
    documents: () => documents.all(),
    run: () => state.settings.run,
    look: (folder) => ({
      language: languageIn(state),
      severity: state.settings.severity,
      version,
      uriOf: (file) => uriOf(folder, file),
    }),
  };
}

/** Runs an answer until the client cancels it, which ends it with the protocol's own error. */
export async function cancellable<T>(
  token: CancellationToken,
  answer: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    return await answer(toAbortSignal(token));
  } catch (error) {
    if (!isCancellation(error)) throw error;
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
}
