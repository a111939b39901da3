// `npm run bench:detection -- ROOT`: audits each corpus below ROOT as a pipeline would and scores the SARIF against
// labelled ground truth. `--truth FOLDER` holds score.mjs and labels.jsonl, `--quality-map FILE` adds rule ids to its map.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    truth: { type: 'string', default: '../shared/benchmarks/detection' },
    'quality-map': { type: 'string' },
    only: { type: 'string' },
  },
});
const [root] = positionals;
if (root === undefined || !fs.existsSync(root)) {
  console.error('Name the folder that holds the corpora: npm run bench:detection -- /path/to/corpora');
  process.exit(2);
}
if (!fs.existsSync(path.join(values.truth, 'score.mjs'))) {
  console.error(`No score.mjs in ${values.truth}: name the folder of the ground truth with --truth FOLDER.`);
  process.exit(2);
}

const out = path.resolve('out/bench-detection');
fs.rmSync(out, { recursive: true, force: true });
fs.cpSync(values.truth, path.join(out, 'truth'), { recursive: true });
if (values['quality-map'] !== undefined) addToQualityMap(values['quality-map']);
const corpora = fs
  .readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (values.only === undefined || entry.name.includes(values.only)))
  .map((entry) => entry.name);
const sarifFiles = corpora.map((corpus) => auditCorpus(path.resolve(root, corpus)));
process.exitCode = score(path.resolve(root), sarifFiles);

function auditCorpus(folder: string): string {
  const sarif = path.join(out, `${path.basename(folder)}.sarif`);
  const started = performance.now();
  const command = ['dist/cli.mjs', 'audit', folder, '--offline', '--quiet', '--format', 'sarif', '--output', sarif];
  const { status } = spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`The audit of ${folder} ended with exit code ${status}.`);
  console.log(`${path.basename(folder)}: audited in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return sarif;
}

function score(corporaRoot: string, sarifs: readonly string[]): number {
  const truth = path.join(out, 'truth');
  const command = [
    path.join(truth, 'score.mjs'),
    ...['--root', corporaRoot, '--labels', path.join(truth, 'labels.jsonl'), '--name', 'cto-guardrails', '--verbose'],
    ...['--json', path.join(out, 'report.json'), '--detail', path.join(out, 'details.jsonl')],
    ...sarifs.flatMap((sarif) => ['--sarif', sarif]),
    ...corpora.flatMap((corpus) => ['--corpus', corpus]),
    ...corpora.filter(hasNoLabels).flatMap((corpus) => ['--clean', corpus]),
  ];
  return spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1;
}

/** A corpus without a label counts as clean code, where each security finding is suspect. */
function hasNoLabels(corpus: string): boolean {
  return !fs.readFileSync(path.join(out, 'truth/labels.jsonl'), 'utf8').includes(`"${corpus}"`);
}

/** Merges lists of patterns of rule ids, by the label's rule, into the scorer's own map. */
function addToQualityMap(file: string): void {
  const target = path.join(out, 'truth/quality-map.json');
  const map = JSON.parse(fs.readFileSync(target, 'utf8')) as Record<string, string[]>;
  const added = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string[]>;
  for (const [label, ids] of Object.entries(added)) map[label] = [...new Set([...(map[label] ?? []), ...ids])];
  fs.chmodSync(target, 0o644);
  fs.writeFileSync(target, JSON.stringify(map));
}
