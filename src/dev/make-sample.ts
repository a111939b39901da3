import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';

/** How often each file changed in the year before HEAD; the rest of the shop changed once, when it was founded. */
const changesByFile: Readonly<Record<string, number>> = {
  'server/pricing/discounts.ts': 22,
  'server/payments/charge.ts': 14,
  'server/routes/orders.ts': 12,
  'server/routes/checkout.ts': 7,
  'server/auth/session.ts': 5,
  'server/routes/reports.ts': 4,
  'client/components/Basket.tsx': 9,
  'client/api.ts': 6,
  'package.json': 5,
};

const people = [
  'Ada <ada@harbour-shop.example>',
  'Noor <noor@harbour-shop.example>',
  'Jules <jules@harbour-shop.example>',
  'Mika <mika@harbour-shop.example>',
];
const headDate = Date.UTC(2026, 9, 30, 16) / 1000;
const daySeconds = 86_400;

interface SampleCommit {
  readonly date: number;
  readonly author: string;
  readonly message: string;
  readonly files: ReadonlyMap<string, string>;
}

/** What was made: the folder, and whether it has a git history. */
export interface Sample {
  readonly folder: string;
  readonly hasHistory: boolean;
}

/**
 * Copies the sample shop to a folder and gives it a git history, the same one every time. Without git it stays a
 * plain folder.
 */
export async function makeSample(source: string, folder: string): Promise<Sample> {
  await fs.rm(folder, { recursive: true, force: true });
  await fs.cp(source, folder, { recursive: true });
  const files = await readAll(source);
  const init = spawnSync('git', ['init', '--quiet', '--initial-branch=main', folder], { stdio: 'ignore' });
  if (init.error || init.status !== 0) return { folder, hasHistory: false };
  const git = (args: readonly string[], input?: string): boolean =>
    spawnSync('git', ['-C', folder, ...args], { input, stdio: ['pipe', 'ignore', 'inherit'] }).status === 0;
  const isImported = git(['fast-import', '--quiet', '--date-format=raw'], importStream(historyOf(files)));
  return { folder, hasHistory: isImported && git(['reset', '--quiet', '--hard', 'main']) };
}

async function readAll(folder: string): Promise<Map<string, string>> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  return new Map(
    await Promise.all(
      names.map(
        async (name) => [name.split(path.sep).join('/'), await fs.readFile(path.join(folder, name), 'utf8')] as const,
      ),
    ),
  );
}

/** The founding commit two years before HEAD, then each changed file growing to its present text. */
function historyOf(files: ReadonlyMap<string, string>): SampleCommit[] {
  const founded = new Map([...files].map(([name, text]) => [name, versionOf(text, 0, changesByFile[name] ?? 0)]));
  const founding: SampleCommit = {
    date: headDate - 730 * daySeconds,
    author: people[0] ?? '',
    message: 'Open the shop',
    files: founded,
  };
  const changes = Object.entries(changesByFile).flatMap(([name, count], fileIndex) =>
    Array.from({ length: count }, (_, index) => changeOf(name, files.get(name) ?? '', index + 1, count, fileIndex)),
  );
  return [founding, ...changes.sort((a, b) => a.date - b.date)];
}

function changeOf(name: string, text: string, step: number, count: number, fileIndex: number): SampleCommit {
  const age = ((count - step) * 350) / count + fileIndex * 0.7;
  const isFix = step % 3 === 0;
  return {
    date: Math.round(headDate - age * daySeconds),
    author: people[(step + fileIndex) % people.length] ?? '',
    message: `${isFix ? 'Fix' : 'Extend'} ${path.posix.basename(name).replace(/\..*/, '')}, step ${step}`,
    files: new Map([[name, versionOf(text, step, count)]]),
  };
}

/** A file part of the way to its present text; JSON stays whole, so that each version can be read. */
function versionOf(text: string, step: number, count: number): string {
  if (step >= count) return text;
  if (text.startsWith('{')) return `${text.trimEnd()}${'\n'.repeat(count - step + 1)}`;
  const lines = text.split('\n');
  return lines.slice(0, Math.max(1, Math.floor((lines.length * (step + 1)) / (count + 1)))).join('\n') + '\n';
}

function importStream(commits: readonly SampleCommit[]): string {
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  return commits
    .map(
      ({ date, author, message, files }) =>
        `commit refs/heads/main\nauthor ${author} ${date} +0000\ncommitter ${author} ${date} +0000\n${data(message)}` +
        [...files].map(([name, text]) => `M 100644 inline ${name}\n${data(text)}`).join(''),
    )
    .join('\n');
}
