import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** The folder that the harness opened. */
export function workspaceRoot(): string {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The harness opens a folder.');
  return folder.uri.fsPath;
}

/** Opens a file of the workspace in an editor. */
export async function openFile(file: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.file(path.join(workspaceRoot(), file));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Replaces the whole text of an editor, as typing would. */
export async function replaceText(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  if (!(await editor.edit((edit) => edit.replace(whole, text)))) throw new Error('The editor refused the text.');
}

/** Our diagnostics of a document, optionally of one rule. */
export function problemsOf(uri: vscode.Uri, rule?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'CTO Guardrails')
    .filter(({ code }) => rule === undefined || (typeof code === 'object' && code.value === rule));
}

/** Waits for one finding of a rule that carries a price. */
export async function pricedProblem(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`a price on ${rule}`, () => problemsOf(uri, rule).find(({ message }) => / · fix ≈ /.test(message)));
}
