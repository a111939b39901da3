import os from 'node:os';
import ts from 'typescript';
import { version } from '../../package.json';
import type { Activation } from './bench-activation.ts';
import { logSlope, type Growth } from './bench-growth.ts';
import type { Latency } from './bench-latency.ts';
import type { ProcessCost } from './measure-process.ts';

/** Medians over some runs. */
export interface Summary extends Omit<ProcessCost, 'exitCode'> {
  readonly runs: number;
}

export interface RuleTime {
  readonly rule: string;
  readonly ms: number;
}

/** Everything that was measured on one folder. */
export interface FolderFigures {
  readonly name: string;
  readonly lines: number;
  readonly reference: Summary;
  readonly rows: readonly { readonly name: string; readonly cost: Summary }[];
  readonly latency: Latency;
  readonly ruleTimes: readonly RuleTime[];
}

/** Everything that a page tells. */
export interface BenchResult {
  readonly figures: readonly FolderFigures[];
  readonly growth: readonly Growth[];
  readonly activation: Activation;
  readonly edits: number;
}

/** The page of results: one table, growth, and the dearest rules below. */
export function benchPage({ figures, growth, activation, edits }: BenchResult): string {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  return `# Benchmarks

CTO Guardrails ${version}, Node ${process.version}, TypeScript ${ts.version}, on ${os.availableParallelism()} cores (${cpu}), ${Math.round(os.totalmem() / 1024 ** 3)} GB, ${new Date().toISOString().slice(0, 10)}. Medians; in parentheses the ratio to \`tsc --noEmit\` of TypeScript 6 in the same run. Written by \`npm run bench\`.

| repository | what | runs | wall s | CPU s | largest process MB | together MB |
|---|---|---|---|---|---|---|
${figures.flatMap(costRows).join('\n')}

## In the editor

Through the protocol that editors speak, while edits go to one file. “All diagnostics” is measured from the last edit on: what the server waits for another edit is part of it.

| repository | what | p50 | p95 |
|---|---|---|---|
${figures.flatMap((figure) => latencyRows(figure, edits)).join('\n')}
| – | the extension's code loaded; activated, without the editor's own work | ${ms(activation.loadMs)} | ${ms(activation.activateMs)} |

${growth.length === 0 ? '' : growthSection(growth)}## Time per rule

In one process without a cache; whoever asks for a type first pays for its computation. A thousand lines (KLOC) count blank ones.

${figures.map(ruleTable).join('\n\n')}
`;
}

function costRows({ name, rows, reference }: FolderFigures): string[] {
  return rows.map(({ name: what, cost }) => {
    const cell = (key: keyof Summary, digits: number): string =>
      `${cost[key].toFixed(digits)} (${(cost[key] / reference[key]).toFixed(2)})`;
    const cells = [cell('wallSeconds', 1), cell('cpuSeconds', 1), cell('peakMegabytes', 0), cell('totalMegabytes', 0)];
    return `| ${[name, what, cost.runs, ...cells].join(' | ')} |`;
  });
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}

function latencyRows({ name, latency }: FolderFigures, edits: number): string[] {
  const { keystroke, pause } = latency;
  const row = (what: string, first: string, second: string): string => `| ${name} | ${what} | ${first} | ${second} |`;
  const { file, lines, pauses } = latency;
  return [
    row(
      `keystroke to syntactic diagnostics, \`${file}\`, ${lines} lines, ${edits} edits`,
      ms(keystroke.p50),
      ms(keystroke.p95),
    ),
    row(`last edit to all diagnostics of the file, ${pauses} edits`, ms(pause.p50), ms(pause.p95)),
    row('the same for the first and for the tenth edit', ms(latency.firstPauseMs), ms(latency.tenthPauseMs)),
    row(
      'start to `initialize`; to syntactic diagnostics of the open file',
      ms(latency.startMs),
      ms(latency.firstSyntaxMs),
    ),
    row('start to the first whole result', ms(latency.readyMs), ''),
    row(
      'memory of the largest process; of all together',
      `${latency.largestMegabytes.toFixed(0)} MB`,
      `${latency.togetherMegabytes.toFixed(0)} MB`,
    ),
  ];
}

function growthSection(growth: readonly Growth[]): string {
  const slope = logSlope(growth.map(({ lines, cpuSeconds }) => ({ x: lines, y: cpuSeconds })));
  const rows = growth.map(({ lines, wallSeconds, cpuSeconds, peakMegabytes, totalMegabytes }) => {
    const cells = [wallSeconds.toFixed(1), cpuSeconds.toFixed(1), peakMegabytes.toFixed(0), totalMegabytes.toFixed(0)];
    return `| ${[Math.round(lines / 1000), ...cells].join(' | ')} |`;
  });
  return `## Growth

Cold audits of copies of one code base, each with names of its own. The logarithm of CPU seconds grows ${slope.toFixed(2)} times as fast as that of the lines; 1 is linear.

| KLOC | wall s | CPU s | largest process MB | together MB |
|---|---|---|---|---|
${rows.join('\n')}

`;
}

function ruleTable({ name, lines, ruleTimes }: FolderFigures): string {
  const rows = ruleTimes
    .slice(0, 25)
    .map((entry) => `| ${entry.rule} | ${entry.ms} | ${((entry.ms * 1000) / lines).toFixed(1)} |`);
  return [`| ${name} | ms | ms per KLOC |`, '|---|---|---|', ...rows].join('\n');
}
