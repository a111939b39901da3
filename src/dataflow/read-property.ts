import ts from 'typescript';
import { splitExposure } from './compile-models.ts';
import type { EntityFacts } from './compile-models.ts';
import type { Frame } from './frame.ts';
import type { Machine } from './machine.ts';
import { textOf, unwrap } from './machine.ts';
import { onlyChosen } from './sink-bits.ts';
import type { Source, Taint, Value } from './value.ts';
import { changed, fieldOf, join, nothing, openHole, valueOf } from './value.ts';

const globals = new Set(['%window', '%globalThis', '%self', '%global']);
const measures = new Set(['length', 'size', 'byteLength']);

/** Value of `base.name`: a field, what a file exports, a member of a class, or what the models know. */
export function readPropertyOf(machine: Machine, base: Value, name: string, node: ts.Node, frame: Frame): Value {
  if (measures.has(name)) return nothing;
  if (base.modules.length > 0) {
    const rest = { ...machine.expand(base), modules: [] };
    return join(machine.exportedBy(base, name), readPropertyOf(machine, rest, name, node, frame));
  }
  const own = base.fields.get(name);
  let result = own ?? renamed(machine, withoutTrusted(machine, fieldOf(base, name), name), name, node);
  if (base.instances.length > 0 && !own) result = join(result, machine.memberOf(base, name, frame, node));
  if (own) return result;
  for (const entity of base.entities) result = join(result, readEntity(machine, entity, name, node));
  return result;
}

/** What a source gives: untrusted content, and the text with which it always begins. */
export function sourceValue(facts: EntityFacts, origin: Source): Value {
  const texts = facts.sourcePrefix === undefined ? [] : [`${facts.sourcePrefix}${openHole}`];
  return valueOf({ taints: [{ origin, safeFor: facts.sourceSafeFor, trace: undefined }], texts });
}

/** A value of a model type; where the type itself is a source, with its taint. */
export function entityValue(machine: Machine, entity: string, at: ts.Node, name: string): Value {
  const value = valueOf({ entities: [entity] });
  const facts = machine.models.facts(entity);
  if (!facts?.source) return value;
  return join(value, sourceValue(facts, machine.sourceAt(at, facts.source, name, splitExposure(entity)[1])));
}

/** An object of the models that is written as text gives what its `toString` gives, as `location` its address. */
export function writtenOut(machine: Machine, value: Value, node: ts.Node): Value {
  let result = value;
  for (const entity of value.entities) {
    const facts = machine.models.facts(`${splitExposure(entity)[0]}.toString()`);
    if (!facts?.source) continue;
    const text = sourceValue(facts, machine.sourceAt(node, facts.source, textOf(node), splitExposure(entity)[1]));
    result = join(result, text);
  }
  return result;
}

/** A query that runs when it is awaited gives what its `then` would be called with. */
export function awaited(machine: Machine, value: Value, node: ts.Node): Value {
  let result = value;
  for (const entity of value.entities) {
    const [path, exposure] = splitExposure(entity);
    const facts = machine.models.facts(`${path}.then(:0)`);
    if (!facts?.source) continue;
    const entities = result.entities.filter((other) => other !== entity);
    const answer = sourceValue(
      facts,
      machine.sourceAt(node, facts.source, textOf(unwrap(node as ts.Expression)), exposure),
    );
    result = join(changed(result, { entities }), answer);
  }
  return result;
}

function readEntity(machine: Machine, entity: string, name: string, node: ts.Node): Value {
  const path = globals.has(entity) ? machine.models.root(`%${name}`) : machine.models.step(entity, `.${name}`);
  if (path === undefined) return nothing;
  const facts = machine.models.facts(path);
  const value = valueOf({ entities: [path] });
  if (!facts?.source) return value;
  const origin = machine.sourceAt(node, facts.source, nameOf(node, name), splitExposure(entity)[1]);
  return join(value, sourceValue(facts, origin));
}

/** Fields of untrusted objects that the program itself fills hold nothing untrusted. */
function withoutTrusted(machine: Machine, value: Value, name: string): Value {
  if (value.taints.length === 0) return value;
  const { trustedFields } = machine.models.data;
  const isTrusted = ({ origin }: Taint): boolean =>
    'kind' in origin && trustedFields.some(({ kind, fields }) => kind === origin.kind && fields.includes(name));
  // That input chose an object says nothing of what the object holds.
  const taints = value.taints.filter((taint) => taint.safeFor !== onlyChosen && !isTrusted(taint));
  return taints.length === value.taints.length ? value : changed(value, { taints });
}

/** A source read one field further is known by its longer name: `req.query.id` rather than `req.query`. */
function renamed(machine: Machine, value: Value, name: string, node: ts.Node): Value {
  if (!value.taints.some((taint) => taint.trace === undefined)) return value;
  const taints = value.taints.map((taint): Taint => {
    const { origin } = taint;
    if (taint.trace !== undefined || 'slot' in origin || !isFurther(origin, node)) return taint;
    const longer = ts.isBindingElement(node) ? `${origin.name}.${name}` : textOf(node);
    return { ...taint, origin: machine.sourceAt(node, origin.kind, longer, origin.exposure) };
  });
  return changed(value, { taints });
}

function isFurther(source: Source, node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const isCallee = ts.isCallExpression(node.parent) && node.parent.expression === node;
    const base = unwrap(node.expression);
    const isParameter = ts.isParameter(source.node.parent) && ts.isIdentifier(base);
    return !isCallee && (base === source.node || (isParameter && base.text === source.name));
  }
  if (!ts.isBindingElement(node)) return false;
  const { parent } = node.parent;
  return ts.isVariableDeclaration(parent) && parent.initializer !== undefined
    ? unwrap(parent.initializer) === source.node
    : parent === source.node;
}

function nameOf(node: ts.Node, name: string): string {
  if (!ts.isBindingElement(node)) return textOf(node);
  const { parent } = node.parent;
  const whole = ts.isVariableDeclaration(parent) && parent.initializer ? `${textOf(unwrap(parent.initializer))}.` : '';
  return `${whole}${name}`;
}
