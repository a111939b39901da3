import type { Notice } from '../base/notice.ts';
import type { Configuration } from '../config/configuration.ts';
import type { WorkspaceFlowEngine } from '../dataflow/flow-engine.ts';
import { loadLibraryFacts } from '../registry/load-library-facts.ts';
import type { LibraryFacts } from '../registry/library-facts.ts';
import type { Decision } from '../triage/decisions-schema.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { affectedFiles } from './affected-files.ts';
import { analyseFiles, analyseWhole, flowEngineFor } from './analyse-workspace.ts';
import { assessFindings, readDecisions, type PricedAssessment } from './assess-findings.ts';
import type { AuditOptions } from './audit-options.ts';
import { createFindingStore, type FindingStore } from './finding-store.ts';
import { createRulesByFile, type RulesByFile } from './rules-by-file.ts';

/** An audited folder that stays open: edits change its findings, and the whole is priced anew each time. */
export interface AuditSession {
  /** The current version. */
  readonly workspace: Workspace;
  readonly configuration: Configuration;
  /**
   * Takes a new text of a file (`undefined`: deleted) and reviews that file alone. Findings in other files stay as
   * they were until `settle`.
   */
  update(file: string, text: string | undefined, signal?: AbortSignal): Promise<void>;
  /** Reviews again what the edits since the last call can have changed elsewhere; then the whole equals a fresh audit. */
  settle(signal?: AbortSignal): Promise<void>;
  /** Prices and sums the present findings; kept until they change. */
  assess(): PricedAssessment;
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
  const workspace = await openWorkspace(root, {
    exclude: configuration.root.exclude,
    git: options.git ?? true,
    ...(options.overlay && { overlay: options.overlay }),
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  onProgress?.({ phase: 'libraries', done: 0, total: 1 });
  const notices: Notice[] = [];
  const libraries = await libraryFacts(workspace, configuration, options, (notice) => notices.push(notice));
  const state: SessionState = {
    workspace,
    libraries,
    notices,
    store: createFindingStore(),
    engine: flowEngineFor(workspace, rules.whole),
    decisions: readDecisions(workspace.root),
    assessed: undefined,
    pending: new Set(),
  };
  await analyseFiles(workspace, [...workspace.files.values()], rules, state.engine, {
    ...(signal && { signal }),
    onFile: (file, slice, done, total) => {
      state.store.setFile(file, slice);
      onProgress?.({ phase: 'analysing', done, total });
    },
  });
  state.store.setWhole(analyseWhole(workspace, libraries, rules.whole));
  onProgress?.({ phase: 'pricing', done: 1, total: 1 });
  return sessionOf(state, rules, configuration, performance.now() - start);
}

interface SessionState {
  workspace: Workspace;
  readonly libraries: LibraryFacts;
  readonly notices: readonly Notice[];
  readonly store: FindingStore;
  /** Of the current version; undefined where no rule follows data. */
  engine: WorkspaceFlowEngine | undefined;
  readonly decisions: readonly Decision[];
  /** Of the present findings; undefined when they changed. */
  assessed: PricedAssessment | undefined;
  /** Files edited since the last `settle`. */
  readonly pending: Set<string>;
}

function sessionOf(
  state: SessionState,
  rules: RulesByFile,
  configuration: Configuration,
  durationMs: number,
): AuditSession {
  return {
    get workspace() {
      return state.workspace;
    },
    configuration,
    update: (file, text, signal) => updateFile(state, rules, file, text, signal),
    settle: (signal) => settle(state, rules, signal),
    assess: () =>
      (state.assessed ??= assessFindings(state.workspace, configuration, {
        findings: state.store.findings(),
        crashes: state.store.crashes(),
        stoppedEarly: state.engine?.stoppedEarly ?? [],
        notices: state.notices,
        decisions: state.decisions,
        durationMs,
      })),
  };
}

async function updateFile(
  state: SessionState,
  rules: RulesByFile,
  file: string,
  text: string | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const other of affectedFiles(state.workspace.moduleGraph(), file)) state.pending.add(other);
  state.workspace = state.workspace.withFile(file, text);
  state.engine = state.engine?.update(state.workspace);
  state.pending.add(file);
  await analyse(state, rules, [file], signal);
}

async function settle(state: SessionState, rules: RulesByFile, signal: AbortSignal | undefined): Promise<void> {
  if (state.pending.size === 0) return;
  const graph = state.workspace.moduleGraph();
  const affected = new Set([...state.pending].flatMap((file) => [file, ...affectedFiles(graph, file)]));
  await analyse(state, rules, [...affected], signal);
  state.store.setWhole(analyseWhole(state.workspace, state.libraries, rules.whole));
  state.assessed = undefined;
  state.pending.clear();
}

async function analyse(
  state: SessionState,
  rules: RulesByFile,
  names: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const { workspace, store } = state;
  state.assessed = undefined;
  for (const name of names) if (!workspace.files.has(name)) store.deleteFile(name);
  const files = names.flatMap((name) => workspace.files.get(name) ?? []);
  await analyseFiles(workspace, files, rules, state.engine, {
    ...(signal && { signal }),
    onFile: (file, slice) => {
      store.setFile(file, slice);
      state.assessed = undefined;
    },
  });
}

async function libraryFacts(
  { manifests, root }: Workspace,
  { root: { libraries } }: Configuration,
  { offline, cacheFolder, advisories, signal }: AuditOptions,
  onNotice: (notice: Notice) => void,
): Promise<LibraryFacts> {
  return loadLibraryFacts({
    manifests,
    root,
    network: libraries.online && offline !== true,
    onNotice,
    ...(cacheFolder !== undefined && { cacheFolder }),
    ...(advisories !== undefined && { advisories }),
    ...(signal && { signal }),
  });
}
    policy: libraries,
