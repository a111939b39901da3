import ts from 'typescript';
import type { FileModel } from '../workspace/file-model.ts';
import type { CallerCheck } from './behind-authentication.ts';
import type { Flow, SinkKind } from './flow-analysis.ts';
import type { Binding, Scopes } from './scope.ts';
import { isFunction } from './scope.ts';
import type { Closure, Slot, Taint, Value } from './value.ts';
import { join, nothing } from './value.ts';

/** One file of the workspace as the analysis runs it. Lives as long as neither it nor what it imports changes. */
export interface ModuleState {
  readonly file: FileModel;
  readonly scopes: Scopes;
  readonly frame: Frame;
  status: 'fresh' | 'loading' | 'ready';
  /** Value of `module.exports`. */
  exports: Value;
  /** Flows whose source lies in code of this file. */
  readonly flows: Map<string, Flow>;
  /** Summaries by function and by the shape of what goes in. */
  readonly summaries: Map<ts.Node, Map<string, Summary>>;
  areFunctionsDone: boolean;
  /** What the file exports by name, kept once it is ready. */
  readonly exportedValues: Map<string, Value>;
  /** Files that its import specifiers mean. */
  readonly imports: Map<string, ModuleState | undefined>;
  /** By application or router as written, the checks put in front of its later routes. */
  readonly callerChecks: Map<string, readonly CallerCheck[]>;
}

/** A flow that waits for its source: what the caller passes in the slot decides. */
export interface PendingFlow {
  readonly sinkKind: SinkKind;
  readonly sink: ts.Node;
  readonly sinkName: string;
  readonly taint: Taint;
}

/** What calling a function does, for one shape of input. */
export interface Summary {
  /** How many functions were running when this one began; undefined when it is done. */
  runningAt: number | undefined;
  /** Asked for while it was running, so what was answered may be too little. */
  isRecursive: boolean;
  readonly slots: readonly Slot[];
  returned: Value;
  /** What an error thrown out of the function may quote. */
  thrown: Value;
  receiver: Value | undefined;
  /** Values of the parameters at the end, where the function changed what they hold. */
  parameters: readonly (Value | undefined)[];
  flows: readonly PendingFlow[];
}

/** The run of a summarised function with everything that runs inside it. */
export interface Activation {
  readonly flows: Map<string, PendingFlow>;
  readonly depth: number;
  /** How often each function ran in place, within its bound. */
  readonly runs: Map<ts.Node, number>;
}

/** A loop or switch being run; `base` is the number of layers around it. */
export interface Exit {
  readonly base: number;
  readonly ends: Map<Binding, Value>[];
}

/** Variables of one running function or file. `layers` holds the changes of the branches being run, innermost last. */
export interface Frame {
  readonly owner: ts.Node;
  readonly parent: Frame | undefined;
  readonly module: ModuleState;
  readonly activation: Activation;
  layers: Map<Binding, Value>[];
  /** Loops and switches being run, innermost last, with what variables held where they were left early. */
  readonly exits: Exit[];
  /** Undefined in arrow functions, which see the `this` around them. */
  readonly self: { value: Value } | undefined;
  /** Class whose member runs, for `super`. */
  readonly home: Closure | undefined;
  readonly outcome: { returned: Value; thrown: Value };
  /** Parameters that got a new value, so that what they hold no longer is the caller's. */
  readonly rebound: Set<Binding>;
  readonly closures: Map<ts.Node, Closure>;
  /** Undeclared names that were assigned here. */
  readonly globals: Map<string, Value>;
  /** Functions made here that nothing has called yet. */
  readonly uncalled: Set<Closure>;
}

/** Whether this is the frame of a file's top level. */
export function isModuleFrame(frame: Frame): boolean {
  return frame.parent === undefined;
}

/**
 * Whether functions made in a frame behave alike in every call, so that summaries may be kept: those of a file's top
 * level, and those in the initializers of a class whose instance holds nothing untrusted.
 */
export function isShared(frame: Frame): boolean {
  if (isModuleFrame(frame)) return true;
  const isMember = frame.home !== undefined && frame.owner === frame.home.node;
  return isMember && isModuleFrame(frame.home.frame) && !frame.self?.value.fields.isTainted;
}

/** Value of a variable as seen from a frame. */
export function readVariable(frame: Frame, binding: Binding): Value {
  const owner = frameOf(frame, binding);
  if (!owner) return nothing;
  for (let index = owner.layers.length - 1; index >= 0; index--) {
    const value = owner.layers[index]?.get(binding);
    if (value) return value;
  }
  return nothing;
}

/** Sets a variable; one of an outer function keeps what it had besides, for nobody knows when this runs. */
export function writeVariable(frame: Frame, binding: Binding, value: Value): void {
  const owner = frameOf(frame, binding);
  if (!owner) return;
  const isOuter = owner.owner !== frame.owner;
  // What one call leaves in a module's variable would make every later result depend on the order of calls.
  const target = isOuter && isModuleFrame(owner) ? frame : owner;
  const next = isOuter ? join(readVariable(frame, binding), value) : value;
  target.layers[target.layers.length - 1]?.set(binding, next);
}

/** Runs the alternatives of a loop or switch, which `break` and `continue` may leave early. */
export function runLeavable(frame: Frame, branches: readonly (() => boolean)[]): boolean {
  const ends: Map<Binding, Value>[] = [];
  frame.exits.push({ base: frame.layers.length, ends });
  const isOver = runBranches(frame, branches, ends);
  frame.exits.pop();
  return isOver;
}

/** Notes what variables hold where `break` or `continue` leaves the innermost loop or switch. */
export function leaveEarly(frame: Frame): void {
  const exit = frame.exits[frame.exits.length - 1];
  if (!exit) return;
  const end = new Map<Binding, Value>();
  for (const layer of frame.layers.slice(exit.base)) for (const [binding, value] of layer) end.set(binding, value);
  exit.ends.push(end);
}

/** Runs alternatives one after the other from the same start, then joins what those that go on have changed. */
export function runBranches(
  frame: Frame,
  branches: readonly (() => boolean)[],
  ends: Map<Binding, Value>[] = [],
): boolean {
  for (const branch of branches) {
    const layer = new Map<Binding, Value>();
    frame.layers.push(layer);
    const endsHere = branch();
    frame.layers.pop();
    if (!endsHere) ends.push(layer);
  }
  mergeLayers(frame, ends);
  return ends.length === 0;
}

function mergeLayers(frame: Frame, ends: readonly Map<Binding, Value>[]): void {
  const changed = new Set(ends.flatMap((layer) => [...layer.keys()]));
  const top = frame.layers[frame.layers.length - 1];
  for (const binding of changed) {
    const before = readOwn(frame, binding);
    const values = ends.map((layer) => layer.get(binding) ?? before);
    top?.set(binding, values.reduce(join));
  }
}

function readOwn(frame: Frame, binding: Binding): Value {
  for (let index = frame.layers.length - 1; index >= 0; index--) {
    const value = frame.layers[index]?.get(binding);
    if (value) return value;
  }
  return readVariable(frame, binding);
}

function frameOf(frame: Frame, binding: Binding): Frame | undefined {
  for (let current: Frame | undefined = frame; current; current = current.parent) {
    if (current.owner === binding.owner) return current;
    // A change of a module's variable stays in the function that made it.
    if (current.layers.some((layer) => layer.has(binding))) return current;
  }
  return undefined;
}

/** The `this` that code of a frame sees. */
export function selfOf(frame: Frame): { value: Value } | undefined {
  for (let current: Frame | undefined = frame; current; current = current.parent) {
    if (current.self) return current.self;
  }
  return undefined;
}

/** The `this` that a variable such as `const self = this` stands for. */
export function selfBehind(frame: Frame, { declaration, owner }: Binding): { value: Value } | undefined {
  const isAlias = ts.isVariableDeclaration(declaration) && declaration.initializer?.kind === ts.SyntaxKind.ThisKeyword;
  if (!isAlias) return undefined;
  let current: Frame | undefined = frame;
  while (current && current.owner !== owner) current = current.parent;
  return current && selfOf(current);
}

/** The closure of a function or class node in a frame; the same object each time. */
export function closureIn(frame: Frame, node: Closure['node'], idOf: (node: ts.Node) => number): Closure {
  const known = frame.closures.get(node);
  if (known) return known;
  const closure: Closure = { id: idOf(node), node, frame, receiver: undefined };
  frame.closures.set(node, closure);
  if (isFunction(node)) frame.uncalled.add(closure);
  return closure;
}
