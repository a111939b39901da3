import { yieldToEventLoop } from '../base/cancellation.ts';
import type { Flow, FlowEngine } from '../dataflow/flow-analysis.ts';
import type { FileValues } from '../rules/syntax/file-values.ts';
import { fileValues } from '../rules/syntax/file-values.ts';
import { ambiguousRepetitions, hasUnboundedRepetition } from '../rules/syntax/growing-parts.ts';
import { parsePattern, writtenPattern, type WrittenPattern } from '../rules/syntax/patterns.ts';
import type { SlowPattern } from '../rules/slow-pattern.ts';
import type { Visitor } from '../rules/visitor.ts';
import type { FileModel } from '../workspace/file-model.ts';
import { rulesThatNeed } from './active-rules.ts';
import type { RuleChoice } from './analyse-workspace.ts';
import { createPatternTimer, type PatternTimer, type TimedPattern, type Timing } from './pattern-timer.ts';
import type { RuleCrash, RuleReport } from './rule-report.ts';
import { contain } from './rule-report.ts';
import type { RulePass } from './run-rules.ts';

/**
 * Runs the rules about the time that regular expressions take. The walk over a file collects them and lets a thread
 * time the dangerous ones meanwhile; `finish` waits for it.
 */
export interface PatternReview {
  /** Collects the expressions of a file while the other rules walk it. */
  visitorFor(file: FileModel, rules: RuleChoice): Visitor;
  finish(
    files: readonly FileModel[],
    rules: RuleChoice,
    engine: Pick<FlowEngine, 'analyse'> | undefined,
    signal?: AbortSignal,
  ): Promise<TimedPass>;
}

/** What the rules about time said of some files. */
export interface TimedPass extends RulePass {
  /** How many expressions of a file have a time that nobody could tell. */
  readonly untimed: ReadonlyMap<string, number>;
}

/** An expression that may be slow. */
interface Candidate {
  readonly pattern: WrittenPattern;
  /** Parts that may take exponential time, alone and as written. */
  readonly parts: readonly TimedPattern[];
}

interface Collected {
  readonly values: FileValues;
  readonly candidates: Candidate[];
}

export function createPatternReview(): PatternReview {
  const timer = createPatternTimer();
  const byFile = new WeakMap<FileModel, Collected>();
  return {
    visitorFor: (file, rules) => (hasRules(rules, file.path) ? collector(file, byFile, timer) : {}),
    finish: async (files, rules, engine, signal) => {
      const reports: RuleReport[] = [];
      const crashes: RuleCrash[] = [];
      const untimed = new Map<string, number>();
      for (const file of files) {
        const collected = byFile.get(file);
        if (!collected || collected.candidates.length === 0) continue;
        const { slow, unknown } = await slowPatterns(
          collected,
          engine?.analyse(file).into('matched-text') ?? [],
          timer,
        );
        if (unknown > 0) untimed.set(file.path, unknown);
        runRules(file, rules, slow, reports, crashes);
        signal?.throwIfAborted();
      }
      await yieldToEventLoop(signal);
      return { reports, crashes, untimed };
    },
  };
}

function hasRules(rules: RuleChoice, file: string): boolean {
  return rulesThatNeed(rules.of(file), 'patterns').length > 0;
}

function collector(file: FileModel, byFile: WeakMap<FileModel, Collected>, timer: PatternTimer): Visitor {
  const collected: Collected = { values: fileValues(file.sourceFile), candidates: [] };
  byFile.set(file, collected);
  const collect = (node: Parameters<typeof writtenPattern>[0]): void => {
    const pattern = writtenPattern(node, collected.values);
    const candidate = pattern && candidateOf(pattern);
    if (!candidate) return;
    collected.candidates.push(candidate);
    for (const part of candidate.parts) void timer.time(part);
  };
  return { RegularExpressionLiteral: collect, CallExpression: collect, NewExpression: collect };
}

/** What repeats nothing without a bound is told from the rest by its text, which most expressions are spared by. */
function candidateOf(pattern: WrittenPattern): Candidate | undefined {
  if (!/[*+,]/.test(pattern.source)) return undefined;
  const parsed = parsePattern(pattern);
  if (!parsed || !hasUnboundedRepetition(parsed)) return undefined;
  const parts = ambiguousRepetitions(parsed).map(({ start, end }) => alone(pattern, start, end));
  return { pattern, parts };
}

/**
 * A part as an expression of its own, smaller and so faster to time than the whole. The empty set behind it never
 * matches: whether what stands behind can fail was asked before.
 */
function alone({ source, flags }: WrittenPattern, start: number, end: number): TimedPattern {
  return { source: `^(?:${source.slice(start, end)})[]`, flags: flags.replace(/[^imsu]/g, '') };
}

async function slowPatterns(
  { candidates, values }: Collected,
  flows: readonly Flow[],
  timer: PatternTimer,
): Promise<{ readonly slow: readonly SlowPattern[]; readonly unknown: number }> {
  const slow: SlowPattern[] = [];
  let unknown = 0;
  for (const candidate of candidates) {
    const flow = flows.find(({ sink }) => isSame(sink as WrittenPattern['node'], candidate.pattern, values));
    const found = await growthOf(candidate, flow !== undefined, timer);
    if (found === 'unknown') unknown += 1;
    else if (found) slow.push({ ...found, node: candidate.pattern.node, flow });
  }
  return { slow, unknown };
}

type Growth = Pick<SlowPattern, 'degree' | 'pump' | 'part'>;

/**
 * The parts tell what may take exponential time, the whole whether what stands behind them lets the match fail. Less
 * than exponential growth matters where untrusted text arrives, so the whole is timed there in any case.
 */
async function growthOf(
  { pattern, parts }: Candidate,
  isReached: boolean,
  timer: PatternTimer,
): Promise<Growth | 'unknown' | undefined> {
  const timings = await Promise.all(parts.map((part) => timer.time(part)));
  const index = timings.findIndex((timing) => timing.kind === 'slow' && !Number.isFinite(timing.growth.degree));
  const [part, timing] = [parts[index], timings[index]];
  if (!part && !isReached) return timings.some(isTimeout) ? 'unknown' : undefined;
  const whole = await timer.time({ source: pattern.source, flags: pattern.flags });
  if (whole.kind === 'slow') {
    const isPart = part && !Number.isFinite(whole.growth.degree);
    return { ...whole.growth, part: isPart ? partSource(part) : pattern.source };
  }
  if (whole.kind === 'linear') return undefined;
  if (part && timing?.kind === 'slow') return { ...timing.growth, part: partSource(part) };
  return isTimeout(whole) || timings.some(isTimeout) ? 'unknown' : undefined;
}

function isTimeout({ kind }: Timing): boolean {
  return kind === 'timeout';
}

function partSource({ source }: TimedPattern): string {
  return source.slice('^(?:'.length, -')[]'.length);
}

/** Whether the expression that a call uses is this one, named or written on the spot. */
function isSame(used: WrittenPattern['node'], pattern: WrittenPattern, values: FileValues): boolean {
  const settled = values.settled(used);
  return settled === pattern.node || writtenPattern(settled, values)?.node === pattern.node;
}

function runRules(
  file: FileModel,
  rules: RuleChoice,
  slow: readonly SlowPattern[],
  reports: RuleReport[],
  crashes: RuleCrash[],
): void {
  if (slow.length === 0) return;
  for (const { rule, options } of rulesThatNeed(rules.of(file.path), 'patterns')) {
    const report = (at: RuleReport['at'], data: RuleReport['data'], extras: RuleReport['extras'] = {}): void =>
      void reports.push({ rule, at, data, extras });
    contain(rule, file.path, crashes, () => rule.detect({ file, options, slow, report }));
  }
}
