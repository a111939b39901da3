import ts from 'typescript';
import { writeBack } from './assign.ts';
import { exposureOf } from './behind-authentication.ts';
import { splitExposure } from './compile-models.ts';
import type { EntityFacts } from './compile-models.ts';
import type { Frame } from './frame.ts';
import type { Call, Machine } from './machine.ts';
import { textOf, unwrap } from './machine.ts';
import type { HandlerModel, MethodSinkModel, PropagatorModel, SinkModel } from './models/flow-models.ts';
import { reachView } from './render-view.ts';
import { schemaValue } from './schema-result.ts';
import { objectKinds } from './sink-bits.ts';
import { isSinkActive, isTextActive } from './sink-conditions.ts';
import { entityValue, sourceValue } from './read-property.ts';
import { asText, taintsOfText } from './text.ts';
import type { Closure, Taint, Value } from './value.ts';
import {
  changed,
  allTaints,
  hasTaint,
  join,
  joinTaints,
  madeSafe,
  mapTaints,
  nothing,
  valueOf,
  withField,
} from './value.ts';

interface Answer {
  readonly value: Value;
  /** The models say what the call does, so nothing is guessed from its name. */
  readonly isKnown: boolean;
}

/** What the models say of a call of one entity; undefined when they say nothing. */
export function callEntity(machine: Machine, entity: string, call: Call, frame: Frame): Answer | undefined {
  if (entity === '@resolve') return { value: resolvePromise(machine, call), isKnown: true };
  const path = machine.models.step(entity, '()');
  const callee = machine.models.facts(entity);
  runHandlers(machine, callee?.handlers ?? [], call, frame);
  const hasParameters = runCallbacks(machine, entity, call, frame);
  const facts = path === undefined ? undefined : machine.models.facts(path);
  reachSinks(machine, callee, call, frame);
  const isKnown = (callee?.sinks.length ?? 0) + (callee?.handlers.length ?? 0) > 0 || hasParameters;
  if (path === undefined || !facts) return isKnown ? { value: valueOfKnown(callee, entity), isKnown } : undefined;
  const made = resultOf(machine, facts, path, entity, call);
  const target = facts.propagates?.into;
  const node = target === undefined ? undefined : call.argNodes[target];
  if (node && hasTaint(made.value)) writeBack(machine, node, made.value, frame);
  return { value: made.value, isKnown: isKnown || made.isKnown };
}

function resolvePromise(machine: Machine, call: Call): Value {
  const settled = machine.promises[machine.promises.length - 1];
  if (settled) settled.value = join(settled.value, call.args[0] ?? nothing);
  return nothing;
}

/** Registering a handler returns the application, so that calls chain. */
function valueOfKnown(callee: EntityFacts | undefined, entity: string): Value {
  if (!callee || callee.handlers.length === 0) return nothing;
  const owner = entity.slice(0, entity.lastIndexOf('.'));
  return owner ? valueOf({ entities: [owner] }) : nothing;
}

function resultOf(machine: Machine, facts: EntityFacts, path: string, entity: string, call: Call): Answer {
  if (path === '@objectSchema') return { value: schemaValue(path, call), isKnown: true };
  const isType = facts.type !== undefined || path.startsWith('@');
  let value = valueOf({ entities: [path] });
  let isKnown = isType;
  if (facts.source) {
    const [, exposure] = splitExposure(entity);
    const origin = machine.sourceAt(call.node, facts.source, textOf(call.node), exposure);
    value = join(value, sourceValue(facts, origin));
    isKnown = true;
  }
  if (facts.propagates !== undefined || facts.safeFor !== 0) {
    const made = propagated(facts.propagates, call);
    // What is handed on keeps its own fields; an entity of the call would hide them.
    const handedOn = facts.safeFor === 0 ? made : madeSafe(made, facts.safeFor);
    return { value: isType || facts.source ? overlaid(value, handedOn) : handedOn, isKnown: true };
  }
  // An element is known by its tag as well.
  if (path === '@element') value = withField(value, 'localName', call.args[call.args.length - 1] ?? nothing);
  return { value, isKnown };
}

/** A value of a type that keeps what was handed over, such as the fields of a command object. */
function overlaid(value: Value, handedOn: Value): Value {
  return changed(value, { taints: joinTaints(value.taints, handedOn.taints), fields: handedOn.fields });
}

function propagated(model: PropagatorModel | undefined, call: Call): Value {
  const handedOn =
    model?.into === undefined ? argumentsOf(model?.from ?? 'all', call) : call.args.reduce(merged, nothing);
  if (model?.makes === 'text') return valueOf({ taints: asText(allTaints(handedOn)) });
  return model?.makes === 'objects' ? mapTaints(handedOn, (taint) => [withoutText(taint)]) : handedOn;
}

/** An object that takes over the fields of another. */
function merged(target: Value, source: Value): Value {
  const whole = changed(target === nothing ? source : target, { taints: joinTaints(target.taints, source.taints) });
  if (target === nothing) return whole;
  return [...source.fields].reduce((object, [name, field]) => withField(object, name, field), whole);
}

function withoutText(taint: Taint): Taint {
  return { ...taint, safeFor: taint.safeFor & ~objectKinds };
}

function argumentsOf(from: readonly number[] | 'all', call: Call): Value {
  const [index, ...others] = from === 'all' ? [] : from;
  // A function of exactly one argument may hand it back whole, functions and all, as `promisify` does.
  if (index !== undefined && others.length === 0) return call.args[index] ?? nothing;
  const args = from === 'all' ? call.args : from.map((at) => call.args[at] ?? nothing);
  const only = args.length === 1 ? args[0] : undefined;
  if (only) return changed(only, { taints: allTaints(only), closures: [], entities: [] });
  let taints = nothing.taints;
  for (const arg of args) taints = joinTaints(taints, allTaints(arg));
  return valueOf({ taints });
}

function reachSinks(machine: Machine, callee: EntityFacts | undefined, call: Call, frame: Frame): void {
  for (const sink of callee?.sinks ?? []) {
    if (!call.args.some(mayArrive) || !isSinkActive(sink.when, sink.argument, call)) continue;
    const indexes = sink.argument === 'all' ? call.args.map((_, index) => index) : [sink.argument];
    for (const index of indexes) reachArgument(machine, sink, index, call, frame);
  }
}

/** Whether anything untrusted, or a function that may return it, is in an argument; conditions are asked only then. */
export function mayArrive(value: Value): boolean {
  return hasTaint(value) || value.closures.length > 0;
}

/** Lets an argument arrive at a sink: the argument itself, and those of its fields that count. */
export function reachArgument(
  machine: Machine,
  sink: SinkModel | MethodSinkModel,
  index: number,
  call: Call,
  frame: Frame,
): void {
  const value = call.args[index];
  const node = call.argNodes[index];
  if (!value || !node) return;
  const name = call.text();
  if (sink.when === 'view-data') {
    reachView(machine, call, value, frame, (field) => fieldNode(node, field, frame) ?? node);
    return;
  }
  if (sink.kind === 'html-dom') reachReturned(machine, value, node, call, frame);
  if (!sink.fields) {
    const whole = valueOf({ taints: taintsOfText(value), fields: value.fields, texts: value.texts });
    if (isTextActive(sink.when, whole)) machine.reach(sink.kind, whole, node, name, frame, sink.deep);
    return;
  }
  if (!sink.onlyFields) {
    const whole = valueOf({ taints: taintsOfText(value), texts: value.texts });
    if (isTextActive(sink.when, whole)) machine.reach(sink.kind, whole, node, name, frame);
  }
  for (const field of sink.fields) {
    const held = value.fields.get(field);
    if (!held || !isTextActive(sink.when, held)) continue;
    machine.reach(sink.kind, held, fieldNode(node, field, frame) ?? node, name, frame, sink.deep);
  }
}

/** A function in place of HTML is asked for it. */
function reachReturned(machine: Machine, value: Value, node: ts.Expression, call: Call, frame: Frame): void {
  for (const closure of value.closures) {
    if (ts.isClassLike(closure.node)) continue;
    const { returned } = machine.invoke(closure, { args: [], receiver: undefined }, frame, call.node);
    machine.reach('html-dom', returned, node, call.text(), frame);
  }
}

function nameIn(name: ts.PropertyName): string {
  return ts.isStringLiteralLike(name) ? name.text : name.getText();
}

/** The object that a constant is made of, or the expression itself. */
function literalBehind(place: ts.Expression, frame: Frame): ts.Expression {
  if (!ts.isIdentifier(place)) return place;
  const declaration = frame.module.scopes.resolve(place.text, place)?.declaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return place;
  return declaration.parent.flags & ts.NodeFlags.Const ? unwrap(declaration.initializer) : place;
}

/** Where an object literal gives a field its value. */
function fieldNode(node: ts.Expression, field: string, frame: Frame): ts.Expression | undefined {
  const place = literalBehind(unwrap(node), frame);
  if (!ts.isObjectLiteralExpression(place)) return undefined;
  for (const property of place.properties) {
    if (!property.name || nameIn(property.name) !== field) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
  }
  return undefined;
}

function runHandlers(machine: Machine, handlers: readonly HandlerModel[], call: Call, frame: Frame): void {
  if (handlers.length === 0) return;
  const exposure = exposureOf(machine, call, frame);
  for (const handler of handlers) {
    for (const arg of call.args) {
      const value = handler.field === undefined ? arg : (arg.fields.get(handler.field) ?? nothing);
      for (const closure of closuresOf(machine, value)) {
        runHandler(machine, handler, closure, exposure, call, frame);
      }
    }
  }
}

/** Handlers may stand in lists and tables of tables. */
function closuresOf(machine: Machine, value: Value, depth = 0): readonly Closure[] {
  const own = machine.expand(value);
  if (depth >= 3) return own.closures;
  return [...own.closures, ...[...own.fields.values()].flatMap((field) => closuresOf(machine, field, depth + 1))];
}

function isChecking(unless: RegExp | undefined, closure: Closure): boolean {
  return unless?.test(closure.node.getText()) ?? false;
}

function runHandler(
  machine: Machine,
  handler: HandlerModel,
  closure: Closure,
  exposure: string,
  call: Call,
  frame: Frame,
): void {
  if (ts.isClassLike(closure.node) || isChecking(handler.unless, closure)) return;
  const isShifted = handler.errorFirst !== undefined && closure.node.parameters.length >= handler.errorFirst;
  const types = isShifted ? [undefined, ...handler.parameters] : handler.parameters;
  const { parameters } = closure.node;
  const args = types.map((type, index) => {
    const root = type === undefined ? undefined : machine.models.root(type);
    const at = parameters[index]?.name;
    if (root === undefined || !at) return nothing;
    return entityValue(machine, root.startsWith('@') ? `${root}#${exposure}` : root, at, at.getText());
  });
  machine.invoke(closure, { args, receiver: undefined }, frame, call.node);
}

/** Runs functions passed to an entity whose parameters the models know, such as `getConnection((err, db) => …)`. */
function runCallbacks(machine: Machine, entity: string, call: Call, frame: Frame): boolean {
  let isAny = false;
  for (const arg of call.args) {
    for (const closure of machine.expand(arg).closures) {
      if (ts.isClassLike(closure.node)) continue;
      const args = closure.node.parameters.map((parameter, index) =>
        callbackParameter(machine, entity, index, parameter.name, call),
      );
      if (args.every((value) => value === nothing)) continue;
      isAny = true;
      machine.invoke(closure, { args, receiver: undefined }, frame, call.node);
    }
  }
  return isAny;
}

function callbackParameter(machine: Machine, entity: string, index: number, name: ts.BindingName, call: Call): Value {
  const path = machine.models.step(entity, `(:${index})`);
  if (path === undefined) return nothing;
  const facts = machine.models.facts(path);
  const value = valueOf({ entities: [path] });
  if (!facts?.source) return value;
  const isNamed = ts.isIdentifier(name);
  const origin = machine.sourceAt(
    isNamed ? name : call.node,
    facts.source,
    isNamed ? name.text : textOf(call.node),
    splitExposure(entity)[1],
  );
  return join(value, sourceValue(facts, origin));
}
