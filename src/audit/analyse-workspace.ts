import type ts from 'typescript';
import { yieldToEventLoop } from '../base/cancellation.ts';
import { createFlowEngine, type WorkspaceFlowEngine } from '../dataflow/flow-engine.ts';
import { defaultModels } from '../dataflow/models/default-models.ts';
import type { ModelSettings } from '../dataflow/models/model-settings.ts';
import { withSettings } from '../dataflow/models/with-settings.ts';
import type { FlowAnalysis, FlowEngine } from '../dataflow/flow-analysis.ts';
import type { Finding } from '../findings/finding.ts';
import type { LibraryFacts } from '../registry/library-facts.ts';
import type { PastSecret } from '../rules/past-secret.ts';
import { loadHostedRunner } from '../rules/packs/load-hosted-runner.ts';
import type { FileModel } from '../workspace/file-model.ts';
import type { TypeScriptProject } from '../workspace/typescript-project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rulesThatNeed, type ActiveRule } from './active-rules.ts';
import type { FileKeys } from './cache/file-keys.ts';
import { tiers, type Tier } from './cache/tier.ts';
import type { FindingStore, Slice } from './finding-store.ts';
import type { PatternReview } from './pattern-review.ts';
import {
  runFileRules,
  runLibraryRules,
  runPastRules,
  runWorkspaceRules,
  type FilePassInput,
  type RuleClock,
  type RulePass,
} from './run-rules.ts';
import { toFindings, type ModelOf } from './to-findings.ts';

/** The rules of a run: those for the workspace, and those for each file. */
export interface RuleChoice {
  readonly whole: readonly ActiveRule[];
  of(file: string): readonly ActiveRule[];
  /** Milliseconds of processor time that a rule may take over a file; no limit when left out. */
  readonly ruleTimeMs?: number;
}

/** A file with the kinds of rules that have to run over it, under the keys of their results. */
export interface FileTask {
  readonly file: FileModel;
  readonly keys: FileKeys;
  readonly missing: ReadonlySet<Tier>;
}

/** What the review of files works with and where its results go. */
export interface FileReview {
  readonly workspace: Workspace;
  readonly rules: RuleChoice;
  readonly engine: FlowEngine | undefined;
  readonly patterns: PatternReview;
  readonly store: FindingStore;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
  readonly onTime?: RuleClock;
  /** Asked before each file whose types are needed: whether there is memory to go on; yes when left out. */
  readonly mayGoOn?: () => boolean;
  /** Told of a file whose typed rules are left out for lack of memory; without it the rest is left to the caller. */
  readonly onUntyped?: (file: string) => void;
  /** Asked when all files of a project are done: whether to let go of its program. */
  mayRelease(project: TypeScriptProject): boolean;
  /**
   * Given for a quick review: data is followed through the files themselves, not through those that import them. What
   * was found before, at the places of now, stands in for flows from there. The results count as missing afterwards.
   */
  readonly earlier?: readonly Finding[];
}

/** Milliseconds of work between two looks at the event loop, where a cancel is seen. */
const sliceMs = 40;

/**
 * Runs what is missing: project by project all that one walk over a file can tell, so that programs need not be in
 * memory together, and then what follows data through files. A cancel leaves the results so far in the store.
 */
export async function reviewFiles(review: FileReview, tasks: readonly FileTask[]): Promise<void> {
  const walked = byProject(tasks.filter(({ missing }) => [...missing].some((tier) => tier !== 'flows')));
  const followed = tasks.filter(({ missing }) => missing.has('flows'));
  const turn = createTurn(review, walked.length + followed.length);
  const isHosting = walked.some(({ missing }) => missing.has('estree'));
  const hosted = isHosting ? await loadHostedRunner() : undefined;
  for (const [index, task] of walked.entries()) {
    await turn();
    const isShort = needsTypes(task) && review.mayGoOn?.() === false;
    if (isShort && !review.onUntyped) break;
    if (isShort) review.onUntyped?.(task.file.path);
    walkFile(review, isShort ? withoutTypes(task) : task, hosted);
    const { project } = task.file;
    if (project && walked[index + 1]?.file.project !== project && review.mayRelease(project)) project.release();
  }
  for (const task of followed) {
    await turn();
    await followFlows(review, task, turn.breathe);
  }
  noteStops(review, followed);
  await timePatterns(
    review,
    walked.filter(({ missing }) => missing.has('patterns')),
  );
  await yieldToEventLoop(review.signal);
}

/** Runs the rules that see the whole workspace and nothing of what registries say. */
export function reviewWhole(workspace: Workspace, rules: RuleChoice): Slice {
  return sliceOf(workspace, runWorkspaceRules(workspace, rules.whole));
}

/** Runs the rules about what the git history still holds. */
export function reviewPast(workspace: Workspace, rules: RuleChoice, secrets: readonly PastSecret[]): Slice {
  return sliceOf(workspace, runPastRules(workspace, secrets, rules.whole));
}

/** Runs the rules about libraries. */
export function reviewLibraries(workspace: Workspace, rules: RuleChoice, libraries: LibraryFacts): Slice {
  return sliceOf(workspace, runLibraryRules(workspace, libraries, rules.whole));
}

/** Makes the engine that follows data, when a rule asks for it; it knows what ships and what the team adds. */
export function flowEngineFor(
  workspace: Workspace,
  rules: readonly ActiveRule[],
  settings?: ModelSettings,
): WorkspaceFlowEngine | undefined {
  if (rulesThatNeed(rules, 'flows').length === 0) return undefined;
  return createFlowEngine(workspace, settings ? withSettings(defaultModels, settings) : defaultModels);
}

function needsTypes({ missing }: FileTask): boolean {
  return missing.has('types') || missing.has('estree');
}

function withoutTypes(task: FileTask): FileTask {
  return { ...task, missing: new Set([...task.missing].filter((tier) => tier !== 'types' && tier !== 'estree')) };
}

function byProject(tasks: readonly FileTask[]): readonly FileTask[] {
  const groups = new Map<TypeScriptProject | undefined, FileTask[]>();
  for (const task of tasks) {
    const group = groups.get(task.file.project);
    if (group) group.push(task);
    else groups.set(task.file.project, [task]);
  }
  return [...groups.values()].flat();
}

interface Turn {
  /** Called before each piece of work: tells progress, and lets the event loop turn now and then. */
  (): Promise<void>;
  /** The same amid a piece of work. */
  readonly breathe: () => Promise<void>;
}

function createTurn({ signal, onProgress }: FileReview, total: number): Turn {
  let sliceEnd = performance.now() + sliceMs;
  let done = 0;
  const breathe = async (): Promise<void> => {
    if (performance.now() <= sliceEnd) return;
    await yieldToEventLoop(signal);
    sliceEnd = performance.now() + sliceMs;
  };
  const next = (): Promise<void> => {
    onProgress?.(done++, total);
    return breathe();
  };
  return Object.assign(next, { breathe });
}

function walkFile(review: FileReview, task: FileTask, hosted: FilePassInput['hosted']): void {
  const { workspace, rules, patterns } = review;
  const { file, missing } = task;
  const pass = runFileRules(file, rules.of(file.path), {
    syntax: missing.has('syntax'),
    limitMs: rules.ruleTimeMs,
    ...(review.onTime && { onTime: review.onTime }),
    ...(missing.has('types') && file.project && { project: file.project }),
    ...(missing.has('estree') && hosted && { hosted }),
    ...(missing.has('patterns') && { companion: patterns.visitorFor(file, rules) }),
  });
  keep(review, task, ['syntax', 'types', 'estree'], sliceOf(workspace, pass));
}

async function followFlows(review: FileReview, task: FileTask, breathe: () => Promise<void>): Promise<void> {
  const { workspace, rules } = review;
  const { file } = task;
  const flows = await flowsInto(review, file, breathe);
  const pass = runFileRules(file, rules.of(file.path), {
    ...{ syntax: false, limitMs: rules.ruleTimeMs },
    ...(flows && { flows }),
  });
  keep(review, task, ['flows'], withEarlier(review, sliceOf(workspace, pass)));
}

async function flowsInto(
  { engine, earlier, onTime }: FileReview,
  file: FileModel,
  breathe: () => Promise<void>,
): Promise<FlowAnalysis | undefined> {
  let start = performance.now();
  const stop = (): void => onTime?.('(data flow)', performance.now() - start);
  if (!engine || earlier) return engine?.analyseAlone(file);
  for (const path of engine.run(file)) {
    stop();
    if (path !== file.path) await breathe();
    start = performance.now();
  }
  const flows = engine.analyse(file);
  stop();
  return flows;
}

/** What came from other files before an edit is taken to come from there still, until that is known again. */
function withEarlier({ earlier }: FileReview, slice: Slice): Slice {
  if (!earlier) return slice;
  const found = new Set(slice.findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`));
  const others = earlier.filter(({ rule, fingerprint }) => !found.has(`${rule} ${fingerprint}`));
  return { ...slice, findings: [...slice.findings, ...others] };
}

/** Shares a slice out among the tiers whose rules made it. */
function keep(
  { store, rules }: FileReview,
  { file, keys, missing }: FileTask,
  made: readonly Tier[],
  slice: Slice,
): void {
  const tierOf = new Map(rules.of(file.path).map(({ rule }) => [rule.id, rule.needs ?? 'syntax']));
  for (const tier of made) {
    const key = keys[tier];
    if (!missing.has(tier) || key === undefined) continue;
    const findings = slice.findings.filter(({ rule }) => tierOf.get(rule) === tier);
    const crashes = slice.crashes.filter(({ rule }) => tierOf.get(rule) === tier);
    const overruns = slice.overruns?.filter(({ rule }) => tierOf.get(rule) === tier) ?? [];
    store.set(file.path, tier, { key, slice: { findings, crashes, ...(overruns.length > 0 && { overruns }) } });
  }
}

function noteStops({ engine, store }: FileReview, tasks: readonly FileTask[]): void {
  const stops = engine?.stoppedEarly ?? [];
  if (stops.length === 0) return;
  for (const { file, keys } of tasks) {
    const stoppedEarly = stops.filter((stop) => stop.file === file.path);
    const slice = store.present(file.path, 'flows');
    if (stoppedEarly.length === 0 || keys.flows === undefined || !slice) continue;
    store.set(file.path, 'flows', { key: keys.flows, slice: { ...slice, stoppedEarly } });
  }
}

async function timePatterns(review: FileReview, tasks: readonly FileTask[]): Promise<void> {
  const { workspace, rules, engine, patterns, store, signal, earlier } = review;
  if (tasks.length === 0) return;
  const files = tasks.map(({ file }) => file);
  const analyse = engine && (earlier ? engine.analyseAlone : engine.analyse);
  const { untimed, ...pass } = await patterns.finish(files, rules, analyse && { analyse }, signal);
  const { findings, crashes } = sliceOf(workspace, pass);
  for (const { file, keys } of tasks) {
    const slice = {
      findings: findings.filter((finding) => finding.file === file.path),
      crashes: crashes.filter((crash) => crash.file === file.path),
      untimedPatterns: untimed.get(file.path) ?? 0,
    };
    if (keys.patterns !== undefined) store.set(file.path, 'patterns', { key: keys.patterns, slice });
  }
}

function sliceOf(workspace: Workspace, pass: RulePass): Slice {
  const modelOf: ModelOf = (node: ts.Node) => workspace.fileOf(node.getSourceFile());
  const { crashes, overruns } = pass;
  return { findings: toFindings(pass.reports, modelOf), crashes, ...(overruns && { overruns }) };
}

/** The tiers of a file whose results are not at hand. */
export function missingTiers(store: FindingStore, file: string, keys: FileKeys): ReadonlySet<Tier> {
  return new Set(
    tiers.filter((tier) => {
      const key = keys[tier];
      return key !== undefined && !store.recall(file, tier, key);
    }),
  );
}
