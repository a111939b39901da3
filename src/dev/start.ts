// `npm start [-- FOLDER]`: audits a folder, or the sample shop with a fresh copy of its history.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { makeSample } from './make-sample.ts';

const named = process.argv.slice(2);
const folder = named.find((argument) => !argument.startsWith('-')) ?? (await sampleFolder());
const options = named.filter((argument) => argument.startsWith('-'));
const result = spawnSync(process.execPath, ['dist/cli.mjs', 'audit', path.resolve(folder), ...options], {
  stdio: 'inherit',
});
process.exitCode = result.status ?? 1;

async function sampleFolder(): Promise<string> {
  const sample = await makeSample(path.resolve('test/samples/shop'), path.resolve('out/harbour-shop'));
  const history = sample.hasHistory ? 'with a year of history' : 'without history, as git is not installed here';
  process.stderr.write(
    `Auditing the sample shop, ${history}: ${sample.folder}\nName a folder to audit it: npm start -- /path/to/folder\n\n`,
  );
  return sample.folder;
}
