import fs from 'node:fs';
import path from 'node:path';

/** Runs the journeys beside this file and leaves their count in the file named in `UI_COUNT`. */
async function main(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const grep = process.env['TEST_GREP'];
  const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, ...(grep ? { grep } : {}) });
  for (const file of fs.readdirSync(__dirname).filter((name) => name.endsWith('.journey.cjs')))
    mocha.addFile(path.join(__dirname, file));
  const runner = mocha.run((failures) => {
    const count = { passes: runner.stats?.passes ?? 0, failures };
    fs.writeFileSync(process.env['UI_COUNT'] ?? 'count.json', JSON.stringify(count));
    process.exitCode = failures > 0 ? 1 : 0;
  });
}

void main();
