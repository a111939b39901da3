import ts from 'typescript';
import type { Activation, Frame, Summary } from './frame.ts';
import { isShared } from './frame.ts';
import { passed } from './evaluate-call.ts';
import type { Input, Machine, Output } from './machine.ts';
import { StoppedEarly } from './machine.ts';
import { runFunction } from './run-function.ts';
import { inputShape } from './input-shape.ts';
import type { InputShape, ShapeNames } from './input-shape.ts';
import type { Closure, Taint, Value } from './value.ts';
import { concatTraces, hasTaint, mapTaints, nothing, withStep } from './value.ts';

const bounds = { depth: 40, sameRunning: 2, runsInPlace: 16, shapes: 24, coarseShapes: 36 };
const silence: Output = { returned: nothing, thrown: nothing, receiver: undefined, parameters: [] };

/** What the engine lends to calls: its stack of running functions and its notes. */
export interface CallStack {
  readonly running: ts.Node[];
  readonly names: ShapeNames;
  /** The oldest running function that was asked for its summary before it had one; `Infinity` for none. */
  oldestAsked: number;
  /** Summaries made with too little, and the running function that each waits for. */
  readonly provisional: { readonly kept: Map<string, Summary>; readonly key: string; readonly needs: number }[];
  noteStop(at: ts.Node): void;
  /** Runs with a step budget of its own. */
  withBudget(run: () => void): void;
}

/** Calls a function: by summary where nothing local to another function goes in, else by running it in place. */
export function invokeFunction(
  machine: Machine,
  stack: CallStack,
  closure: Closure,
  given: Input,
  frame: Frame,
  site: ts.Node,
): Output {
  const { node } = closure;
  if (ts.isClassLike(node) || !node.body) return silence;
  closure.frame.uncalled.delete(closure.frame.closures.get(node) ?? closure);
  if (stack.running.length >= bounds.depth) {
    stack.noteStop(site);
    return silence;
  }
  const name = nameOf(node);
  const input: Input = {
    args: [...(closure.first ?? []), ...given.args].map((arg) => arg && passed(arg, site, name)),
    receiver: given.receiver ?? closure.receiver,
  };
  if (isExercise(closure, input, frame)) return silence;
  const shape = isShared(closure.frame) ? inputShape(input, false, stack.names) : undefined;
  if (!shape?.isShareable) return runInPlace(machine, stack, closure, input, frame);
  return callSummary(machine, stack, closure, input, shape, frame, site, name);
}

/**
 * Whether a test calls what ships with values of its own: what that does with untrusted ones is followed where it ships,
 * and the functions that the test hands over run as those that nobody calls.
 */
function isExercise(closure: Closure, { args, receiver }: Input, frame: Frame): boolean {
  const isFromTest = frame.module.file.role === 'test' && closure.frame.module.file.role !== 'test';
  return isFromTest && !args.some((arg) => arg && hasTaint(arg)) && !(receiver && hasTaint(receiver));
}

function runInPlace(machine: Machine, stack: CallStack, closure: Closure, input: Input, frame: Frame): Output {
  const { runs } = frame.activation;
  const run = (runs.get(closure.node) ?? 0) + 1;
  if (stack.running.filter((node) => node === closure.node).length >= bounds.sameRunning) return silence;
  if (run > bounds.runsInPlace) {
    stack.noteStop(closure.node);
    return silence;
  }
  runs.set(closure.node, run);
  stack.running.push(closure.node);
  const output = runFunction(machine, closure, input, frame.activation);
  stack.running.pop();
  return output;
}

function callSummary(
  machine: Machine,
  stack: CallStack,
  closure: Closure,
  input: Input,
  exact: InputShape,
  frame: Frame,
  site: ts.Node,
  name: string,
): Output {
  const kept = summariesOf(closure);
  const shape = kept.has(exact.key) || kept.size < bounds.shapes ? exact : inputShape(input, true, stack.names);
  let summary = kept.get(shape.key);
  if (!summary) {
    if (kept.size >= bounds.coarseShapes) {
      stack.noteStop(site);
      return silence;
    }
    summary = emptySummary(shape);
    kept.set(shape.key, summary);
    fill(machine, stack, closure, shape, summary, frame);
    settle(stack, kept, shape.key, summary);
  } else if (summary.runningAt !== undefined) {
    summary.isRecursive = true;
    stack.oldestAsked = Math.min(stack.oldestAsked, summary.runningAt);
  }
  return instantiate(machine, summary, shape, frame, site, name);
}

function summariesOf(closure: Closure): Map<string, Summary> {
  const { summaries } = closure.frame.module;
  const kept = summaries.get(closure.node) ?? new Map<string, Summary>();
  summaries.set(closure.node, kept);
  return kept;
}

function emptySummary(shape: InputShape): Summary {
  return {
    runningAt: 0,
    isRecursive: false,
    slots: shape.slots,
    returned: nothing,
    thrown: nothing,
    receiver: undefined,
    parameters: [],
    flows: [],
  };
}

function fill(
  machine: Machine,
  stack: CallStack,
  closure: Closure,
  shape: InputShape,
  summary: Summary,
  frame: Frame,
): void {
  const { length } = stack.running;
  summary.runningAt = length;
  const run = (): void => {
    const { depth } = frame.activation;
    const activation: Activation = { flows: new Map(), depth: depth + 1, runs: new Map() };
    stack.running.push(closure.node);
    try {
      Object.assign(summary, runFunction(machine, closure, shape.input, activation));
    } catch (error) {
      if (!(error instanceof StoppedEarly)) throw error;
      stack.noteStop(error.at);
    }
    stack.running.length = length;
    summary.flows = [...activation.flows.values()];
  };
  stack.withBudget(run);
  if (!summary.isRecursive || summary.returned === nothing) return;
  // Once more with what the first turn gave, for functions that call themselves.
  forgetProvisional(stack, length);
  stack.withBudget(run);
}

/**
 * Ends a summary's run. One that asked a function still running got too little: it is kept only until that function
 * ends, and made anew when it is asked for again.
 */
function settle(stack: CallStack, kept: Map<string, Summary>, key: string, summary: Summary): void {
  const began = summary.runningAt ?? 0;
  summary.runningAt = undefined;
  if (stack.oldestAsked < began) stack.provisional.push({ kept, key, needs: stack.oldestAsked });
  else {
    forgetProvisional(stack, began);
    stack.oldestAsked = Infinity;
  }
}

function forgetProvisional(stack: CallStack, began: number): void {
  const waiting = stack.provisional.splice(0);
  for (const entry of waiting) {
    if (entry.needs >= began) entry.kept.delete(entry.key);
    else stack.provisional.push(entry);
  }
}

function instantiate(
  machine: Machine,
  summary: Summary,
  shape: InputShape,
  frame: Frame,
  site: ts.Node,
  name: string,
): Output {
  const fillIn = (taint: Taint): readonly Taint[] => {
    const { origin } = taint;
    if (!('slot' in origin)) return [taint];
    if (summary.slots[origin.slot] !== origin) return [taint];
    return (shape.taints[origin.slot] ?? []).map((outer) => ({
      origin: outer.origin,
      // Drawn from the caller's own, so what the function took away stays away.
      safeFor: taint.safeFor,
      trace: concatTraces(outer.trace, taint.trace),
    }));
  };
  for (const flow of summary.flows) {
    for (const taint of fillIn(flow.taint)) machine.record({ ...flow, taint }, frame);
  }
  const back = (value: Value | undefined) => value && mapTaints(value, fillIn);
  const message = { en: `returned by \`${name}\``, fr: `rendu par \`${name}\`` };
  return {
    returned: withStep(mapTaints(summary.returned, fillIn), site, message),
    thrown: mapTaints(summary.thrown, fillIn),
    receiver: back(summary.receiver),
    parameters: summary.parameters.map(back),
  };
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name) return node.name.getText();
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  if (ts.isBinaryExpression(parent)) return parent.left.getText();
  return 'function';
}
