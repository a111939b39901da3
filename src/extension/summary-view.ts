import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PanelAnswer, PanelQuestion } from '../protocol/panel-messages.ts';
import { summaryRequest, type FolderSummary } from '../protocol/server-messages.ts';
import { createPanelAnswers } from './panel-answers.ts';
import type { CostDocuments } from './cost-documents.ts';
import type { SummaryPanel } from './summary-panel.ts';

/** Keeps the summary panel in step with the server's newest assessment. */
export interface SummaryView {
  /** Brings the panel to the front, for a folder chosen by the active editor or by the user. */
  open(): Promise<void>;
  /** Asks the server again if the panel has been opened. */
  refresh(): Promise<void>;
  showProgress(text: string, share?: number): void;
  showFailure(text: string): void;
  explainCost(file: string, fingerprint: string): Promise<void>;
  /** The server's answer to a question of the panel; undefined when a newer one took its place. */
  ask(question: PanelQuestion): Promise<PanelAnswer | undefined>;
}

/** Makes the view of one window. */
export function createSummaryView(client: LanguageClient, panel: SummaryPanel, costs: CostDocuments): SummaryView {
  let folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  let shownFolder: string | undefined;
  let isOpened = false;
  const answers = createPanelAnswers(client);
  const refresh = async (): Promise<void> => {
    if (!isOpened || !client.isRunning()) return;
    const summaries = await client.sendRequest<readonly FolderSummary[]>(summaryRequest.method, {});
    const shown = summaries.find((entry) => entry.folder === folder?.toString()) ?? summaries[0];
    shownFolder = shown?.folder;
    if (shown) panel.show({ type: 'summary', summary: shown.summary }, vscode.Uri.parse(shown.folder));
  };
  return {
    open: async () => {
      folder = await chooseFolder();
      isOpened = true;
      panel.reveal();
      await refresh();
    },
    refresh,
    showProgress: (text, share) => panel.show({ type: 'progress', text, ...(share !== undefined && { share }) }),
    showFailure: (text) => panel.show({ type: 'failed', text }),
    explainCost: async (file, fingerprint) => {
      if (folder) await costs.open({ uri: vscode.Uri.joinPath(folder, file).toString(), fingerprint });
    },
    ask: (question) => answers.answer(question, shownFolder ?? folder?.toString()),
  };
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  if (own || folders.length < 2) return (own ?? folders[0])?.uri;
  const choice = await vscode.window.showWorkspaceFolderPick();
  return (choice ?? folders[0])?.uri;
}
