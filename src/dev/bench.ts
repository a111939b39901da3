// `npm run bench -- FOLDER… [options]`: what an audit costs beside compilers and linters, as ratios in one run.
// Works on copies; fetches nothing; `--write` renews media/benchmarks.md.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureActivation } from './bench-activation.ts';
import { checksNothing, contendersFor, editedFile, referenceName, type Contender } from './bench-contenders.ts';
import { measureGrowth, type Growth } from './bench-growth.ts';
import { measureLatency } from './bench-latency.ts';
import { benchPage, type FolderFigures, type RuleTime, type Summary } from './bench-page.ts';
import { countLines } from './count-lines.ts';
import { measureProcess, median, type ProcessCost } from './measure-process.ts';

const usage = `npm run bench -- [FOLDER[=tsconfig.json]…] [--growth FOLDER]
  --tools DIR       where TypeScript 7, eslint with typescript-eslint and oxlint are installed
  --runs 5          repetitions of each row
  --patience 600    seconds of a row after which it is not repeated any more
  --edits 200       keystrokes
  --product dist    folder of the bundles to measure
  --growth FOLDER   also measure audits of 1, 3, 8 and 23 copies of its code
  --write           renew media/benchmarks.md`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    patience: { type: 'string', default: '600' },
    edits: { type: 'string', default: '200' },
    tools: { type: 'string', default: '.' },
    product: { type: 'string', default: 'dist' },
    growth: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const [runs, edits, patience] = [Number(values.runs), Number(values.edits), Number(values.patience)];
const subjects = positionals.map((text) => {
  const [folder = '', project = 'tsconfig.json'] = text.split('=');
  return { folder: path.resolve(folder), project };
});
const empty = subjects.find(({ folder, project }) => checksNothing(folder, project));
if ((subjects.length === 0 && !values.growth) || !(runs >= 1) || !(edits >= 10) || !(patience > 0)) fail(usage);
if (empty) fail(`${empty.project} of ${empty.folder} names no files of its own; name the one to check: FOLDER=FILE.`);

const product = path.resolve(values.product);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
const cache = path.join(scratch, 'cache');
process.env.XDG_CACHE_HOME = cache;
try {
  const figures: FolderFigures[] = [];
  for (const { folder, project } of subjects) figures.push(await measureFolder(folder, project));
  const growth: readonly Growth[] = values.growth ? await measureGrowth(values.growth, product, scratch) : [];
  const activation = measureActivation(product);
  const page = benchPage({ figures, growth, activation, edits });
  console.log(page);
  if (values.write) fs.writeFileSync('media/benchmarks.md', page);
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}

function fail(text: string): never {
  console.error(text);
  process.exit(2);
}

async function measureFolder(original: string, project: string): Promise<FolderFigures> {
  const folder = path.join(scratch, path.basename(original));
  fs.cpSync(original, folder, { recursive: true, verbatimSymlinks: true });
  const contenders = contendersFor({ tools: path.resolve(values.tools), project, cache, scratch, product });
  const costs = await inTurns(contenders, folder);
  const latency = await measureLatency({
    ...{ server: path.join(product, 'server.mjs'), folder, file: editedFile(folder), edits },
    mostSeconds: patience,
  });
  const figures = {
    name: path.basename(folder).replace('+', '/'),
    lines: countLines(folder),
    reference: summaryOf(costs.get(referenceName) ?? []),
    rows: contenders.map(({ name }) => ({ name, cost: summaryOf(costs.get(name) ?? []) })),
    latency,
    ruleTimes: ruleTimes(folder),
  };
  fs.rmSync(folder, { recursive: true, force: true });
  return figures;
}

/** Runs the contenders in turn, so that the machine's moods hit all of them. */
async function inTurns(contenders: readonly Contender[], folder: string): Promise<Map<string, ProcessCost[]>> {
  const costs = new Map<string, ProcessCost[]>();
  for (let run = 0; run < runs; run++) {
    for (const contender of contenders) {
      const before = costs.get(contender.name) ?? [];
      if (before.reduce((sum, { wallSeconds }) => sum + wallSeconds, 0) > patience) continue;
      costs.set(contender.name, [...before, await measure(contender, folder)]);
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
    runs: costs.length,
  };
}

function ruleTimes(folder: string): readonly RuleTime[] {
  const file = path.join(scratch, 'times.json');
  const args = [path.join(product, 'cli.mjs'), 'audit', folder, '--offline', '--quiet', '--timing', file];
  const result = ['--format', 'json', '--output', path.join(scratch, 'result.json')];
  spawnSync(process.execPath, [...args, ...result], { stdio: 'ignore' });
  return JSON.parse(fs.readFileSync(file, 'utf8')) as RuleTime[];
}
