import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const files = {
  'package.json': JSON.stringify(
    { name: 'corner-shop', private: true, type: 'module', dependencies: { express: '^5.0.0', pg: '^8.11.0' } },
    null,
    2,
  ),
  'package-lock.json': JSON.stringify({
    name: 'corner-shop',
    lockfileVersion: 3,
    packages: {
      '': { name: 'corner-shop', dependencies: { express: '^5.0.0', pg: '^8.11.0' } },
      'node_modules/express': { version: '5.1.0' },
      'node_modules/pg': { version: '8.16.0' },
    },
  }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { noImplicitAny: false, module: 'nodenext', target: 'es2022' } }),
  'types/modules.d.ts': "declare module 'express';\ndeclare module 'pg';\n",
  'src/orders.ts': `import express from 'express';
import pg from 'pg';

const app = express();
const db = new pg.Pool();

app.get('/orders', async (req, res) => {
  const rows = await db.query("SELECT * FROM orders WHERE customer = '" + req.query.customer + "'");
  res.json(rows);
});

app.listen(3000);
`,
  'src/basket.ts': `export function total(prices: readonly number[]): number {
  return prices.reduce((sum, price) => sum + price, 0);
}
`,
  'src/mail.ts': `export async function sendAll(addresses: readonly string[], send: (to: string) => Promise<void>): Promise<void> {
  try {
    for (const address of addresses) await send(address);
  } catch {}
}
`,
} as const;

/** The source files of the small shop that journeys work on. */
export type ShopFile = keyof typeof files;

/**
 * Makes a small shop with known problems and a git history of one commit, with as many clean files more as wanted;
 * the caller removes the folder.
 */
export function makeSampleShop(moreFiles = 0): string {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'corner-shop-')));
  const catalogue = Array.from({ length: moreFiles }, (_, index) => [
    `src/catalogue/part-${index}.ts`,
    partText(index),
  ]);
  for (const [name = '', text = ''] of [...Object.entries(files), ...catalogue]) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  const git = (...args: string[]): unknown => execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@shop.example', 'commit', '--quiet', '-m', 'Open the shop');
  return root;
}

function partText(index: number): string {
  const prices = Array.from({ length: 40 }, (_, item) => `  item${item}: { price: ${index + item}, stock: ${item} },`);
  return [
    'export const part = {',
    ...prices,
    '};',
    'export function dearest(): number {',
    '  return Math.max(...Object.values(part).map(({ price }) => price));',
    '}',
    '',
  ].join('\n');
}
