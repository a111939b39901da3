import ts from 'typescript';
import { propertyName } from './evaluate-literal.ts';
import type { Frame } from './frame.ts';
import { closureIn } from './frame.ts';
import type { Machine } from './machine.ts';
import type { Binding } from './scope.ts';
import type { Closure, Value } from './value.ts';
import { changed, join, joinAll, nothing, valueOf, withField } from './value.ts';

/** Value of a class: what `new` makes of it, and its static members. */
export function defineClass(machine: Machine, node: ts.ClassLikeDeclaration, frame: Frame): Value {
  let value = valueOf({ closures: [closureIn(frame, node, machine.idOf)] });
  for (const member of node.members) {
    if (!isStatic(member) || !member.name) continue;
    const name = propertyName(machine, member.name, frame);
    if (ts.isPropertyDeclaration(member) && member.initializer) {
      value = withField(value, name, machine.evaluate(member.initializer, frame));
    } else if (ts.isMethodDeclaration(member)) {
      value = withField(value, name, valueOf({ closures: [closureIn(frame, member, machine.idOf)] }));
    }
  }
  return value;
}

/** A new instance: fields from the parent, the initializers and the constructor. */
export function constructClass(
  machine: Machine,
  closure: Closure,
  args: readonly (Value | undefined)[],
  frame: Frame,
  site: ts.Node,
): Value {
  const { node } = closure;
  if (!ts.isClassLike(node)) {
    const blank = valueOf({});
    return machine.invoke(closure, { args, receiver: blank }, frame, site).receiver ?? blank;
  }
  if (machine.constructing.length > 12 || machine.constructing.includes(node)) {
    return valueOf({ instances: [closure] });
  }
  machine.constructing.push(node);
  const parent = parentOf(machine, closure);
  const maker = node.members.find((member): member is ts.ConstructorDeclaration => isRunning(member));
  let instance = inherited(machine, parent, maker ? undefined : args, frame, site);
  instance = changed(instance, { closures: [], instances: [closure] });
  instance = initialize(machine, node, instance, closure);
  if (maker) {
    const made = closureIn(closure.frame, maker, machine.idOf);
    instance = machine.invoke(made, { args, receiver: instance }, frame, site).receiver ?? instance;
  }
  machine.constructing.pop();
  return instance;
}

function isRunning(member: ts.ClassElement): member is ts.ConstructorDeclaration {
  return ts.isConstructorDeclaration(member) && member.body !== undefined;
}

function inherited(
  machine: Machine,
  parent: Value,
  args: readonly (Value | undefined)[] | undefined,
  frame: Frame,
  site: ts.Node,
): Value {
  const entities = parent.entities
    .map((entity) => machine.models.step(entity, '()'))
    .filter((path) => path !== undefined);
  const base = valueOf({ entities });
  if (!args) return base;
  return joinAll([base, ...parent.closures.map((closure) => machine.construct(closure, args, frame, site))]);
}

function initialize(machine: Machine, node: ts.ClassLikeDeclaration, start: Value, closure: Closure): Value {
  const frame = memberFrame(closure, start);
  let instance = start;
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member) || isStatic(member)) continue;
    const name = propertyName(machine, member.name, frame);
    const value = member.initializer
      ? machine.evaluate(member.initializer, frame)
      : machine.valueOfType(member.type, frame);
    if (value === nothing) continue;
    instance = withField(instance, name, value);
    if (frame.self) frame.self.value = instance;
  }
  return instance;
}

/** The frame in which a class's initializers run: one of their own, for arrow functions in them keep `this`. */
function memberFrame(closure: Closure, instance: Value): Frame {
  return {
    ...closure.frame,
    owner: closure.node,
    parent: closure.frame,
    layers: [new Map<Binding, Value>()],
    exits: [],
    self: { value: instance },
    home: closure,
    rebound: new Set(),
    closures: new Map(),
    uncalled: new Set(),
  };
}

/** A method or getter of an instance, found in its class or the classes above. */
export function memberOfInstance(machine: Machine, instance: Value, name: string, frame: Frame, site: ts.Node): Value {
  let result = nothing;
  for (const closure of instance.instances) {
    result = join(result, memberOfClass(machine, closure, instance, name, frame, site, 0));
  }
  return result;
}

function memberOfClass(
  machine: Machine,
  closure: Closure,
  instance: Value,
  name: string,
  frame: Frame,
  site: ts.Node,
  depth: number,
): Value {
  if (!ts.isClassLike(closure.node) || depth > 8) return nothing;
  const member = membersOf(machine, closure.node).get(name);
  if (member) {
    const made = closureIn(closure.frame, member, machine.idOf);
    if (ts.isMethodDeclaration(member)) return valueOf({ closures: [{ ...made, receiver: instance }] });
    return machine.invoke(made, { args: [], receiver: instance }, frame, site).returned;
  }
  const parents = parentOf(machine, closure).closures;
  return joinAll(parents.map((parent) => memberOfClass(machine, parent, instance, name, frame, site, depth + 1)));
}

type Member = ts.MethodDeclaration | ts.GetAccessorDeclaration;

function membersOf(machine: Machine, node: ts.ClassLikeDeclaration): ReadonlyMap<string, Member> {
  const kept = machine.members.get(node);
  if (kept) return kept;
  const members = new Map<string, Member>();
  for (const member of node.members) {
    const isMember = ts.isMethodDeclaration(member) || ts.isGetAccessorDeclaration(member);
    if (!isMember || !member.body || isStatic(member) || ts.isComputedPropertyName(member.name)) continue;
    members.set(member.name.text, member);
  }
  machine.members.set(node, members);
  return members;
}

/** Runs every method of a class on an instance made with unknown arguments. */
export function runMethods(machine: Machine, closure: Closure, frame: Frame): void {
  if (!ts.isClassLike(closure.node)) return;
  const instance = machine.construct(closure, [], frame, closure.node);
  for (const member of closure.node.members) {
    const isMethod = ts.isMethodDeclaration(member) || ts.isSetAccessorDeclaration(member);
    if (!isMethod || !member.body) continue;
    const made = closureIn(closure.frame, member, machine.idOf);
    machine.invoke(made, { args: [], receiver: isStatic(member) ? undefined : instance }, frame, member);
  }
  for (const field of instance.fields.values()) {
    for (const arrow of field.closures) {
      if (arrow.frame.owner === closure.node)
        machine.invoke(arrow, { args: [], receiver: undefined }, frame, arrow.node);
    }
  }
}

function parentOf(machine: Machine, closure: Closure): Value {
  if (!ts.isClassLike(closure.node)) return nothing;
  const clause = closure.node.heritageClauses?.find((item) => item.token === ts.SyntaxKind.ExtendsKeyword);
  const [type] = clause?.types ?? [];
  return type ? machine.expand(machine.evaluate(type.expression, closure.frame)) : nothing;
}

function isStatic(member: ts.ClassElement): boolean {
  const modifiers = ts.canHaveModifiers(member) ? ts.getModifiers(member) : undefined;
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword) ?? false;
}
