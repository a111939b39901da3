import ts from 'typescript';
import type { Localized } from '../base/language.ts';
import { splitExposure } from './compile-models.ts';
import { fieldsOf } from './fields.ts';
import type { Frame } from './frame.ts';
import { selfBehind, selfOf, writeVariable } from './frame.ts';
import { lastName } from './evaluate-call.ts';
import { propertyName } from './evaluate-literal.ts';
import type { Machine } from './machine.ts';
import { textOf, unwrap } from './machine.ts';
import type { PropertySinkModel } from './models/flow-models.ts';
import { isTextActive } from './sink-conditions.ts';
import type { Value } from './value.ts';
import { changed, elementOf, join, nothing, openHole, valueOf, withField, withStep } from './value.ts';

/** Puts a value where an assignment's left side says: a variable, a property path or a pattern. */
export function assignTo(machine: Machine, target: ts.Node, value: Value, frame: Frame): void {
  if (ts.isIdentifier(target)) {
    if (!frame.module.scopes.resolve(target.text, target)) reachGlobalSinks(machine, target, value, frame);
    assignName(target, withStep(value, target, stored(target)), frame, true);
  } else if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) {
    runPropertyHandlers(machine, target, value, frame);
    reachPropertySinks(machine, target, value, frame);
    reachPropertyNames(machine, target, frame);
    assignProperty(machine, target, withStep(value, target, stored(target)), frame);
  } else if (ts.isObjectLiteralExpression(target)) assignObject(machine, target, value, frame);
  else if (ts.isArrayLiteralExpression(target)) {
    target.elements.forEach((element, index) => assignTo(machine, element, readIndex(value, index), frame));
  } else if (ts.isSpreadElement(target)) assignTo(machine, target.expression, valueOfRest(value), frame);
  else if (ts.isExpression(target) && unwrap(target) !== target) assignTo(machine, unwrap(target), value, frame);
  else if (ts.isBinaryExpression(target)) assignTo(machine, target.left, value, frame);
}

/** Gives the names of a declaration their values. */
export function bindPattern(machine: Machine, pattern: ts.BindingName, value: Value, frame: Frame): void {
  if (ts.isIdentifier(pattern)) {
    const binding = frame.module.scopes.resolve(pattern.text, pattern);
    if (binding) writeVariable(frame, binding, withStep(value, pattern, stored(pattern)));
    return;
  }
  pattern.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    const part = element.dotDotDotToken ? valueOfRest(value) : partOf(machine, value, element, index, frame);
    const fallback = element.initializer ? machine.evaluate(element.initializer, frame) : nothing;
    bindPattern(machine, element.name, join(part, fallback), frame);
  });
}

/** Changes what a path such as `user.name` or `this.rows` holds; other expressions hold nothing one could change. */
export function writeBack(machine: Machine, target: ts.Expression, value: Value, frame: Frame): void {
  const place = unwrap(target);
  if (ts.isIdentifier(place)) assignName(place, value, frame, false);
  else if (place.kind === ts.SyntaxKind.ThisKeyword) {
    const self = selfOf(frame);
    if (self) self.value = value;
  } else if (ts.isPropertyAccessExpression(place) || ts.isElementAccessExpression(place)) {
    assignProperty(machine, place, value, frame);
  }
}

function partOf(machine: Machine, value: Value, element: ts.BindingElement, index: number, frame: Frame): Value {
  if (ts.isArrayBindingPattern(element.parent)) return readIndex(value, index);
  const key = element.propertyName ?? (ts.isIdentifier(element.name) ? element.name : undefined);
  const name = key ? propertyName(machine, key, frame) : '*';
  return machine.readProperty(value, name, element, frame);
}

function assignName(node: ts.Identifier, value: Value, frame: Frame, isRebinding: boolean): void {
  const binding = frame.module.scopes.resolve(node.text, node);
  const self = binding && !isRebinding ? selfBehind(frame, binding) : undefined;
  if (self) self.value = value;
  else if (binding) {
    if (isRebinding) frame.rebound.add(binding);
    writeVariable(frame, binding, value);
  } else if (node.text === 'exports') {
    if (!isRebinding) frame.module.exports = value;
  } else if (node.text === 'module') frame.module.exports = value.fields.get('exports') ?? nothing;
  else frame.globals.set(node.text, value);
}

function assignProperty(
  machine: Machine,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  value: Value,
  frame: Frame,
): void {
  const name = nameOfAccess(machine, target, frame);
  if (!isPath(target.expression)) return;
  const base = machine.evaluate(target.expression, frame);
  const owner = base.modules.length > 0 ? machine.expand(base) : base;
  writeBack(machine, target.expression, withField(owner, name, value), frame);
}

function nameOfAccess(
  machine: Machine,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  frame: Frame,
): string {
  if (ts.isPropertyAccessExpression(target)) return target.name.text;
  const index = machine.evaluate(target.argumentExpression, frame);
  return index.texts.length === 1 && index.taints.length === 0 ? (index.texts[0] ?? '*') : '*';
}

function isPath(node: ts.Expression): boolean {
  const place = unwrap(node);
  if (ts.isIdentifier(place) || place.kind === ts.SyntaxKind.ThisKeyword) return true;
  return (ts.isPropertyAccessExpression(place) || ts.isElementAccessExpression(place)) && isPath(place.expression);
}

function assignObject(machine: Machine, target: ts.ObjectLiteralExpression, value: Value, frame: Frame): void {
  for (const property of target.properties) {
    if (ts.isShorthandPropertyAssignment(property)) {
      assignTo(machine, property.name, machine.readProperty(value, property.name.text, property, frame), frame);
    } else if (ts.isPropertyAssignment(property)) {
      const name = propertyName(machine, property.name, frame);
      assignTo(machine, property.initializer, machine.readProperty(value, name, property, frame), frame);
    } else if (ts.isSpreadAssignment(property)) assignTo(machine, property.expression, valueOfRest(value), frame);
  }
}

function reachPropertySinks(
  machine: Machine,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  value: Value,
  frame: Frame,
): void {
  if (value.taints.length === 0) return;
  const name = nameOfAccess(machine, target, frame);
  for (const sink of machine.models.data.propertySinks) {
    if (!sink.properties.includes(name) || !isTextActive(sink.when, value)) continue;
    if (sink.receiver && !sink.receiver.test(lastName(target.expression))) continue;
    if (sink.on && !isOwnedBy(machine.evaluate(target.expression, frame), sink)) continue;
    machine.reach(sink.kind, value, target, textOf(target), frame);
  }
}

/** Properties that untrusted input chooses, on the whole way to what is written; a constant start leads to no prototype. */
function reachPropertyNames(
  machine: Machine,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  frame: Frame,
): void {
  let place: ts.Expression = target;
  for (
    ;
    ts.isPropertyAccessExpression(place) || ts.isElementAccessExpression(place);
    place = unwrap(place.expression)
  ) {
    if (!ts.isElementAccessExpression(place)) continue;
    const name = machine.evaluate(place.argumentExpression, frame);
    if (name.taints.length === 0 || name.texts.some((text) => !text.startsWith(openHole))) continue;
    machine.reach('property-name', name, place, textOf(place), frame);
  }
}

const loadingElements = /^(a|area|base|button|embed|form|frame|iframe|input|link|object|script)$/i;

function isOwnedBy(owner: Value, sink: PropertySinkModel): boolean {
  if (!owner.entities.some((entity) => sink.on?.includes(splitExposure(entity)[0]))) return false;
  if (sink.when !== 'loading-element') return true;
  return owner.fields.get('localName')?.texts.some((name) => loadingElements.test(name)) ?? false;
}

/** `location = address` sets a property of the page's global object, `__html` stands for HTML in a component's template. */
function reachGlobalSinks(machine: Machine, target: ts.Identifier, value: Value, frame: Frame): void {
  if (value.taints.length === 0 || !/^(location|__html)$/.test(target.text)) return;
  for (const sink of machine.models.data.propertySinks) {
    if (!sink.properties.includes(target.text) || !isTextActive(sink.when, value)) continue;
    machine.reach(sink.kind, value, target, target.text, frame);
  }
}

/** `window.onmessage = listener`: the page runs it with an event. */
function runPropertyHandlers(
  machine: Machine,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  value: Value,
  frame: Frame,
): void {
  if (!ts.isPropertyAccessExpression(target) || value.closures.length === 0) return;
  for (const model of machine.models.data.propertyHandlers) {
    if (!model.properties.includes(target.name.text)) continue;
    const args = model.parameters.map((path) => valueOf({ entities: [path] }));
    for (const closure of value.closures) {
      if (ts.isClassLike(closure.node) || model.unless?.test(closure.node.getText())) continue;
      machine.invoke(closure, { args, receiver: undefined }, frame, target);
    }
  }
}

function readIndex(value: Value, index: number): Value {
  return value.fields.get(String(index)) ?? join(elementOf(changed(value, { fields: starOnly(value) })), nothing);
}

function starOnly(value: Value): Value['fields'] {
  const star = value.fields.get('*');
  return fieldsOf(star ? [['*', star]] : []);
}

function valueOfRest(value: Value): Value {
  return valueOf({ taints: value.taints, fields: value.fields });
}

function stored(node: ts.Node): Localized {
  const name = textOf(node);
  return { en: `stored in \`${name}\``, fr: `rangé dans \`${name}\`` };
}
