import type ts from 'typescript';
import { yieldToEventLoop } from '../base/cancellation.ts';
import type { FileRange } from '../base/text-range.ts';
import { createFlowEngine } from '../dataflow/flow-engine.ts';
import { defaultModels } from '../dataflow/models/default-models.ts';
import type { FlowEngine } from '../dataflow/flow-analysis.ts';
import type { Finding } from '../findings/finding.ts';
import type { LibraryFacts } from '../registry/library-facts.ts';
import type { FileModel } from '../workspace/file-model.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rulesThatNeed, type ActiveRule } from './active-rules.ts';
import type { RuleCrash } from './rule-report.ts';
import { runFileRules, runWorkspaceRules, type RulePass } from './run-rules.ts';
import { toFindings, type ModelOf } from './to-findings.ts';

export interface AnalysisInput {
  readonly rules: readonly ActiveRule[];
  readonly libraries: LibraryFacts;
  /** Leaves out files that nobody asked for; all files when left out. */
  readonly isWanted?: (file: string) => boolean;
  readonly signal?: AbortSignal;
  readonly onFile?: (done: number, total: number) => void;
}

/** Findings without prices, and what went wrong on the way. */
export interface Analysis {
  /** Findings of files by path, then those that need the whole workspace. */
  readonly findings: readonly Finding[];
  readonly crashes: readonly RuleCrash[];
  readonly stoppedEarly: readonly FileRange[];
}

/** Milliseconds of work between two looks at the event loop, where a cancel is seen. */
const sliceMs = 40;

/** Runs rules over every file of a workspace and over the workspace itself. */
export async function analyseWorkspace(workspace: Workspace, input: AnalysisInput): Promise<Analysis> {
  const engine = flowEngineFor(workspace, input.rules);
  const files = [...workspace.files.values()].filter((file) => input.isWanted?.(file.path) ?? true);
  const findings: Finding[] = [];
  const crashes: RuleCrash[] = [];
  let sliceEnd = performance.now() + sliceMs;
  for (const [index, file] of files.entries()) {
    if (performance.now() > sliceEnd) {
      await yieldToEventLoop(input.signal);
      sliceEnd = performance.now() + sliceMs;
    }
    const analysis = analyseFile(workspace, file, input.rules, engine);
    findings.push(...analysis.findings);
    crashes.push(...analysis.crashes);
    input.onFile?.(index + 1, files.length);
  }
  await yieldToEventLoop(input.signal);
  const whole = findingsOf(workspace, runWorkspaceRules(workspace, input.libraries, input.rules));
  return {
    findings: [...findings, ...whole.findings],
    crashes: [...crashes, ...whole.crashes],
    stoppedEarly: engine?.stoppedEarly ?? [],
  };
}

/** Makes the engine that follows data, when a rule asks for it. */
export function flowEngineFor(workspace: Workspace, rules: readonly ActiveRule[]): FlowEngine | undefined {
  return rulesThatNeed(rules, 'flows').length > 0 ? createFlowEngine(workspace, defaultModels) : undefined;
}

/** Runs every file rule over one file. */
export function analyseFile(
  workspace: Workspace,
  file: FileModel,
  rules: readonly ActiveRule[],
  engine: FlowEngine | undefined,
): Pick<Analysis, 'findings' | 'crashes'> {
  const pass = runFileRules(file, rules, {
    ...(file.project && { project: file.project }),
    ...(engine && { flows: engine.analyse(file) }),
  });
  return findingsOf(workspace, pass);
}

function findingsOf(workspace: Workspace, pass: RulePass): Pick<Analysis, 'findings' | 'crashes'> {
  return { findings: toFindings(pass.reports, modelLookup(workspace)), crashes: pass.crashes };
}

function modelLookup(workspace: Workspace): ModelOf {
  return (node: ts.Node) => workspace.fileOf(node.getSourceFile());
}
