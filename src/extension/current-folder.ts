import * as vscode from 'vscode';

/** The folder of the active editor, else the first one, as a request names it. */
export function currentFolder(): { readonly folder?: string } {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  const folder = own ?? vscode.workspace.workspaceFolders?.[0];
  return folder ? { folder: folder.uri.toString() } : {};
}
