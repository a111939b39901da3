import ts from 'typescript';
import type { Frame } from './frame.ts';
import { closureIn } from './frame.ts';
import type { Machine } from './machine.ts';
import { readIdentifier } from './evaluate-identifier.ts';
import type { Value } from './value.ts';
import { changed, elementOf, join, joinTaints, nothing, valueOf, withField } from './value.ts';

/** Value of an object literal with its fields. */
export function evaluateObject(machine: Machine, node: ts.ObjectLiteralExpression, frame: Frame): Value {
  let result = nothing;
  for (const property of node.properties) {
    machine.spend(property);
    result = ts.isSpreadAssignment(property)
      ? spreadInto(result, machine.expand(machine.evaluate(property.expression, frame)))
      : addProperty(machine, result, property, frame);
  }
  return result;
}

/** Value of an array literal; elements keep their index until a spread. */
export function evaluateArray(machine: Machine, node: ts.ArrayLiteralExpression, frame: Frame): Value {
  let result = nothing;
  let isIndexed = true;
  node.elements.forEach((element, index) => {
    machine.spend(element);
    const value = machine.evaluate(element, frame);
    if (ts.isSpreadElement(element)) {
      isIndexed = false;
      result = withField(result, '*', elementOf(value));
    } else result = withField(result, isIndexed ? String(index) : '*', value);
  });
  return result;
}

/** Name of a property as far as it is constant; `*` when it is computed. */
export function propertyName(machine: Machine, name: ts.PropertyName, frame: Frame): string {
  if (ts.isComputedPropertyName(name)) {
    const value = machine.evaluate(name.expression, frame);
    return value.texts.length === 1 && value.taints.length === 0 ? (value.texts[0] ?? '*') : '*';
  }
  return name.text;
}

function addProperty(
  machine: Machine,
  object: Value,
  property: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>,
  frame: Frame,
): Value {
  if (ts.isShorthandPropertyAssignment(property)) {
    return withField(object, property.name.text, readIdentifier(machine, property.name, frame));
  }
  const name = propertyName(machine, property.name, frame);
  if (ts.isPropertyAssignment(property)) {
    const value = machine.evaluate(property.initializer, frame);
    // React takes HTML that it does not escape only in this form.
    if (name === '__html') machine.reach('html-dom', value, property.initializer, 'dangerouslySetInnerHTML', frame);
    return withField(object, name, value);
  }
  const closure = closureIn(frame, property, machine.idOf);
  if (ts.isMethodDeclaration(property)) return withField(object, name, valueOf({ closures: [closure] }));
  if (!ts.isGetAccessorDeclaration(property)) return object;
  return withField(object, name, machine.invoke(closure, { args: [], receiver: object }, frame, property).returned);
}

function spreadInto(object: Value, spread: Value): Value {
  let result = changed(object, { taints: joinTaints(object.taints, spread.taints) });
  for (const [name, field] of spread.fields) result = withField(result, name, field);
  return changed(result, { entities: join(object, spread).entities });
}
