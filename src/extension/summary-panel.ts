import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Language, Localized } from '../base/language.ts';
import type { TextRange } from '../base/text-range.ts';
import {
  parsePanelRequest,
  parsePanelState,
  type PanelAnswer,
  type PanelContent,
  type PanelQuestion,
  type PanelRequest,
  type PanelUpdate,
} from '../protocol/panel-messages.ts';
import { summaryPageHtml } from './summary-page.ts';

/** What the panel needs from the extension around it. */
export interface SummaryPanelHost {
  readonly extensionUri: vscode.Uri;
  readonly language: Language;
  /** Keeps the reader's switch, filter and scroll position after the panel is closed. */
  readonly storage: vscode.Memento;
  runAudit(): void;
  planBudget(): void;
  /** The server's answer; undefined when a newer question took its place. */
  ask(question: PanelQuestion): Promise<PanelAnswer | undefined>;
  /** Called when the panel comes to life, at first or restored after a reload: the time to `show` the newest. */
  opened?(): void;
  /** Opens the page of a rule. */
  explainRule(rule: string): void;
  /** Opens the derivation of a finding's figures; `file` is relative to the audited folder. */
  explainCost(file: string, fingerprint: string): void;
}

/** The one summary panel of a window. */
export interface SummaryPanel {
  /** Brings the panel to the front, and makes it if it is not there. */
  reveal(): void;
  /** Replaces what the panel shows, now and when it is opened later. `root` is the audited folder. */
  show(content: PanelContent, root?: vscode.Uri): void;
  dispose(): void;
}

/** Id of the web view; `activationEvents` needs `onWebviewPanel:` with it, so that it comes back after a reload. */
export const summaryPanelType = 'ctoGuardrails.summary';

/** Makes the panel's owner and registers it for restoring; nothing is shown before `reveal`. */
export function createSummaryPanel(host: SummaryPanelHost): SummaryPanel {
  const panel = new WindowSummaryPanel(host);
  const restoring = vscode.window.registerWebviewPanelSerializer(summaryPanelType, {
    deserializeWebviewPanel: (restored) => {
      panel.adopt(restored);
      return Promise.resolve();
    },
  });
  return {
    reveal: () => panel.reveal(),
    show: (content, root) => panel.show(content, root),
    dispose: () => {
      restoring.dispose();
      panel.dispose();
    },
  };
}

const stateKey = 'ctoGuardrails.summaryPanel';
const title: Localized = { en: 'CTO Guardrails: Summary', fr: 'CTO Guardrails\u00a0: Synthèse' };
const cannotOpen: Localized = {
  en: 'CTO Guardrails cannot open {0}: the file is not in the audited folder any more. Run the audit again.',
  fr: 'CTO Guardrails ne peut pas ouvrir {0}\u00a0: le fichier n’est plus dans le dossier audité. Relancez l’audit.',
};

class WindowSummaryPanel {
  readonly #host: SummaryPanelHost;
  #content: PanelContent = { type: 'notAudited' };
  #root: vscode.Uri | undefined;
  #panel: vscode.WebviewPanel | undefined;

  constructor(host: SummaryPanelHost) {
    this.#host = host;
  }

  reveal(): void {
    if (this.#panel) this.#panel.reveal();
    else this.adopt(this.#create());
  }

  show(content: PanelContent, root: vscode.Uri | undefined): void {
    this.#content = content;
    this.#root = root ?? this.#root;
    this.#send(content);
  }

  adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const request = parsePanelRequest(message);
      if (request) void this.#answer(request);
    });
    panel.webview.options = this.#webviewOptions();
    panel.title = title[this.#host.language];
    panel.iconPath = this.#icon();
    panel.webview.html = this.#page(panel.webview);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #create(): vscode.WebviewPanel {
    const column = vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.One;
    return vscode.window.createWebviewPanel(summaryPanelType, title[this.#host.language], column, {
      ...this.#webviewOptions(),
      enableFindWidget: true,
    });
  }

  #webviewOptions(): vscode.WebviewOptions {
    const { extensionUri } = this.#host;
    const folders = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder));
    return { enableScripts: true, localResourceRoots: folders };
  }

  #icon(): { light: vscode.Uri; dark: vscode.Uri } {
    const media = vscode.Uri.joinPath(this.#host.extensionUri, 'media');
    return {
      light: vscode.Uri.joinPath(media, 'summary-light.svg'),
      dark: vscode.Uri.joinPath(media, 'summary-dark.svg'),
    };
  }

  #page(webview: vscode.Webview): string {
    const { extensionUri, language } = this.#host;
    return summaryPageHtml({
      language,
      title: title[language],
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'panel.js')).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', 'panel.css')).toString(),
      cspSource: webview.cspSource,
      nonce: randomBytes(18).toString('base64url'),
    });
  }

  async #answer(request: PanelRequest): Promise<void> {
    switch (request.type) {
      case 'ready':
        this.#sendSettings();
        this.#send(this.#content);
        this.#host.opened?.();
        return;
      case 'runAudit':
        this.#host.runAudit();
        return;
      case 'planBudget':
        this.#host.planBudget();
        return;
      case 'askPlan':
      case 'askProfile':
      case 'saveProfile':
        return this.#ask(request);
      case 'explainRule':
        this.#host.explainRule(request.rule);
        return;
      case 'explainCost':
        this.#host.explainCost(request.file, request.fingerprint);
        return;
      case 'openFinding':
        await this.#open(request.file, request.range);
        return;
      case 'setState':
        await this.#host.storage.update(stateKey, request.state);
    }
  }

  async #ask(question: PanelQuestion): Promise<void> {
    const answer = await this.#host.ask(question);
    if (answer) this.#send(answer);
  }

  #sendSettings(): void {
    const state = parsePanelState(this.#host.storage.get(stateKey));
    this.#send({ type: 'settings', language: this.#host.language, ...(state && { state }) });
  }

  #send(update: PanelUpdate): void {
    void this.#panel?.webview.postMessage(update);
  }

  async #open(file: string, range: TextRange): Promise<void> {
    const uri = this.#root && uriInside(this.#root, file);
    const opened = uri && (await openAt(uri, range, this.#columnBesidePanel()));
    if (!opened) void vscode.window.showWarningMessage(cannotOpen[this.#host.language].replace('{0}', () => file));
  }

  /** Code opens where code is already shown, so that the panel stays in sight; else in the panel's own column. */
  #columnBesidePanel(): vscode.ViewColumn {
    const own = this.#panel?.viewColumn;
    const other = vscode.window.visibleTextEditors.find(({ viewColumn }) => viewColumn && viewColumn !== own);
    return other?.viewColumn ?? own ?? vscode.ViewColumn.Active;
  }
}

/** A file of the folder; undefined when the path leads out of it. */
function uriInside(root: vscode.Uri, file: string): vscode.Uri | undefined {
  const uri = vscode.Uri.joinPath(root, file);
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return uri.path.startsWith(folder) && uri.authority === root.authority ? uri : undefined;
}

async function openAt(uri: vscode.Uri, { start, end }: TextRange, column: vscode.ViewColumn): Promise<boolean> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const selection = new vscode.Range(start.line, start.column, end.line, end.column);
    await vscode.window.showTextDocument(document, { selection, viewColumn: column });
    return true;
  } catch {
    // Gone, or not a text any more: the caller tells the reader which file and what to do.
    return false;
  }
}
