import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureChromium } from './chromium.ts';
import type { CodeServer } from './code-server.ts';
import { runCommand } from './run-command.ts';

/** What runs in a workbench: an extension under development with its tests, or an installed package. */
export interface WorkbenchOptions {
  readonly server: CodeServer;
  /** Folder or `.code-workspace` file. */
  readonly workspace: string;
  readonly extension: { readonly vsix: string } | { readonly folder: string; readonly tests: string };
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Ask whether the workspace is trusted, as the desktop does; off by default. */
  readonly workspaceTrust?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A running VS Code. */
export interface Workbench {
  readonly page: Page;
  /** Waits for the exit code of the extension host's tests. */
  testsEnded(): Promise<number>;
  /** Errors that the workbench logged, without the noise of a machine that is offline. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Starts a VS Code server with its own empty user data, opens its workbench in chromium and waits until it shows. */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const home = await fs.mkdtemp(path.join(os.tmpdir(), 'cto-guardrails-vscode-'));
  const folders = ['--server-data-dir', `${home}/data`, '--extensions-dir', `${home}/ext`];
  await writeUserSettings(home, options.settings ?? {});
  if ('vsix' in options.extension) await installExtension(options.server, folders, options.extension.vsix);
  const server = startServer(options, folders);
  const closers: (() => Promise<unknown>)[] = [() => stop(server)];
  const close = async (): Promise<void> => {
    for (const closer of closers.reverse()) await closer();
    await fs.rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  try {
    const port = await portOf(server);
    const browser = await chromium.launch({
      executablePath: await ensureChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    closers.push(() => browser.close());
    return { ...(await openPage(browser, port, options)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'files.autoSave': 'off',
};

async function writeUserSettings(home: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = path.join(home, 'data/data/User');
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(path.join(folder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

async function installExtension(server: CodeServer, folders: readonly string[], vsix: string): Promise<void> {
  const args = [server.main, ...folders, '--accept-server-license-terms', '--install-extension', path.resolve(vsix)];
  const output = await runCommand(server.node, args);
  if (!output.includes('successfully installed')) throw new Error(`The package does not install: ${output}`);
}

function startServer(options: WorkbenchOptions, folders: readonly string[]): ChildProcess {
  const flags = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--telemetry-level', 'off'];
  flags.push('--accept-server-license-terms');
  // Without the smoke-test driver the address may not name tests to run; with it no notification shows.
  if ('tests' in options.extension) flags.push('--enable-smoke-test-driver');
  if (options.workspaceTrust !== true) flags.push('--disable-workspace-trust');
  return spawn(options.server.node, [options.server.main, ...folders, ...flags], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function portOf(server: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(port);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', (code) => reject(new Error(`VS Code ended with ${String(code)}: ${output}`)));
    setTimeout(() => reject(new Error(`VS Code did not start in 60 s: ${output}`)), 60_000).unref();
  });
}

async function openPage(browser: Browser, port: string, options: WorkbenchOptions): Promise<Omit<Workbench, 'close'>> {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const errors = collectErrors(page);
  const testsEnded = await listenForTests(page);
  await page.goto(address(port, options));
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  return { page, errors, testsEnded };
}

const noise =
  /open-vsx|ERR_NAME_NOT_RESOLVED|Service ?Worker|404 \(Not Found\)|\[lifecycle\]|allow-same-origin|handleSaveError|bad HTTP response|authentication provider|Canceled/i;

function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !noise.test(message.text())) errors.push(message.text().slice(0, 600));
  });
  return errors;
}

/** The workbench calls these two functions of its page while and after it runs tests. */
async function listenForTests(page: Page): Promise<() => Promise<number>> {
  const { promise, resolve, reject } = withResolvers<number>();
  page.on('crash', () => reject(new Error('The workbench page crashed.')));
  await page.exposeFunction('codeAutomationLog', () => undefined);
  await page.exposeFunction('codeAutomationExit', resolve);
  return () => promise;
}

function withResolvers<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
} {
  let settle: { resolve: (value: T) => void; reject: (error: Error) => void } | undefined;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  // A crash of the page after the tests' own failure must not end this process.
  promise.catch(() => undefined);
  if (settle === undefined) throw new Error('A promise runs its executor at once.');
  return { promise, ...settle };
}

function address(port: string, { workspace, extension }: WorkbenchOptions): string {
  const remote = (file: string): string => `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;
  const payload =
    'vsix' in extension
      ? []
      : [
          ['extensionDevelopmentPath', remote(extension.folder)],
          ['extensionTestsPath', remote(extension.tests)],
        ];
  const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [kind]: path.resolve(workspace), payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const kill = setTimeout(() => server.kill('SIGKILL'), 5000);
  server.kill('SIGTERM');
  await gone;
  clearTimeout(kill);
}
