import type { FlowAnalysis } from '../dataflow/flow-analysis.ts';
import type { LibraryFacts } from '../registry/library-facts.ts';
import type { Rule } from '../rules/define-rule.ts';
import type { PastSecret } from '../rules/past-secret.ts';
import type { HostedRunner } from '../rules/packs/hosted-runner.ts';
import type { FileModel } from '../workspace/file-model.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Visitor } from '../rules/visitor.ts';
import { createFileLocals, type FileLocals } from '../rules/locals/file-locals.ts';
import { entryTestOf, type IsEntry } from '../rules/reachability/entry-files.ts';
import { createLocalValues, type LocalValues } from '../rules/values/local-values.ts';
import { rulesThatNeed, type ActiveRule } from './active-rules.ts';
import { createRuleBudget, type RuleBudget, type RuleOverrun } from './rule-budget.ts';
import { contain, type RuleCrash, type RuleReport } from './rule-report.ts';
import { mergeVisitors, walk, type GuardedHandler, type HandlerGuard } from './walk.ts';

/** What a pass over a file or a workspace found. */
export interface RulePass {
  readonly reports: readonly RuleReport[];
  readonly crashes: readonly RuleCrash[];
  readonly overruns?: readonly RuleOverrun[];
}

/** Hears of the milliseconds that a rule took. */
export type RuleClock = (rule: string, milliseconds: number) => void;

/** Which passes to run over a file; a pass whose input is missing is left out. */
export interface FilePassInput {
  readonly syntax?: boolean;
  /** Gives the checker on demand; present when typed rules run. */
  readonly project?: FileModel['project'];
  readonly flows?: FlowAnalysis;
  /** Present when rules of other authors run. */
  readonly hosted?: HostedRunner;
  /** Told how long each piece of each rule took. */
  readonly onTime?: RuleClock;
  /** Walks along without reporting. */
  readonly companion?: Visitor;
  /** Milliseconds of processor time that each rule may take. */
  readonly limitMs?: number | undefined;
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
  const budget = createRuleBudget(input.limitMs ?? Infinity);
  const add = (active: ActiveRule, context: unknown): void =>
    contain(active.rule, file.path, crashes, () => {
      const visitor = active.rule.detect(context as never) as Visitor | undefined;
      const contained = guardOf(active, file.path, crashes, input.onTime);
      const guard: HandlerGuard = (handler, isRare) => budget.guard(active.rule.id, contained(handler), isRare);
      if (visitor) visitors.push({ visitor, guard });
    });

  if (input.syntax !== false) for (const active of rulesThatNeed(rules, 'syntax')) add(active, base(active));
  if (project) {
    for (const active of rulesThatNeed(rules, 'types')) {
      add(active, withChecker(base(active), project));
    }
  }
  if (flows) for (const active of rulesThatNeed(rules, 'flows')) add(active, { ...base(active), flows });
  if (input.companion) visitors.push({ visitor: input.companion, guard: (handler) => handler });
  walk(file.sourceFile, mergeVisitors(visitors));
  const hostedFrom = performance.now();
  if (input.hosted) runHosted(file, rulesThatNeed(rules, 'estree'), input.hosted, { reports, crashes });
  if (input.hosted) input.onTime?.('(rules of other authors)', performance.now() - hostedFrom);
  return inTime(file, reports, crashes, budget);
}

/** What a rule found in a part of a file says nothing of the whole. */
function inTime(
  { path }: FileModel,
  reports: readonly RuleReport[],
  crashes: readonly RuleCrash[],
  budget: RuleBudget,
): RulePass {
  const spent = budget.spent();
  if (spent.size === 0) return { reports, crashes };
  return {
    reports: reports.filter(({ rule }) => !spent.has(rule.id)),
    crashes,
    overruns: [...spent].map(([rule, milliseconds]) => ({ rule, file: path, milliseconds })),
  };
}

function runHosted(
  file: FileModel,
  rules: readonly ActiveRule<'estree'>[],
  runner: HostedRunner,
  { reports, crashes }: { readonly reports: RuleReport[]; readonly crashes: RuleCrash[] },
): void {
  const entries = rules.map(({ rule, options }) => ({ rule, hosted: rule.detect({ options }) }));
  for (const outcome of runner.run(file, entries)) {
    const rule = outcome.entry.rule as unknown as Rule;
    if ('at' in outcome) reports.push({ rule, at: outcome.at, data: {}, extras: {} });
    else
      contain(rule, file.path, crashes, () => {
        throw outcome.error;
      });
  }
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
function guardOf(
  active: ActiveRule,
  file: string,
  crashes: RuleCrash[],
  onTime: RuleClock | undefined,
): (handler: GuardedHandler) => GuardedHandler {
  let hasCrashed = false;
  return (handler) => {
    const guarded: GuardedHandler = (node) => {
      if (hasCrashed) return;
      const before = crashes.length;
      contain(active.rule, file, crashes, () => handler(node));
      hasCrashed = crashes.length > before;
    };
    return onTime ? timed(guarded, active.rule.id, onTime) : guarded;
  };
}

function timed(handler: GuardedHandler, rule: string, onTime: RuleClock): GuardedHandler {
  return (node) => {
    const start = performance.now();
    handler(node);
    onTime(rule, performance.now() - start);
  };
}

/** Runs the rules that see the whole workspace. */
export function runWorkspaceRules(workspace: Workspace, rules: readonly ActiveRule[]): RulePass {
  return runWholeRules(workspace, rulesThatNeed(rules, 'workspace'), {});
}

/** Runs the rules about what the git history still holds. */
export function runPastRules(
  workspace: Workspace,
  pastSecrets: readonly PastSecret[],
  rules: readonly ActiveRule[],
): RulePass {
  return runWholeRules(workspace, rulesThatNeed(rules, 'past'), { pastSecrets });
}

/** Runs the rules about libraries. */
export function runLibraryRules(workspace: Workspace, libraries: LibraryFacts, rules: readonly ActiveRule[]): RulePass {
  return runWholeRules(workspace, rulesThatNeed(rules, 'libraries'), { libraries });
}

function runWholeRules(workspace: Workspace, rules: readonly ActiveRule[], extra: object): RulePass {
  const reports: RuleReport[] = [];
  const crashes: RuleCrash[] = [];
  const isEntry = entryTestOnDemand(workspace);
  for (const { rule, options } of rules) {
    contain(rule, '.', crashes, () => {
      const report: FileContextBase['report'] = (at, data, extras = {}) =>
        void reports.push({ rule, at, data, extras });
      rule.detect({ workspace, options, isEntry, report, ...extra });
    });
  }
  return { reports, crashes };
}

/** Reads every text that may name a file, so not before a rule asks, and once for all of them. */
function entryTestOnDemand(workspace: Workspace): IsEntry {
  let test: IsEntry | undefined;
  return (file) => (test ??= entryTestOf(workspace))(file);
}
