import type ts from 'typescript';
import { applyCall } from './apply-call.ts';
import { assignTo, bindPattern } from './assign.ts';
import type { CompiledModels } from './compile-models.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { executeStatements } from './execute-statement.ts';
import type { FlowWorkspace } from './flow-workspace.ts';
import type { ModuleState } from './frame.ts';
import { refineBy } from './guards.ts';
import { invokeFunction } from './invoke-function.ts';
import type { ShapeNames } from './input-shape.ts';
import type { CallStack } from './invoke-function.ts';
import type { Machine } from './machine.ts';
import { StoppedEarly } from './machine.ts';
import { createModuleLoader } from './module-loader.ts';
import type { ModuleLoader } from './module-loader.ts';
import { expandModules, exportOf } from './modules.ts';
import { readPropertyOf } from './read-property.ts';
import { recordFlow, reachSink } from './record-flow.ts';
import { constructClass, memberOfInstance } from './run-class.ts';
import { runUncalledIn } from './run-uncalled.ts';
import type { Source } from './value.ts';
import { joinAll } from './value.ts';
import { createViews } from './views.ts';
import type { Views } from './views.ts';
import { valueOfDeclaredType } from './value-of-type.ts';

/** Steps of work that one function, and one file with all it calls, may take; and how deep expressions may nest. */
const bounds = { functionSteps: 30_000, fileSteps: 200_000, nesting: 500 };

/** Runs files of a workspace and leaves the flows in their states. */
export interface Interpreter {
  /** Runs a file's top level and the functions that nothing called; a second time does nothing. */
  runFile(path: string): void;
}

interface Work {
  functionSteps: number;
  fileSteps: number;
  nesting: number;
}

/** Names that states hold on to, so that they mean the same in every version of a workspace. */
export interface InterpreterNames {
  readonly ids: WeakMap<ts.Node, number>;
  lastId: number;
  readonly shapes: ShapeNames;
  readonly sources: WeakMap<ts.Node, Map<string, Source>>;
}

/** Starts without any name. */
export function createNames(): InterpreterNames {
  return { ids: new WeakMap(), lastId: 0, shapes: new Map(), sources: new WeakMap() };
}

/** Puts the parts of the interpreter together. */
export function createInterpreter(
  workspace: FlowWorkspace,
  models: CompiledModels,
  states: Map<string, ModuleState>,
  stops: Set<ts.Node>,
  names: InterpreterNames,
): Interpreter {
  const work: Work = { functionSteps: bounds.functionSteps, fileSteps: bounds.fileSteps, nesting: 0 };
  const stack = createCallStack(work, stops, names);
  const loader: ModuleLoader = createModuleLoader(workspace, models, states, stack, () => machine);
  const machine = createMachine(models, createViews(workspace), work, stack, loader, names);
  const seen = new Set<string>();
  return {
    runFile: (path) => {
      if (seen.has(path)) return;
      seen.add(path);
      const text = workspace.files.get(path)?.text;
      if (text === undefined || !models.data.hints.test(text)) return;
      work.fileSteps = bounds.fileSteps;
      const state = loader.load(path);
      if (!state || state.areFunctionsDone) return;
      state.areFunctionsDone = true;
      stack.withBudget(() => guarded(stack, () => machine.runUncalled(state.frame)));
    },
  };
}

function guarded(stack: CallStack, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof StoppedEarly)) throw error;
    stack.noteStop(error.at);
  }
}

function createCallStack(work: Work, stops: Set<ts.Node>, names: InterpreterNames): CallStack {
  return {
    running: [],
    names: names.shapes,
    oldestAsked: Infinity,
    provisional: [],
    noteStop: (at) => stops.add(at),
    withBudget: (run) => {
      const { functionSteps, nesting } = work;
      work.functionSteps = bounds.functionSteps;
      run();
      work.functionSteps = functionSteps;
      work.nesting = nesting;
    },
  };
}

function createMachine(
  models: CompiledModels,
  views: Views,
  work: Work,
  stack: CallStack,
  loader: ModuleLoader,
  names: InterpreterNames,
): Machine {
  const machine: Machine = {
    models,
    views,
    idOf: (node) => {
      const id = names.ids.get(node) ?? ++names.lastId;
      names.ids.set(node, id);
      return id;
    },
    spend: (node) => {
      if (--work.functionSteps < 0 || --work.fileSteps < 0) throw new StoppedEarly(node);
    },
    evaluate: (node, frame) => {
      if (++work.nesting > bounds.nesting) throw new StoppedEarly(node);
      const value = evaluateExpression(machine, node, frame);
      work.nesting--;
      return value;
    },
    execute: (statements, frame) => executeStatements(machine, statements, frame),
    assign: (target, value, frame) => assignTo(machine, target, value, frame),
    bind: (pattern, value, frame) => bindPattern(machine, pattern, value, frame),
    refine: (condition, frame, holds) => refineBy(machine, condition, frame, holds),
    readProperty: (base, name, node, frame) => readPropertyOf(machine, base, name, node, frame),
    apply: (call, frame) => applyCall(machine, call, frame),
    invoke: (closure, input, frame, site) => invokeFunction(machine, stack, closure, input, frame, site),
    runUncalled: (frame) => runUncalledIn(machine, frame),
    construct: (closure, args, frame, site) => constructClass(machine, closure, args, frame, site),
    memberOf: (instance, name, frame, site) => memberOfInstance(machine, instance, name, frame, site),
    importModule: loader.importModule,
    importName: loader.importName,
    expand: (value) => expandModules(machine, value),
    exportedBy: (value, name) => joinAll(value.modules.map((state) => exportOf(machine, state, name))),
    valueOfType: (type, frame) => valueOfDeclaredType(machine, type, frame),
    sourceAt: (node, kind, name, exposure) => sourceIn(names.sources, node, kind, name, exposure),
    constructing: [],
    members: new Map(),
    usesArguments: new Map(),
    promises: [],
    record: recordFlow,
    reach: (kind, value, sink, name, frame, isDeep = false) => reachSink(kind, value, sink, name, frame, isDeep),
  };
  return machine;
}

function sourceIn(
  sources: WeakMap<ts.Node, Map<string, Source>>,
  node: ts.Node,
  kind: Source['kind'],
  name: string,
  exposure: string | undefined,
): Source {
  const atNode = sources.get(node) ?? new Map<string, Source>();
  sources.set(node, atNode);
  const key = `${kind} ${exposure ?? ''} ${name}`;
  const known = atNode.get(key);
  if (known) return known;
  const isKnownExposure = exposure === 'public' || exposure === 'authenticated';
  const source: Source = { kind, node, name, ...(isKnownExposure && { exposure }) };
  atNode.set(key, source);
  return source;
}
