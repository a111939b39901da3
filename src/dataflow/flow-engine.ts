import type ts from 'typescript';
import { relativePosix } from '../base/paths.ts';
import type { FileRange } from '../base/text-range.ts';
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
  return {
    analyse: (file, signal) => analyse(workspace, interpreter, states, file, signal),
    get stoppedEarly() {
      return [...stops].map((node) => rangeOf(workspace.root, node));
    },
    update: (next) => engineFor(next, models, stillValid(workspace, next, states)),
  };
}

function analyse(
  workspace: FlowWorkspace,
  interpreter: Interpreter,
  states: ReadonlyMap<string, ModuleState>,
  file: FileModel,
  signal: AbortSignal | undefined,
): FlowAnalysis {
  for (const path of reachedFrom(workspace, file.path)) {
    signal?.throwIfAborted();
    interpreter.runFile(path);
  }
  const flows: Flow[] = [];
  for (const state of states.values()) {
    for (const flow of state.flows.values()) if (flow.sink.getSourceFile() === file.sourceFile) flows.push(flow);
  }
  flows.sort((a, b) => a.sink.pos - b.sink.pos || a.source.pos - b.source.pos);
  return { into: (...kinds) => flows.filter((flow) => kinds.includes(flow.sinkKind)) };
}

/** The file and all that import it, directly or not, in sorted order: what they pass may end in it. */
function reachedFrom(workspace: FlowWorkspace, file: string): readonly string[] {
  const graph = workspace.moduleGraph();
  const found = new Set([file]);
  for (const path of found) for (const edge of graph.importersOf(path)) found.add(edge.from);
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

function rangeOf(root: string, node: ts.Node): FileRange {
  const source = node.getSourceFile();
  const lines = createLineIndex(source.text);
  const start = lines.positionAt(node.getStart(source));
  return { file: relativePosix(root, source.fileName), range: { start, end: lines.positionAt(node.end) } };
}
