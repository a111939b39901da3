// `npm run backtest -- FOLDER…`: did past prices point at the files that later received fixes? Writes media/back-test.md.
import fs from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { backtestPage } from './backtest/backtest-page.ts';
import type { Snapshot } from './backtest/snapshot.ts';
import { pastDatesOf, takeSnapshot } from './backtest/take-snapshot.ts';

const folders = process.argv
  .slice(2)
  .map((name) => path.resolve(name))
  .sort();
if (folders.length === 0) {
  console.error('Name clones with their history: npm run backtest -- /path/to/clone…');
  process.exit(2);
}

const recorded = 'out/backtest';
await fs.mkdir(recorded, { recursive: true });
const snapshots: Snapshot[] = [];
for (const folder of folders) {
  for (const past of pastDatesOf(folder)) snapshots.push(await snapshotAt(folder, past));
}

const page = backtestPage(snapshots, new Date().toISOString().slice(0, 10));
await fs.writeFile(
  'media/back-test.md',
  await format(page, { ...(await resolveConfig('media/back-test.md')), filepath: 'media/back-test.md' }),
);

/** Audits take minutes, so finished ones are kept; delete `out/backtest` to take them anew. */
async function snapshotAt(folder: string, past: Parameters<typeof takeSnapshot>[1]): Promise<Snapshot> {
  const file = path.join(recorded, `${path.basename(folder)}-${past.date}.json`);
  const known = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as Snapshot;
  const start = performance.now();
  const snapshot = await takeSnapshot(folder, past);
  await fs.writeFile(file, JSON.stringify(snapshot));
  console.log(
    `${snapshot.repository} ${past.date}: ${snapshot.rows.length} files, ${((performance.now() - start) / 1000).toFixed(0)} s`,
  );
  return snapshot;
}
