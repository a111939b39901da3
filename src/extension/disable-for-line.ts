import * as vscode from 'vscode';
import type { DisableForLine } from '../protocol/server-messages.ts';

/** Asks for a reason and writes the comment that silences one rule for one line. */
export async function disableForLine({ uri, version, rule, line, form }: DisableForLine): Promise<void> {
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Disable {0} for this line', rule),
    prompt: vscode.l10n.t('Why is this acceptable? The reason stands in the code and in every report.'),
    validateInput: (text) =>
      isReason(text) ? undefined : vscode.l10n.t('A reason is required, on one line and without “*/”.'),
  });
  if (reason === undefined || !isReason(reason)) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (document.version !== version) {
    const text = vscode.l10n.t('The file has changed meanwhile: choose the action again.');
    void vscode.window.showWarningMessage(text);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.insert(
    document.uri,
    new vscode.Position(line, 0),
    commentFor(document, line, form, `${rule} -- ${reason.trim()}`),
  );
  await vscode.workspace.applyEdit(edit);
}

function isReason(text: string): boolean {
  return text.trim() !== '' && !/[\r\n*]/.test(text);
}

function commentFor(
  document: vscode.TextDocument,
  line: number,
  form: DisableForLine['form'],
  ruleAndReason: string,
): string {
  const indent = /^\s*/.exec(document.lineAt(line).text)?.[0] ?? '';
  const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const text = `cto-guardrails-disable-next-line ${ruleAndReason}`;
  return `${indent}${form === 'jsx' ? `{/* ${text} */}` : `// ${text}`}${end}`;
}
