import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { explainRequest, type ExplainParams } from '../protocol/server-messages.ts';

/** Read-only documents with the derivation of one finding's price. */
export interface CostDocuments {
  /** Opens the derivation as a rendered page. */
  open(params: ExplainParams): Promise<void>;
  dispose(): void;
}

const scheme = 'cto-guardrails-cost';

/** Makes the documents' provider; their content is asked of the server when they open. */
export function createCostDocuments(client: LanguageClient): CostDocuments {
  const registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async (uri, token) => {
      const [document = '', fingerprint = ''] = JSON.parse(uri.query) as string[];
      const params: ExplainParams = { uri: document, fingerprint };
      const text = await client.sendRequest<string | null>(explainRequest.method, params, token);
      return text ?? vscode.l10n.t('This finding is gone: the code has changed since. Run the audit again.');
    },
  });
  return {
    open: async ({ uri, fingerprint }) => {
      const page = vscode.Uri.from({
        scheme,
        path: `/${vscode.l10n.t('Cost')} ${fingerprint.slice(0, 6)}.md`,
        query: JSON.stringify([uri, fingerprint]),
      });
      await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
    },
    dispose: () => void registration.dispose(),
  };
}
