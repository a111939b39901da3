// `npm run bench -- FOLDER…`: a cold audit of each folder beside `tsc --noEmit`, as ratios in one run; `--runs N` (5).
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureProcess, median, type ProcessCost } from './measure-process.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
});
const runs = Number(values.runs);
if (positionals.length === 0 || !Number.isInteger(runs) || runs < 1) {
  console.error('Name at least one folder: npm run bench -- /path/to/repository [--runs 5]');
  process.exit(2);
}

const contenders = [
  {
    name: 'audit, cold',
    script: 'dist/cli.mjs',
    args: (folder: string) => ['audit', folder, '--offline', '--quiet', '--format', 'json'],
  },
  { name: 'tsc --noEmit', script: 'node_modules/typescript/bin/tsc', args: tscArguments },
] as const;

const rows: Record<string, unknown>[] = [];
for (const folder of positionals.map((name) => path.resolve(name))) {
  const costs = await alternate(folder);
  const reference = summary(costs.get('tsc --noEmit') ?? []);
  for (const { name } of contenders) rows.push(row(folder, name, summary(costs.get(name) ?? []), reference));
}
console.table(rows);

/** Runs the contenders in turn, so that the machine's moods hit all of them. */
async function alternate(folder: string): Promise<Map<string, ProcessCost[]>> {
  const costs = new Map<string, ProcessCost[]>();
  for (let run = 0; run < runs; run++) {
    for (const { name, script, args } of contenders) {
      costs.set(name, [...(costs.get(name) ?? []), await measureProcess(path.resolve(script), args(folder), folder)]);
    }
  }
  return costs;
}

function tscArguments(folder: string): string[] {
  const config = path.join(folder, 'tsconfig.json');
  return ['--noEmit', '--skipLibCheck', ...(fs.existsSync(config) ? ['-p', config] : ['--allowJs', '--checkJs'])];
}

function summary(costs: readonly ProcessCost[]): Omit<ProcessCost, 'exitCode'> {
  return {
    wallSeconds: median(costs.map((cost) => cost.wallSeconds)),
    cpuSeconds: median(costs.map((cost) => cost.cpuSeconds)),
    peakMegabytes: median(costs.map((cost) => cost.peakMegabytes)),
  };
}

type Summary = ReturnType<typeof summary>;

function row(folder: string, name: string, own: Summary, reference: Summary): Record<string, unknown> {
  const ratio = (key: keyof Summary): string => `${own[key].toFixed(1)} (${(own[key] / reference[key]).toFixed(2)})`;
  return {
    folder: path.basename(folder),
    what: name,
    'wall s (ratio)': ratio('wallSeconds'),
    'cpu s (ratio)': ratio('cpuSeconds'),
    'peak MB (ratio)': ratio('peakMegabytes'),
  };
}
