import * as vscode from 'vscode';

/** Read-only pages of Markdown that the product makes, rendered. */
export interface TextPages {
  /** Opens a page under a title; a later page with the same title takes its place. */
  show(title: string, markdown: string): Promise<void>;
  dispose(): void;
}

const scheme = 'cto-guardrails-page';

/** Makes the provider of the pages; what was shown last under each title is kept. */
export function createTextPages(): TextPages {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? '',
  });
  return {
    show: async (title, markdown) => {
      const uri = vscode.Uri.from({ scheme, path: `/${title}.md` });
      texts.set(uri.path, markdown);
      changed.fire(uri);
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    },
    dispose: () => {
      registration.dispose();
      changed.dispose();
    },
  };
}
