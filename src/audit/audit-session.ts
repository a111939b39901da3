import { randomUUID } from 'node:crypto';
import os from 'node:os';
import type { Notice } from '../base/notice.ts';
import type { Configuration } from '../config/configuration.ts';
import type { WorkspaceFlowEngine } from '../dataflow/flow-engine.ts';
import { defaultCacheFolder } from '../registry/load-library-facts.ts';
import type { LibraryFacts } from '../registry/library-facts.ts';
import type { RuleCatalogue } from '../triage/assessment.ts';
import type { Decision } from '../triage/decisions-schema.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import type { TypeScriptProject } from '../workspace/typescript-project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { flowEngineFor, missingTiers, reviewLibraries, reviewWhole } from './analyse-workspace.ts';
import { assessFindings, type PricedAssessment } from './assess-findings.ts';
import type { AuditOptions } from './audit-options.ts';
import { cacheNotWrittenNotice, overrunNotices, untimedPatternsNotice, untypedNotice } from './audit-notices.ts';
import { openAnalysisCache, type AnalysisCache, type StoredAnalysis } from './cache/analysis-cache.ts';
import { buildIdentity } from './cache/build-identity.ts';
import { fileKeys, type FileKeys } from './cache/file-keys.ts';
import { wholeKey } from './cache/whole-key.ts';
import { lintInto } from './eslint/lint-into.ts';
import type { Finding } from '../findings/finding.ts';
import { createFindingStore, type FindingStore, type KeyedSlice } from './finding-store.ts';
import { createForeignStore, type ForeignStore } from './foreign/foreign-store.ts';
import { libraryFacts } from './library-facts-of.ts';
import { mergeDuplicates } from './merge/merge-duplicates.ts';
import { createPastReview, type PastReview } from './past-review.ts';
import { createPatternReview, type PatternReview } from './pattern-review.ts';
import { readDecisions } from './record-decision.ts';
import { earlierFlows, hastyKeys } from './hasty-review.ts';
import { createMemoryRelief, type MemoryRelief } from './memory-relief.ts';
import { reviewInParallel } from './workers/review-in-parallel.ts';
import { warmUp } from './warm-up.ts';
import { workerCount } from './workers/share-work.ts';
import { createRulesByFile, type RulesByFile } from './rules-by-file.ts';

/** An audited folder that stays open: edits change its findings, and the whole is priced anew each time. */
export interface AuditSession {
  /** The current version. */
  readonly workspace: Workspace;
  readonly configuration: Configuration;
  /** What the registries and advisories said when the folder was opened. */
  readonly libraries: LibraryFacts;
  /**
   * Takes a new text of a file (`undefined`: deleted) and reviews that file alone. Findings in other files stay as
   * they were until `settle`.
   */
  update(file: string, text: string | undefined, signal?: AbortSignal): Promise<void>;
  /** Reviews again what the edits since the last call can have changed elsewhere; then the whole equals a fresh audit. */
  settle(signal?: AbortSignal): Promise<void>;
  /** Prices and sums the present findings; kept until they change. */
  assess(): PricedAssessment;
  /** Loads what edits of these files will need, so that the first is as fast as the next. */
  warmUp(files: readonly string[], signal?: AbortSignal): Promise<void>;
  /**
   * Runs the workspace's own ESLint over these files as they are on disk, or over all: this executes code of the
   * workspace, so only where the user trusts it and asked for it. Its findings are priced with the rest, never kept.
   */
  lint(files: readonly string[] | undefined, signal?: AbortSignal): Promise<void>;
  /** Takes in, or forgets, what other programs say. */
  hear(change: (programs: ForeignStore) => void): void;
  /** Rules of other programs that findings name. */
  foreignRules(): RuleCatalogue;
  /** Looks through the commits that no session has looked through; tells whether findings may have changed. */
  readPast(signal?: AbortSignal): Promise<boolean>;
  /** Keeps the results on disk for the next session, where the options ask for that; never fails. */
  save(): Promise<void>;
}

/** Opens a folder with its configuration, reviews all of it and keeps it open. Throws `UserError` or an `AbortError`. */
export async function createAuditSession(
  root: string,
  configuration: Configuration,
  options: AuditOptions,
): Promise<AuditSession> {
  const start = performance.now();
  const { signal, onProgress } = options;
  const rules = createRulesByFile(configuration);
  const build = buildIdentity();
  const cache = options.keepsResults
    ? openAnalysisCache(options.cacheFolder ?? defaultCacheFolder(), root, build)
    : undefined;
  const stored = await cache?.read();
  const workspace = await openWorkspace(root, {
    exclude: configuration.root.exclude,
    git: options.git ?? true,
    ...(options.overlay && { overlay: options.overlay }),
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
    ...(stored && { known: stored.workspace }),
  });
  onProgress?.({ phase: 'libraries', done: 0, total: 1 });
  const notices: Notice[] = [];
  const libraries = await libraryFacts(workspace, configuration, options, (notice) => notices.push(notice));
  const state: SessionState = {
    ...{ workspace, libraries, notices, rules, build, cache, configuration },
    memoryBytes: options.memoryBytes ?? os.totalmem() / 4,
    workers: options.onRuleTime ? 0 : options.workers,
    onRuleTime: options.onRuleTime,
    unsaved: new Map(options.overlay),
    keepsPrograms: options.keepsPrograms ?? (() => false),
    store: createFindingStore(stored?.slices),
    foreign: createForeignStore(),
    onProgress,
    engine: undefined,
    untyped: new Set(),
    hasMemory: createMemoryRelief(),
    patterns: createPatternReview(),
    past: createPastReview(stored?.past),
    decisions: readDecisions(workspace.root, options.language),
    assessed: undefined,
    gate: gateOf(workspace, stored),
    whole: stored?.whole,
    isSaved: false,
  };
  await reviewFirst(state, options);
  if (options.workspaceEslint === true) await lintInto(state, undefined, signal);
  onProgress?.({ phase: 'pricing', done: 1, total: 1 });
  return sessionOf(state, configuration, performance.now() - start);
}

interface SessionState {
  workspace: Workspace;
  readonly libraries: LibraryFacts;
  readonly notices: Notice[];
  readonly rules: RulesByFile;
  readonly build: string;
  readonly cache: AnalysisCache | undefined;
  readonly configuration: Configuration;
  readonly memoryBytes: number;
  readonly workers: number | undefined;
  readonly onRuleTime: AuditOptions['onRuleTime'];
  /** Texts that the disk does not have, as far as this session knows. */
  readonly unsaved: Map<string, string>;
  readonly keepsPrograms: (project: TypeScriptProject) => boolean;
  readonly store: FindingStore;
  readonly foreign: ForeignStore;
  readonly onProgress: AuditOptions['onProgress'];
  /** Of the current version; undefined until somebody follows data. */
  engine: WorkspaceFlowEngine | undefined;
  /** Files whose typed rules were left out for lack of memory. */
  readonly untyped: Set<string>;
  readonly hasMemory: MemoryRelief;
  readonly patterns: PatternReview;
  readonly past: PastReview;
  readonly decisions: readonly Decision[];
  /** Of the present findings; undefined when they changed. */
  assessed: PricedAssessment | undefined;
  /** What the results hold for besides texts, and the version of the environment that it names. */
  gate: { readonly name: string; readonly version: number };
  whole: KeyedSlice | undefined;
  isSaved: boolean;
}

function sessionOf(state: SessionState, configuration: Configuration, durationMs: number): AuditSession {
  return {
    get workspace() {
      return state.workspace;
    },
    configuration,
    libraries: state.libraries,
    update: (file, text, signal) => updateFile(state, file, text, signal),
    settle: (signal) => settle(state, signal),
    assess: () =>
      (state.assessed ??= assessFindings(state.workspace, configuration, {
        findings: mergeDuplicates([...state.store.findings(), ...state.foreign.findings()]),
        crashes: [...state.store.crashes(), ...state.foreign.crashes()],
        stoppedEarly: state.store.stoppedEarly(),
        notices: [
          ...state.notices,
          ...state.past.notices(),
          ...untimedPatternsNotice(state.store.untimedPatterns()),
          ...overrunNotices(state.store.overruns()),
          ...untypedNotice(state.untyped.size),
          ...state.foreign.notices(),
        ],
        decisions: state.decisions,
        durationMs,
      })),
    lint: async (files, signal) => {
      await lintInto(state, files, signal);
      state.assessed = undefined;
    },
    hear: (change) => {
      change(state.foreign);
      state.assessed = undefined;
    },
    foreignRules: () => state.foreign.rules(),
    warmUp: (files, signal) => warmUp(state, files, signal),
    readPast: (signal) => readPastOf(state, signal),
    save: () => save(state),
  };
}

/** Results of an earlier run hold for what its texts say as long as everything else is as it was. */
function gateOf(workspace: Workspace, stored: StoredAnalysis | undefined): SessionState['gate'] {
  const { environmentVersion: version } = workspace;
  return { name: stored && version === 0 ? stored.gate : randomUUID(), version };
}

async function updateFile(
  state: SessionState,
  file: string,
  text: string | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const before = state.workspace.files.get(file)?.text;
  state.foreign.edit(file, before, text);
  state.workspace = state.workspace.withFile(file, text);
  if (text === undefined) state.unsaved.delete(file);
  else state.unsaved.set(file, text);
  state.engine = state.engine?.update(state.workspace);
  await review(state, [file], currentKeys(state), signal, { earlier: earlierFlows(state, file, before, text) });
}

async function settle(
  state: SessionState,
  signal: AbortSignal | undefined,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const keys = currentKeys(state);
  await review(state, [...state.workspace.files.keys()], keys, signal, { onProgress });
  reviewAll(state, keys);
}

function currentKeys(state: SessionState): ReadonlyMap<string, FileKeys> {
  const { workspace, rules, build } = state;
  const { environmentVersion: version } = workspace;
  if (version !== state.gate.version) state.gate = { name: randomUUID(), version };
  const models = JSON.stringify(state.configuration.root.models);
  return fileKeys(workspace, rules, build, { gate: state.gate.name, models });
}

interface ReviewManner {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** See `FileReview`. */
  readonly earlier?: readonly Finding[] | undefined;
}

async function review(
  state: SessionState,
  names: readonly string[],
  keys: ReadonlyMap<string, FileKeys>,
  signal: AbortSignal | undefined,
  { onProgress, earlier }: ReviewManner,
): Promise<void> {
  const { workspace, store, rules, patterns } = state;
  for (const file of [...store.files()]) if (!workspace.files.has(file)) store.drop(file);
  for (const name of names) state.untyped.delete(name);
  const tasks = names.flatMap((name) => {
    const file = workspace.files.get(name);
    const fileKeys = keys.get(name);
    if (!file || !fileKeys) return [];
    const missing = missingTiers(store, name, fileKeys);
    return missing.size === 0 ? [] : [{ file, keys: earlier ? hastyKeys(fileKeys) : fileKeys, missing }];
  });
  if (tasks.some(({ missing }) => missing.has('flows') || missing.has('patterns')))
    state.engine ??= flowEngineFor(workspace, rules.whole, state.configuration.root.models);
  const { engine } = state;
  state.assessed = undefined;
  state.isSaved &&= tasks.length === 0;
  try {
    await reviewInParallel(
      {
        ...{ workspace, rules, engine, patterns, store, signal },
        ...(onProgress && { onProgress }),
        ...(earlier && { earlier }),
        ...(state.onRuleTime && { onTime: state.onRuleTime }),
        mayRelease: (project) => !state.keepsPrograms(project),
        mayGoOn: () => state.hasMemory(workspace.projects),
        onUntyped: (file) => state.untyped.add(file),
      },
      tasks,
      {
        configuration: state.configuration,
        workers: state.workers ?? workerCount(tasks, state.memoryBytes),
        heapBytes: state.memoryBytes,
        overlay: state.unsaved,
      },
    );
  } finally {
    state.assessed = undefined;
  }
}

function reviewAll(state: SessionState, keys: ReadonlyMap<string, FileKeys>): void {
  const { workspace, rules, libraries, store, build, gate } = state;
  const key = wholeKey(workspace, rules.whole, keys, [build, gate.name]);
  if (state.whole?.key !== key) state.whole = { key, slice: reviewWhole(workspace, rules) };
  const known = reviewLibraries(workspace, rules, libraries);
  const slices = [state.whole.slice, known, state.past.review(workspace, rules.whole)];
  store.setWhole({
    findings: slices.flatMap(({ findings }) => findings),
    crashes: slices.flatMap(({ crashes }) => crashes),
  });
  state.assessed = undefined;
}

async function reviewFirst(state: SessionState, { signal, onProgress, readsPast }: AuditOptions): Promise<void> {
  const [hasPast] = await Promise.all([
    // Git works in its own process meanwhile.
    readsPast === true && state.past.read(state.workspace, state.rules.whole, signal),
    settle(state, signal, (done, total) => onProgress?.({ phase: 'analysing', done, total })),
  ]);
  if (hasPast) reviewAll(state, currentKeys(state));
}

async function readPastOf(state: SessionState, signal: AbortSignal | undefined): Promise<boolean> {
  if (!(await state.past.read(state.workspace, state.rules.whole, signal))) return false;
  reviewAll(state, currentKeys(state));
  state.isSaved = false;
  return true;
}

async function save(state: SessionState): Promise<void> {
  if (!state.cache || state.isSaved) return;
  state.isSaved = true;
  const { workspace, gate, store, whole, cache, notices, past } = state;
  const problem = await cache.write({
    gate: gate.name,
    workspace: workspace.knowledge(),
    slices: store.kept(),
    ...(whole && whole.slice.crashes.length === 0 && { whole }),
    ...past.kept(),
  });
  if (problem === undefined || notices.some(({ code }) => code === 'cache-not-written')) return;
  notices.push(cacheNotWrittenNotice(problem));
  state.assessed = undefined;
}
