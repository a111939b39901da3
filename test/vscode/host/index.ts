import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';

/**
 * Called by VS Code inside its extension host: runs the journeys beside this file. The report goes to the file
 * named in `TEST_REPORT`, because a server's extension host has no terminal; a rejection means failed tests.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const report = process.env['TEST_REPORT'];
  const put = (line: string): void => {
    if (report !== undefined) fs.appendFileSync(report, line + '\n');
  };
  // The reporters keep the console they were loaded with, so their own copy is replaced.
  Object.assign(Mocha.reporters.Base, { consoleLog: (...parts: unknown[]) => put(format(...parts)) });
  const grep = process.env['TEST_GREP'];
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, ...(grep ? { grep } : {}) });
  for (const file of fs.readdirSync(__dirname).filter((name) => name.endsWith('.journey.cjs')))
    mocha.addFile(path.join(__dirname, file));
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  // A killed extension host reports success too, so the harness wants this line as well.
  put(`#result ${JSON.stringify({ passes: stats?.passes ?? 0, failures: stats?.failures ?? 1 })}`);
  if (!stats?.passes || stats.failures > 0) throw new Error(`${stats?.failures ?? 1} tests failed`);
}
