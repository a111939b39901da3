import os from 'node:os';
import ts from 'typescript';
import { version } from '../../package.json';
import type { Latency } from './bench-latency.ts';
import type { ProcessCost } from './measure-process.ts';

export type Summary = Omit<ProcessCost, 'exitCode'>;

export interface RuleTime {
  readonly rule: string;
  readonly ms: number;
}

/** Everything that was measured on one folder. */
export interface FolderFigures {
  readonly name: string;
  readonly reference: Summary;
  readonly rows: readonly { readonly name: string; readonly cost: Summary }[];
  readonly latency: Latency;
  readonly ruleTimes: readonly RuleTime[];
}

/** The page of results: one table, and the dearest rules below. */
export function benchPage(figures: readonly FolderFigures[], runs: number, edits: number): string {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  return `# Benchmarks

CTO Guardrails ${version}, Node ${process.version}, TypeScript ${ts.version}, on ${os.availableParallelism()} cores (${cpu}), ${Math.round(os.totalmem() / 1024 ** 3)} GB, ${new Date().toISOString().slice(0, 10)}. Medians of ${runs}; in parentheses the ratio to \`tsc --noEmit\` of TypeScript 6 in the same run. Written by \`npm run bench\`.

| repository | what | wall s | CPU s | largest process MB | together MB |
|---|---|---|---|---|---|
${figures.flatMap(costRows).join('\n')}
${figures.flatMap((figure) => latencyRows(figure, edits)).join('\n')}

## Time per rule

Milliseconds in one process without a cache; whoever asks for a type first pays for its computation.

${figures.map(ruleTable).join('\n\n')}
`;
}

function costRows({ name, rows, reference }: FolderFigures): string[] {
  return rows.map(({ name: what, cost }) => {
    const cell = (key: keyof Summary, digits: number): string =>
      `${cost[key].toFixed(digits)} (${(cost[key] / reference[key]).toFixed(2)})`;
    const cells = [cell('wallSeconds', 1), cell('cpuSeconds', 1), cell('peakMegabytes', 0), cell('totalMegabytes', 0)];
    return `| ${[name, what, ...cells].join(' | ')} |`;
  });
}

function latencyRows({ name, latency }: FolderFigures, edits: number): string[] {
  const { keystroke, pause } = latency;
  const ms = (value: number): string => `${Math.round(value)} ms`;
  const row = (what: string, figure: string): string => `| ${name} | ${what} | ${figure} | | | |`;
  return [
    row(`keystroke, ${latency.lines} lines, ${edits} edits: p50, p95`, `${ms(keystroke.p50)}, ${ms(keystroke.p95)}`),
    row('pause to all diagnostics: p50, p95', `${ms(pause.p50)}, ${ms(pause.p95)}`),
    row('first edit, tenth edit', `${ms(latency.firstPauseMs)}, ${ms(latency.tenthPauseMs)}`),
    row('server answers, first whole result', `${ms(latency.startMs)}, ${ms(latency.readyMs)}`),
    `| ${name} | server, peak | | | ${latency.peakMegabytes.toFixed(0)} | |`,
  ];
}

function ruleTable({ name, ruleTimes }: FolderFigures): string {
  const rows = ruleTimes.slice(0, 25).map(({ rule, ms }) => `| ${rule} | ${ms} |`);
  return [`| ${name} | ms |`, '|---|---|', ...rows].join('\n');
}
