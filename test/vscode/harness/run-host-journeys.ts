import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import fs from 'node:fs/promises';
import path from 'node:path';
import { ensureCodeServer } from './code-server.ts';
import type { Release } from './releases.ts';
import { makeSampleShop } from './sample-shop.ts';
import { startWorkbench } from './workbench.ts';

/** How many tests passed and failed. */
export interface TestCount {
  readonly passes: number;
  readonly failures: number;
}

interface HostRun {
  readonly release: Release;
  /** Folder of the project, which is the extension under development. */
  readonly root: string;
  readonly tests: string;
  readonly cache: string;
}

/**
 * Runs the journeys inside the extension host of a real VS Code: the desktop build where it can be downloaded,
 * else the same VS Code as a server. The count comes from the tests' own last line, not from an exit code.
 */
export async function runHostJourneys(run: HostRun): Promise<TestCount> {
  const workspace = makeSampleShop();
  const report = path.join(run.root, 'out/vscode', `report-${run.release.name}-${process.pid}.txt`);
  await fs.rm(report, { force: true });
  try {
    const desktop = await downloadDesktop(run);
    await (desktop === undefined ? runOnServer(run, workspace, report) : runOnDesktop(run, desktop, workspace, report));
    return await readReport(report);
  } finally {
    await fs.rm(workspace, { recursive: true, force: true, maxRetries: 5 });
    await fs.rm(report, { force: true });
  }
}

async function downloadDesktop({ release, cache }: HostRun): Promise<string | undefined> {
  if (!process.env['DISPLAY'] && process.platform === 'linux') {
    process.stderr.write('No display: testing in the server build of VS Code instead of the desktop build.\n');
    return undefined;
  }
  try {
    return await downloadAndUnzipVSCode({ version: release.vscode, cachePath: cache, timeout: 15_000 });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The desktop build cannot be downloaded (${cause}): testing in the server build.\n`);
    return undefined;
  }
}

async function runOnDesktop(run: HostRun, desktop: string, workspace: string, report: string): Promise<void> {
  await runTests({
    vscodeExecutablePath: desktop,
    extensionDevelopmentPath: run.root,
    extensionTestsPath: run.tests,
    extensionTestsEnv: { TEST_REPORT: report },
    launchArgs: [workspace, '--disable-workspace-trust', '--disable-extensions'],
  });
}

async function runOnServer(run: HostRun, workspace: string, report: string): Promise<void> {
  const workbench = await startWorkbench({
    server: await ensureCodeServer(run.release, run.cache),
    workspace,
    extension: { folder: run.root, tests: run.tests },
    env: { TEST_REPORT: report },
  });
  try {
    const code = await within(240_000, workbench.testsEnded());
    if (code !== 0) for (const error of workbench.errors) process.stderr.write(`  workbench: ${error}\n`);
  } finally {
    await workbench.close();
  }
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`No result of the tests after ${milliseconds / 1000} s.`)), milliseconds).unref();
  });
  return Promise.race([promise, late]);
}

async function readReport(report: string): Promise<TestCount> {
  const text = await fs.readFile(report, 'utf8').catch(() => '');
  // Mocha's own sums would be counted beside those of the whole run.
  process.stdout.write(text.replace(/^#result .*\n|^ +\d+ (passing|failing).*\n/gm, ''));
  const result = /^#result (.*)$/m.exec(text)?.[1];
  if (result === undefined) throw new Error('The extension host ended before its tests did.');
  return JSON.parse(result) as TestCount;
}
