import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
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
  spawnSync(process.execPath, ['--enable-source-maps', ...index], {
    stdio: 'inherit',
    env: { ...process.env, ...env, UI_COUNT: count },
  });
  return JSON.parse(await fs.readFile(count, 'utf8')) as TestCount;
}
