import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { profileRequest, type ProfileParams, type ProfilePreview } from '../protocol/server-messages.ts';
import { currentFolder } from './current-folder.ts';
import type { TextPages } from './text-pages.ts';

/**
 * Asks the five questions of the business profile, shows totals before and after with the findings that change class,
 * and writes the answers only when the reader agrees.
 */
export async function editProfile(client: LanguageClient, pages: TextPages): Promise<void> {
  const ask = (changes: ProfileParams['changes'], isFinal: boolean): Promise<ProfilePreview | null> =>
    client.sendRequest<ProfilePreview | null>(profileRequest.method, { ...currentFolder(), changes, isFinal });
  const present = await ask({}, false);
  if (present === null) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The business profile can be edited once an audit has ended.'));
    return;
  }
  const changes = await askChanges(present.current);
  if (changes === undefined || Object.keys(changes).length === 0) return;
  const preview = await ask(changes, false);
  if (preview === null) return;
  const save = vscode.l10n.t('Save');
  const details = vscode.l10n.t('Show details');
  const choice = await vscode.window.showInformationMessage(preview.summary, { modal: true }, save, details);
  if (choice === save) await ask(changes, true);
  if (choice !== details) return;
  await pages.show(vscode.l10n.t('Business profile'), preview.markdown);
  const again = await vscode.window.showInformationMessage(preview.summary, save);
  if (again === save) await ask(changes, true);
}

/** Only what differs from the present answers, as it was typed; undefined when the reader gave up. */
async function askChanges(current: ProfilePreview['current']): Promise<ProfileParams['changes'] | undefined> {
  const changes: Record<string, string> = {};
  for (const [key, prompt] of questions()) {
    const before = String(current[key] ?? '');
    const answer =
      key === 'dataSensitivity'
        ? await vscode.window.showQuickPick(['none', 'personal', 'finance', 'health'], {
            title: prompt,
            placeHolder: before,
          })
        : await vscode.window.showInputBox({ title: prompt, value: before });
    if (answer === undefined) return undefined;
    if (answer.trim() !== before) changes[key] = answer.trim();
  }
  return changes;
}

function questions(): readonly (readonly [key: string, prompt: string])[] {
  return [
    ['currency', vscode.l10n.t('Currency of your amounts (ISO code)')],
    ['dayRate', vscode.l10n.t('Cost of one developer day, all charges included')],
    ['annualRevenue', vscode.l10n.t('Annual revenue (0 when there is none yet)')],
    ['teamSize', vscode.l10n.t('Developers, in full-time equivalents')],
    ['dataSensitivity', vscode.l10n.t('Most sensitive data')],
  ];
}
