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
import { createInterpreter } from './interpreter.ts';
import type { Interpreter } from './interpreter.ts';
import type { FlowModels } from './models/flow-models.ts';

/** A flow engine that can move on to the workspace's next version and keeps what an edit leaves valid. */
export interface WorkspaceFlowEngine extends FlowEngine {
  update(workspace: FlowWorkspace): WorkspaceFlowEngine;
}

/** Makes the engine for a workspace; files run when the first analysis asks for them. */
export function createFlowEngine(workspace: FlowWorkspace, models: FlowModels): WorkspaceFlowEngine {
  return engineFor(workspace, compileModels(models), new Map());
}

function engineFor(
  workspace: FlowWorkspace,
  models: CompiledModels,
  states: Map<string, ModuleState>,
): WorkspaceFlowEngine {
  const stops = new Set<ts.Node>();
  const interpreter = createInterpreter(workspace, models, states, stops);
  const settled = new Set<string>();
  return {
    analyse: (file, signal) => analyse(workspace, interpreter, states, settled, file, signal),
    get stoppedEarly() {
      return rangesOf(workspace.root, stops);
    },
    update: (next) => engineFor(next, models, stillValid(workspace, next, states)),
  };
}

function analyse(
  workspace: FlowWorkspace,
  interpreter: Interpreter,
  states: ReadonlyMap<string, ModuleState>,
  settled: Set<string>,
  file: FileModel,
  signal: AbortSignal | undefined,
): FlowAnalysis {
  if (!settled.has(file.path)) {
    const paths = reachedFrom(workspace, file.path, settled);
    for (const path of paths) {
      signal?.throwIfAborted();
      interpreter.runFile(path);
    }
    // Who imports one of these imports the file as well, and so has run.
    for (const path of paths) settled.add(path);
  }
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

function stillValid(
  before: FlowWorkspace,
  after: FlowWorkspace,
  states: ReadonlyMap<string, ModuleState>,
): Map<string, ModuleState> {
  const changed = new Set<string>();
  for (const [path, file] of after.files) if (before.files.get(path) !== file) changed.add(path);
  for (const path of before.files.keys()) if (!after.files.has(path)) changed.add(path);
  const isFileSetSame =
    before.files.size === after.files.size &&
    [...changed].every((path) => before.files.has(path) && after.files.has(path));
  if (!isFileSetSame) return new Map();
  for (const path of changed) {
    for (const importer of [...reachedFrom(before, path), ...reachedFrom(after, path)]) changed.add(importer);
  }
  return new Map([...states].filter(([path]) => !changed.has(path)));
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
