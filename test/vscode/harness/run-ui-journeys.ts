import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestCount } from './run-host-journeys.ts';

/**
 * Runs journeys that drive a workbench from outside, in a mocha of their own; `env` tells them which VS Code to
 * start. The count comes from the file that their `index` writes when mocha ends.
 */
export async function runUiJourneys(
  files: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<TestCount> {
  const count = path.join(path.dirname(files[0] ?? '.'), 'count.json');
  await fs.rm(count, { force: true });
  const index = files.filter((file) => file.endsWith('index.cjs'));
  const child = spawn(process.execPath, ['--enable-source-maps', ...index], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env, UI_COUNT: count },
  });
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
    // Mocha's own sums would be counted beside those of the whole run.
    if (!/^ +\d+ (passing|failing)/.test(line)) process.stdout.write(`${line}\n`);
  }
  return JSON.parse(await fs.readFile(count, 'utf8')) as TestCount;
}
