import * as vscode from 'vscode';

/** Opens the page of a rule; without one, lets the user choose. */
export async function showRulePage(extension: vscode.Uri, rule: string | undefined): Promise<void> {
  const pages = vscode.Uri.joinPath(extension, 'media', 'rules');
  const chosen = rule ?? (await chooseRule(pages));
  // The name may come from a link, so it must not lead out of the folder of pages.
  if (chosen === undefined || !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(chosen)) return;
  const page = vscode.Uri.joinPath(pages, `${chosen}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

async function chooseRule(pages: vscode.Uri): Promise<string | undefined> {
  const families = await vscode.workspace.fs.readDirectory(pages);
  const rules = await Promise.all(
    families
      .filter(([, type]) => type === vscode.FileType.Directory)
      .map(async ([family]) => {
        const files = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(pages, family));
        return files.filter(([name]) => name.endsWith('.md')).map(([name]) => `${family}/${name.slice(0, -3)}`);
      }),
  );
  return vscode.window.showQuickPick(rules.flat(), { placeHolder: vscode.l10n.t('Which rule?') });
}
