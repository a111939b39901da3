// `npm run code [-- FOLDER]`: opens a folder, or the sample shop, in a real VS Code with the extension.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureCodeServer, type CodeServer } from '../../test/vscode/harness/code-server.ts';
import { releases } from '../../test/vscode/harness/releases.ts';
import { makeSample } from './make-sample.ts';

const root = process.cwd();
const [named] = process.argv.slice(2);
const folder = named === undefined ? (await makeSample('test/samples/shop', 'out/harbour-shop')).folder : named;
const desktop = desktopProgram();
process.exitCode =
  desktop === undefined ? await openServer(path.resolve(folder)) : openDesktop(desktop, path.resolve(folder));

/** The user's own VS Code, where its command is in PATH. */
function desktopProgram(): string | undefined {
  const names = process.platform === 'win32' ? ['code.cmd', 'code-insiders.cmd'] : ['code', 'code-insiders', 'codium'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.flatMap((place) => names.map((name) => path.join(place, name))).find((file) => existsSync(file));
}

function openDesktop(program: string, workspace: string): number {
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', workspace];
  return spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
}

/** Without a desktop: the same VS Code as a server, whose workbench any browser on this machine opens. */
async function openServer(workspace: string): Promise<number> {
  const [newest] = releases;
  if (newest === undefined) throw new Error('No release of VS Code is named.');
  console.error('No `code` command was found in PATH: starting VS Code as a server on this machine.');
  const server = await ensureCodeServer(newest, path.join(root, '.vscode-test'));
  const home = path.join(root, 'out/vscode-home');
  const places = ['--server-data-dir', path.join(home, 'data'), '--extensions-dir', path.join(home, 'extensions')];
  installExtension(server, places);
  const flags = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'];
  const child = spawn(server.node, [server.main, ...places, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.on('data', (chunk: Buffer) => {
    const port = /agent listening on (\d+)/.exec(chunk.toString())?.[1];
    if (port === undefined) return;
    console.log(`Open http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)} in a browser. Ctrl+C ends it.`);
  });
  return new Promise((resolve) => void child.on('close', (code) => resolve(code ?? 0)));
}

function installExtension({ node, main }: CodeServer, places: readonly string[]): void {
  const vsix = path.join(root, 'out/cto-guardrails.vsix');
  const args = [main, ...places, '--accept-server-license-terms', '--force', '--install-extension', vsix];
  const { status } = spawnSync(node, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${vsix} could not be installed.`);
}
