import type { FlowAnalysis } from '../dataflow/flow-analysis.ts';
import type { LibraryFacts } from '../registry/library-facts.ts';
import type { FileModel } from '../workspace/file-model.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { createFileLocals, type FileLocals } from '../rules/locals/file-locals.ts';
import { createLocalValues, type LocalValues } from '../rules/values/local-values.ts';
import { rulesThatNeed, type ActiveRule } from './active-rules.ts';
import { contain, type RuleCrash, type RuleReport } from './rule-report.ts';
import { mergeVisitors, walk, type GuardedHandler } from './walk.ts';

/** What a pass over a file or a workspace found. */
export interface RulePass {
  readonly reports: readonly RuleReport[];
  readonly crashes: readonly RuleCrash[];
}

/** Which passes to run over a file; a pass whose input is missing is left out. */
export interface FilePassInput {
  readonly syntax?: boolean;
  /** Gives the checker on demand; present when typed rules run. */
  readonly project?: FileModel['project'];
  readonly flows?: FlowAnalysis;
}

/** Runs the file rules over one file in one walk. */
export function runFileRules(file: FileModel, rules: readonly ActiveRule[], input: FilePassInput): RulePass {
  const reports: RuleReport[] = [];
  const crashes: RuleCrash[] = [];
  const { project, flows } = input;
  const shared = sharedAnalyses(file);
  const base = (active: ActiveRule): FileContextBase => ({
    file,
    options: active.options,
    ...shared,
    report: (at, data, extras = {}) => void reports.push({ rule: active.rule, at, data, extras }),
  });
  const visitors: Parameters<typeof mergeVisitors>[0][number][] = [];
  const add = (active: ActiveRule, context: unknown): void =>
    contain(active.rule, file.path, crashes, () => {
      const visitor = active.rule.detect(context as never);
      if (visitor) visitors.push({ visitor, guard: guardOf(active, file.path, crashes) });
    });

  if (input.syntax !== false) for (const active of rulesThatNeed(rules, 'syntax')) add(active, base(active));
  if (project) {
    for (const active of rulesThatNeed(rules, 'types')) {
      add(active, withChecker(base(active), project));
    }
  }
  if (flows) for (const active of rulesThatNeed(rules, 'flows')) add(active, { ...base(active), flows });
  walk(file.sourceFile, mergeVisitors(visitors));
  return { reports, crashes };
}

interface SharedAnalyses {
  locals(): FileLocals;
  values(): LocalValues;
}

/** What several rules need to know of a file, worked out once and only when the first one asks. */
function sharedAnalyses(file: FileModel): SharedAnalyses {
  let locals: FileLocals | undefined;
  let values: LocalValues | undefined;
  const shared = {
    locals: () => (locals ??= createFileLocals(file.sourceFile)),
    values: () => (values ??= createLocalValues(file.sourceFile, shared.locals())),
  };
  return shared;
}

interface FileContextBase extends SharedAnalyses {
  readonly file: FileModel;
  readonly options: unknown;
  report(at: RuleReport['at'], data: RuleReport['data'], extras?: RuleReport['extras']): void;
}

function withChecker(base: FileContextBase, project: NonNullable<FileModel['project']>): unknown {
  return Object.defineProperty({ ...base }, 'checker', { get: () => project.checker(), enumerable: true });
}

/** A rule that threw on one node is not asked again for this file. */
function guardOf(active: ActiveRule, file: string, crashes: RuleCrash[]): (handler: GuardedHandler) => GuardedHandler {
  let hasCrashed = false;
  return (handler) => (node) => {
    if (hasCrashed) return;
    const before = crashes.length;
    contain(active.rule, file, crashes, () => handler(node));
    hasCrashed = crashes.length > before;
  };
}

/** Runs the rules that see the whole workspace, and those about libraries. */
export function runWorkspaceRules(
  workspace: Workspace,
  libraries: LibraryFacts,
  rules: readonly ActiveRule[],
): RulePass {
  const reports: RuleReport[] = [];
  const crashes: RuleCrash[] = [];
  const run = (active: ActiveRule, extra: object): void =>
    contain(active.rule, '.', crashes, () => {
      const report: FileContextBase['report'] = (at, data, extras = {}) =>
        void reports.push({ rule: active.rule, at, data, extras });
      active.rule.detect({ workspace, options: active.options, report, ...extra });
    });
  for (const active of rulesThatNeed(rules, 'workspace')) run(active, {});
  for (const active of rulesThatNeed(rules, 'libraries')) run(active, { libraries });
  return { reports, crashes };
}
