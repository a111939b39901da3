import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder with real files that a test may change; removed at the end. */
export interface TemporaryWorkspace {
  readonly root: string;
  write(file: string, text: string): void;
  remove(file: string): void;
  /** Commits everything; only in a folder that was made with `git`. */
  commit(message: string): void;
  dispose(): void;
}

/** Makes a folder with these files; with `git`, they are one commit. */
export function makeWorkspace(
  files: Readonly<Record<string, string>>,
  options: { readonly git?: boolean } = {},
): TemporaryWorkspace {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cto-guardrails-server-')));
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  if (options.git === true) commitAll(root);
  return {
    root,
    write,
    remove: (file) => fs.rmSync(path.join(root, file)),
    commit: (message) => commit(root, message),
    dispose: () => fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function commitAll(root: string): void {
  git(root, 'init', '--quiet');
  commit(root, 'Open the shop');
}

function commit(root: string, message: string): void {
  git(root, 'add', '.');
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@shop.example'];
  git(root, ...author, 'commit', '--quiet', '--allow-empty', '-m', message);
}

function git(root: string, ...args: string[]): void {
  execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' });
}

/** A shop with one problem of each kind that the tests look for. */
export const shopFiles = {
  'package.json': '{ "name": "corner-shop", "private": true, "dependencies": { "pg": "*" } }\n',
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "module": "nodenext", "target": "es2022" } }\n',
  'src/orders.ts': `export async function loadOrders(ids: readonly string[]): Promise<unknown[]> {
  const orders: unknown[] = [];
  for (const id of ids) orders.push(await loadOrder(id));
  return orders;
}

async function loadOrder(id: string): Promise<unknown> {
  const answer = await fetch(\`https://shop.example/orders/\${id}\`);
  return answer.json();
}
`,
  'src/basket.ts': `export function total(prices: readonly number[]): number {
  return prices.reduce((sum, price) => sum + price, 0);
}
`,
} as const;
