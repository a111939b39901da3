import { build } from 'esbuild';
import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Language } from '../../src/base/language.ts';
import { summaryPageHtml, summaryPagePolicy } from '../../src/extension/summary-page.ts';
import type { PanelRequest, PanelState, PanelUpdate } from '../../src/protocol/panel-messages.ts';
import type { Theme } from './themes.ts';
import { ensureChromium } from '../vscode/harness/chromium.ts';

/** A browser with the bundled panel on a loopback server, playing VS Code's side of the protocol. */
export interface PanelBrowser {
  open(options: PanelPageOptions): Promise<PanelPage>;
  close(): Promise<void>;
}

export interface PanelPageOptions {
  readonly theme: Theme;
  readonly language?: Language;
  readonly width?: number;
  /** What VS Code kept of the page from before a reload. */
  readonly keptState?: PanelState;
}

export interface PanelPage {
  readonly page: Page;
  /** Errors of scripts and violations of the policy. */
  readonly problems: readonly string[];
  post(...updates: readonly PanelUpdate[]): Promise<void>;
  /** What the page has asked for so far. */
  requests(): Promise<readonly PanelRequest[]>;
  keptState(): Promise<PanelState | undefined>;
}

const nonce = 'nonce-of-the-test';

export async function startPanelBrowser(): Promise<PanelBrowser> {
  const script = await bundlePanel();
  const style = await fs.readFile('media/panel.css', 'utf8');
  const server = http.createServer((request, response) => serve(request, response, { script, style }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
  });
  return {
    open: (options) => openPage(browser, origin, options),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bundlePanel(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/panel/main.tsx'],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  return outputFiles[0]!.text;
}

function serve(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { script, style }: { script: string; style: string },
): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/panel.js') response.setHeader('content-type', 'text/javascript').end(script);
  else if (url.pathname === '/panel.css') response.setHeader('content-type', 'text/css').end(style);
  else if (url.pathname === '/') servePage(response, url.searchParams.get('language') === 'fr' ? 'fr' : 'en');
  else response.writeHead(404).end();
}

function servePage(response: http.ServerResponse, language: Language): void {
  const cspSource = "'self'";
  const html = summaryPageHtml({
    language,
    title: 'CTO Guardrails: Summary',
    scriptUri: '/panel.js',
    styleUri: '/panel.css',
    cspSource,
    nonce,
  });
  response
    .setHeader('content-type', 'text/html; charset=utf-8')
    .setHeader('content-security-policy', summaryPagePolicy({ cspSource, nonce }))
    .end(html);
}

async function openPage(browser: Browser, origin: string, options: PanelPageOptions): Promise<PanelPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1180, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.addInitScript(playVsCode, { theme: options.theme, keptState: options.keptState });
  await page.goto(`${origin}/?language=${options.language ?? 'en'}`);
  await page.waitForFunction(() => (window as unknown as PlayedWindow).requests.length > 0);
  return {
    page,
    problems,
    post: async (...updates) => {
      for (const update of updates) await page.evaluate((message) => window.postMessage(message, '*'), update);
      await page.waitForTimeout(50);
    },
    requests: () => page.evaluate(() => (window as unknown as PlayedWindow).requests),
    keptState: () => page.evaluate(() => (window as unknown as PlayedWindow).kept),
  };
}

interface PlayedWindow {
  requests: PanelRequest[];
  kept: PanelState | undefined;
  acquireVsCodeApi: unknown;
}

/** Runs in the page before its own script: what VS Code puts into every web view. */
function playVsCode({ theme, keptState }: { theme: Theme; keptState: PanelState | undefined }): void {
  const played = window as unknown as PlayedWindow;
  played.requests = [];
  played.kept = keptState;
  played.acquireVsCodeApi = () => ({
    postMessage: (request: PanelRequest) => void played.requests.push(request),
    getState: () => played.kept,
    setState: (state: PanelState) => {
      played.kept = state;
    },
  });
  document.addEventListener('securitypolicyviolation', (event) => {
    reportError(new Error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`));
  });
  document.addEventListener('DOMContentLoaded', () => {
    document.body.className = theme.bodyClass;
    for (const [name, value] of Object.entries(theme.variables))
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
  });
}
