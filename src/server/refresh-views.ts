import { CodeLensRefreshRequest } from 'vscode-languageserver';
import type { ServerState } from './server-state.ts';

/** Asks the client to ask again for what it shows of open documents, as far as it can. */
export function refreshViews({ connection, client }: ServerState): void {
  // A client that is about to go answers no more, which is nothing to tell anybody.
  const note = (error: unknown): void => connection.console.debug(`Refresh: ${String(error)}`);
  if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(note);
  if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(note);
}
