// `npm run bench -- FOLDER… [--project tsconfig.json] [--tools DIR] [--runs 5] [--edits 200] [--write]`: what an audit
// costs beside compilers and linters, as ratios in one run. Works on copies; fetches nothing; `--write` renews
// media/benchmarks.md.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checksNothing, contendersFor, editedFile, referenceName, type Contender } from './bench-contenders.ts';
import { measureLatency } from './bench-latency.ts';
import { benchPage, type FolderFigures, type RuleTime, type Summary } from './bench-page.ts';
import { measureProcess, median, type ProcessCost } from './measure-process.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    edits: { type: 'string', default: '200' },
    tools: { type: 'string', default: '.' },
    project: { type: 'string', default: 'tsconfig.json' },
    write: { type: 'boolean', default: false },
  },
});
const [runs, edits] = [Number(values.runs), Number(values.edits)];
if (positionals.length === 0 || !(runs >= 1) || !(edits >= 10)) {
  console.error(
    'Name at least one folder: npm run bench -- FOLDER… [--project tsconfig.json] [--tools DIR] [--runs 5] [--edits 200] [--write]',
  );
  process.exit(2);
}

const empty = positionals.find((folder) => checksNothing(folder, values.project));
if (empty !== undefined) {
  console.error(`${values.project} of ${empty} names no files of its own; name the one to check with --project FILE.`);
  process.exit(2);
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
const cache = path.join(scratch, 'cache');
process.env.XDG_CACHE_HOME = cache;
const contenders = contendersFor(path.resolve(values.tools), values.project, cache, scratch);
const figures: FolderFigures[] = [];
try {
  for (const folder of positionals) figures.push(await measureFolder(folder));
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
const page = benchPage(figures, runs, edits);
console.log(page);
if (values.write) fs.writeFileSync('media/benchmarks.md', page);

async function measureFolder(original: string): Promise<FolderFigures> {
  const folder = path.join(scratch, path.basename(path.resolve(original)));
  fs.cpSync(original, folder, { recursive: true, verbatimSymlinks: true });
  const costs = await inTurns(folder);
  const reference = summaryOf(costs.get(referenceName) ?? []);
  return {
    name: path.basename(folder).replace('+', '/'),
    reference,
    rows: contenders.map(({ name }) => ({ name, cost: summaryOf(costs.get(name) ?? []) })),
    latency: await measureLatency(folder, editedFile(folder), edits),
    ruleTimes: ruleTimes(folder),
  };
}

/** Runs the contenders in turn, so that the machine's moods hit all of them. */
async function inTurns(folder: string): Promise<Map<string, ProcessCost[]>> {
  const costs = new Map<string, ProcessCost[]>();
  for (let run = 0; run < runs; run++) {
    for (const contender of contenders) {
      const cost = await measure(contender, folder);
      costs.set(contender.name, [...(costs.get(contender.name) ?? []), cost]);
    }
  }
  return costs;
}

async function measure({ name, prepare, command }: Contender, folder: string): Promise<ProcessCost> {
  prepare?.(folder);
  const cost = await measureProcess(command(folder), folder);
  console.error(`${name}: ${cost.wallSeconds.toFixed(1)} s, exit ${cost.exitCode ?? 'by signal'}`);
  return cost;
}

function summaryOf(costs: readonly ProcessCost[]): Summary {
  const middle = (of: (cost: ProcessCost) => number): number => median(costs.map(of));
  return {
    wallSeconds: middle((cost) => cost.wallSeconds),
    cpuSeconds: middle((cost) => cost.cpuSeconds),
    peakMegabytes: middle((cost) => cost.peakMegabytes),
    totalMegabytes: middle((cost) => cost.totalMegabytes),
  };
}

function ruleTimes(folder: string): readonly RuleTime[] {
  const file = path.join(scratch, 'times.json');
  const args = ['dist/cli.mjs', 'audit', folder, '--offline', '--quiet', '--timing', file, '--format', 'json'];
  spawnSync(process.execPath, [...args, '--output', path.join(scratch, 'result.json')], { stdio: 'ignore' });
  return JSON.parse(fs.readFileSync(file, 'utf8')) as RuleTime[];
}
