import type ts from 'typescript';
import { yieldToEventLoop } from '../base/cancellation.ts';
import { createFlowEngine, type WorkspaceFlowEngine } from '../dataflow/flow-engine.ts';
import { defaultModels } from '../dataflow/models/default-models.ts';
import type { FlowEngine } from '../dataflow/flow-analysis.ts';
import type { LibraryFacts } from '../registry/library-facts.ts';
import type { FileModel } from '../workspace/file-model.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rulesThatNeed, type ActiveRule } from './active-rules.ts';
import type { Slice } from './finding-store.ts';
import { runFileRules, runWorkspaceRules, type RulePass } from './run-rules.ts';
import { toFindings, type ModelOf } from './to-findings.ts';

/** The rules of a run: those for the workspace, and those for each file. */
export interface RuleChoice {
  readonly whole: readonly ActiveRule[];
  of(file: string): readonly ActiveRule[];
}

/** Where an analysis tells what it found. */
export interface AnalysisSink {
  readonly signal?: AbortSignal;
  onFile(file: string, slice: Slice, done: number, total: number): void;
}

/** Milliseconds of work between two looks at the event loop, where a cancel is seen. */
const sliceMs = 40;

/** Runs the file rules over some files of a workspace, yielding between them. */
export async function analyseFiles(
  workspace: Workspace,
  files: readonly FileModel[],
  rules: RuleChoice,
  engine: FlowEngine | undefined,
  sink: AnalysisSink,
): Promise<void> {
  let sliceEnd = performance.now() + sliceMs;
  for (const [index, file] of files.entries()) {
    if (performance.now() > sliceEnd) {
      await yieldToEventLoop(sink.signal);
      sliceEnd = performance.now() + sliceMs;
    }
    sink.onFile(file.path, analyseFile(workspace, file, rules.of(file.path), engine), index + 1, files.length);
  }
  await yieldToEventLoop(sink.signal);
}

/** Runs the rules that see the whole workspace. */
export function analyseWhole(workspace: Workspace, libraries: LibraryFacts, rules: readonly ActiveRule[]): Slice {
  return sliceOf(workspace, runWorkspaceRules(workspace, libraries, rules));
}

/** Makes the engine that follows data, when a rule asks for it. */
export function flowEngineFor(workspace: Workspace, rules: readonly ActiveRule[]): WorkspaceFlowEngine | undefined {
  return rulesThatNeed(rules, 'flows').length > 0 ? createFlowEngine(workspace, defaultModels) : undefined;
}

function analyseFile(
  workspace: Workspace,
  file: FileModel,
  rules: readonly ActiveRule[],
  engine: FlowEngine | undefined,
): Slice {
  const pass = runFileRules(file, rules, {
    ...(file.project && { project: file.project }),
    ...(engine && { flows: engine.analyse(file) }),
  });
  return sliceOf(workspace, pass);
}

function sliceOf(workspace: Workspace, pass: RulePass): Slice {
  const modelOf: ModelOf = (node: ts.Node) => workspace.fileOf(node.getSourceFile());
  return { findings: toFindings(pass.reports, modelOf), crashes: pass.crashes };
}
