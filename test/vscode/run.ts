import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleJourneys } from './harness/bundle-journeys.ts';
import { ensureCodeServer } from './harness/code-server.ts';
import { releases, type Release } from './harness/releases.ts';
import { runHostJourneys, type TestCount } from './harness/run-host-journeys.ts';
import { runUiJourneys } from './harness/run-ui-journeys.ts';

// `npm run test:vscode -- [--release newest|oldest] [--only host|ui] [--grep TEXT] [--no-build]`
const { values: options } = parseArgs({
  options: {
    release: { type: 'string' },
    only: { type: 'string' },
    grep: { type: 'string' },
    'no-build': { type: 'boolean' },
  },
});
const root = process.cwd();
const cache = path.join(root, '.vscode-test');

process.exitCode = (await main()) ? 0 : 1;

async function main(): Promise<boolean> {
  if (options['no-build'] !== true) runScript('package');
  if (options.grep !== undefined) process.env['TEST_GREP'] = options.grep;
  await mkdir(path.join(root, 'out/vscode'), { recursive: true });
  const counts: TestCount[] = [];
  for (const release of releases.filter(({ name }) => (options.release ?? name) === name)) {
    if (options.only !== 'ui') counts.push(await attempt(`VS Code ${release.vscode}, inside`, () => inside(release)));
    if (options.only !== 'host')
      counts.push(await attempt(`VS Code ${release.vscode}, outside`, () => outside(release)));
  }
  const passes = counts.reduce((sum, count) => sum + count.passes, 0);
  const failures = counts.reduce((sum, count) => sum + count.failures, 0);
  process.stdout.write(`\n${passes} passed, ${failures} failed\n`);
  return passes > 0 && failures === 0;
}

function runScript(name: string): void {
  const { status } = spawnSync('npm', ['run', '--silent', name], { stdio: 'inherit', cwd: root });
  if (status !== 0) throw new Error(`npm run ${name} failed`);
}

async function attempt(title: string, run: () => Promise<TestCount>): Promise<TestCount> {
  process.stdout.write(`\n${title}\n`);
  try {
    return await run();
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return { passes: 0, failures: 1 };
  }
}

async function inside(release: Release): Promise<TestCount> {
  const [tests] = (await bundleJourneys(root, 'host')).filter((file) => file.endsWith('index.cjs'));
  if (tests === undefined) throw new Error('test/vscode/host/index.ts is missing');
  return runHostJourneys({ release, root, tests, cache });
}

async function outside(release: Release): Promise<TestCount> {
  const server = await ensureCodeServer(release, cache);
  return runUiJourneys(await bundleJourneys(root, 'ui'), {
    UI_SERVER: server.main,
    UI_NODE: server.node,
    UI_VSIX: path.join(root, 'out/cto-guardrails.vsix'),
    // Pictures for the README come from one release only, so that they do not change from run to run.
    ...(release.name === 'newest' ? { UI_SCREENSHOTS: path.join(root, 'media/screenshots') } : {}),
  });
}
