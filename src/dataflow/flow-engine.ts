import type ts from 'typescript';
import { relativePosix } from '../base/paths.ts';
import type { FileRange, LineIndex } from '../base/text-range.ts';
import { createLineIndex } from '../base/text-range.ts';
import type { FileModel } from '../workspace/file-model.ts';
import { compileModels } from './compile-models.ts';
import type { CompiledModels } from './compile-models.ts';
import type { Flow, FlowAnalysis, FlowEngine } from './flow-analysis.ts';
import type { FlowWorkspace } from './flow-workspace.ts';
import type { ModuleState } from './frame.ts';
import { createInterpreter, createNames } from './interpreter.ts';
import type { Interpreter, InterpreterNames } from './interpreter.ts';
import type { FlowModels } from './models/flow-models.ts';

/** A flow engine that can move on to the workspace's next version and keeps what an edit leaves valid. */
export interface WorkspaceFlowEngine extends FlowEngine {
  update(workspace: FlowWorkspace): WorkspaceFlowEngine;
}

/** Makes the engine for a workspace; files run when the first analysis asks for them. */
export function createFlowEngine(workspace: FlowWorkspace, models: FlowModels): WorkspaceFlowEngine {
  return engineFor(workspace, {
    models: compileModels(models),
    states: new Map(),
    stops: new Set(),
    names: createNames(),
  });
}

/** What an engine has found out and hands on to the one for the next version. */
interface Findings {
  readonly models: CompiledModels;
  readonly states: Map<string, ModuleState>;
  readonly stops: Set<ts.Node>;
  readonly names: InterpreterNames;
}

function engineFor(workspace: FlowWorkspace, found: Findings): WorkspaceFlowEngine {
  const { models, states, stops, names } = found;
  const interpreter = createInterpreter(workspace, models, states, stops, names);
  const settled = new Set<string>();
  return {
    run: (file) => runReaching(workspace, interpreter, settled, file),
    analyse: (file, signal) => {
      const runs = runReaching(workspace, interpreter, settled, file);
      while (runs.next().done !== true) signal?.throwIfAborted();
      return flowsInto(file, states);
    },
    analyseAlone: (file) => {
      interpreter.runFile(file.path);
      return flowsInto(file, states);
    },
    get stoppedEarly() {
      return rangesOf(workspace.root, stops);
    },
    update: (next) => engineFor(next, stillValid(workspace, next, found)),
  };
}

/** Runs the files whose data may end in one, and gives the path of each when it is done. */
function* runReaching(
  workspace: FlowWorkspace,
  interpreter: Interpreter,
  settled: Set<string>,
  file: FileModel,
): Generator<string> {
  if (settled.has(file.path)) return;
  const paths = reachedFrom(workspace, file.path, settled);
  for (const path of paths) {
    interpreter.runFile(path);
    yield path;
  }
  // Who imports one of these imports the file as well, and so has run.
  for (const path of paths) settled.add(path);
}

function flowsInto(file: FileModel, states: ReadonlyMap<string, ModuleState>): FlowAnalysis {
  const flows: Flow[] = [];
  for (const state of states.values()) {
    for (const flow of state.flows.values()) if (flow.sink.getSourceFile() === file.sourceFile) flows.push(flow);
  }
  flows.sort((a, b) => a.sink.pos - b.sink.pos || a.source.pos - b.source.pos);
  return { into: (...kinds) => flows.filter((flow) => kinds.includes(flow.sinkKind)) };
}

/** The file and all that import it, directly or not, in sorted order: what they pass may end in it. */
function reachedFrom(workspace: FlowWorkspace, file: string, settled?: ReadonlySet<string>): readonly string[] {
  const graph = workspace.moduleGraph();
  const found = new Set([file]);
  for (const path of found) {
    for (const edge of graph.importersOf(path)) if (!settled?.has(edge.from)) found.add(edge.from);
  }
  return [...found].sort();
}

/**
 * What an edit leaves valid: the states of files that neither changed nor asked a changed one for anything, directly
 * or not. An import that only types need was never asked.
 */
function stillValid(before: FlowWorkspace, after: FlowWorkspace, found: Findings): Findings {
  const { models, states, stops, names } = found;
  const gone = changedFiles(before, after, states);
  if (gone === undefined) return { models, names, states: new Map(), stops: new Set() };
  const askers = askersIn(states);
  for (const path of gone) for (const asker of askers.get(path) ?? []) gone.add(asker);
  const goneSources = new Set([...gone].map((path) => states.get(path)?.file.sourceFile));
  const isGone = (node: ts.Node): boolean => goneSources.has(node.getSourceFile());
  const kept = new Map([...states].filter(([path]) => !gone.has(path)));
  // Found while a file that is gone ran, which finds them again if they are still there.
  for (const { flows } of kept.values())
    for (const [key, { steps }] of flows) if (steps.some(({ at }) => isGone(at))) flows.delete(key);
  return { models, names, states: kept, stops: new Set([...stops].filter((node) => !isGone(node))) };
}

/** Of the files that ran; undefined when files came or went: then imports may mean others. */
function changedFiles({ files: before }: FlowWorkspace, { files: after }: FlowWorkspace, ran: Findings['states']) {
  if (before.size !== after.size) return undefined;
  for (const path of after.keys()) if (!before.has(path)) return undefined;
  // Models also name their project, which is another after each edit; trees of files that did not run may not be there.
  const changed = [...ran].filter(([path, { file }]) => after.get(path)?.sourceFile !== file.sourceFile);
  return new Set(changed.map(([path]) => path));
}

function askersIn(states: ReadonlyMap<string, ModuleState>): ReadonlyMap<string, readonly string[]> {
  const askers = new Map<string, string[]>();
  for (const [path, { imports }] of states) {
    for (const asked of imports.values()) {
      if (!asked) continue;
      const known = askers.get(asked.file.path);
      if (known) known.push(path);
      else askers.set(asked.file.path, [path]);
    }
  }
  return askers;
}

/** Ranges of nodes; a file's lines are counted once. */
function rangesOf(root: string, nodes: Iterable<ts.Node>): readonly FileRange[] {
  const indexes = new Map<ts.SourceFile, LineIndex>();
  return [...nodes].map((node) => {
    const source = node.getSourceFile();
    const lines = indexes.get(source) ?? createLineIndex(source.text);
    indexes.set(source, lines);
    const start = lines.positionAt(node.getStart(source));
    return { file: relativePosix(root, source.fileName), range: { start, end: lines.positionAt(node.end) } };
  });
}
