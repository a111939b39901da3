import type ts from 'typescript';
import type { Localized } from '../base/language.ts';
import type { SourceKind } from './flow-analysis.ts';
import type { Fields } from './fields.ts';
import { fieldsOf } from './fields.ts';
import type { Frame, ModuleState } from './frame.ts';

/** Where a taint was born. */
export interface Source {
  readonly kind: SourceKind;
  readonly node: ts.Node;
  /** As written: `req.query.id`. */
  readonly name: string;
  readonly exposure?: 'public' | 'authenticated';
}

/** Stands for whatever the caller passes; each summary makes its own, so two never get confused. */
export interface Slot {
  readonly slot: number;
}

/** The way a taint went, newest step first. */
export interface Trace {
  readonly at: ts.Node;
  readonly message: Localized;
  readonly previous: Trace | undefined;
  readonly length: number;
}

/** Untrusted content of a value. `safeFor` is a set of sink kinds, one bit each. */
export interface Taint {
  readonly origin: Source | Slot;
  readonly safeFor: number;
  readonly trace: Trace | undefined;
}

/** A function or class together with the variables it sees. */
export interface Closure {
  readonly id: number;
  readonly node: FunctionNode | ts.ClassLikeDeclaration;
  readonly frame: Frame;
  readonly receiver: Value | undefined;
  /** Arguments that `bind` gave already. */
  readonly first?: readonly Value[];
}

export type FunctionNode = ts.FunctionLikeDeclaration;

/**
 * What the analysis knows of a value; immutable. `fields` overrides what the container's own taint says, `*` is any
 * other element. `entities` are paths into packages (`mysql.createPool()`) or model types (`@request`), `texts` the
 * constant text with `hole` where something unknown stands, `openHole` where that is untrusted.
 */
export interface Value {
  readonly taints: readonly Taint[];
  readonly fields: Fields;
  readonly closures: readonly Closure[];
  readonly entities: readonly string[];
  readonly modules: readonly ModuleState[];
  readonly instances: readonly Closure[];
  readonly texts: readonly string[];
}

/** Stands in `texts` for a part that is not constant. */
export const hole = '\uFFFC';

/** Stands in `texts` for a part that is untrusted. */
export const openHole = '\uFFFD';

const limits = { taints: 6, alternatives: 4, closures: 8, fields: 64, fieldDepth: 4, text: 2000, trace: 24 };
const noFields = fieldsOf([]);

/** A value of which nothing is known and nothing is to fear. */
export const nothing: Value = {
  taints: [],
  fields: noFields,
  closures: [],
  entities: [],
  modules: [],
  instances: [],
  texts: [],
};

/** A value with some parts set. */
export function valueOf(parts: Partial<Value>): Value {
  return changed(nothing, parts);
}

/** The value with some parts set. Written out, not spread: every value has one shape, and this runs millions of times. */
export function changed(value: Value, parts: Partial<Value>): Value {
  return {
    taints: parts.taints ?? value.taints,
    fields: parts.fields ?? value.fields,
    closures: parts.closures ?? value.closures,
    entities: parts.entities ?? value.entities,
    modules: parts.modules ?? value.modules,
    instances: parts.instances ?? value.instances,
    texts: parts.texts ?? value.texts,
  };
}

/** A constant text; very long ones are cut. */
export function textValue(text: string): Value {
  return valueOf({ texts: [text.slice(0, limits.text)] });
}

/** Either of two values; returns `left` itself when `right` adds nothing. */
export function join(left: Value, right: Value): Value {
  if (left === right || right === nothing) return left;
  if (left === nothing) return right;
  const merged: Value = {
    taints: joinTaints(left.taints, right.taints),
    fields: joinFields(left, right),
    closures: union(left.closures, right.closures, limits.closures),
    entities: union(left.entities, right.entities, limits.alternatives),
    modules: union(left.modules, right.modules, limits.alternatives),
    instances: union(left.instances, right.instances, limits.alternatives),
    texts: joinTexts(left, right),
  };
  return isSame(merged, left) ? left : merged;
}

/** Any of several values. */
export function joinAll(values: Iterable<Value>): Value {
  let result = nothing;
  for (const value of values) result = join(result, value);
  return result;
}

/** What stands in a field, as far as the value itself tells: its own entry, else any element and the container's taint. */
export function fieldOf(value: Value, name: string): Value {
  return value.fields.get(name) ?? unnamedField(value);
}

/** Any element of an array, map or object. */
export function elementOf(value: Value): Value {
  const inherited = value.taints.length > 0 ? valueOf({ taints: value.taints }) : nothing;
  return join(inherited, joinAll(value.fields.values()));
}

/** The value with one field set; `*` adds an element. */
export function withField(value: Value, name: string, content: Value): Value {
  const isNew = !value.fields.has(name);
  const key = isNew && value.fields.size >= limits.fields ? '*' : name;
  const entries = new Map(value.fields);
  const cut = withoutDeepFields(content, limits.fieldDepth - 1);
  entries.set(key, key === '*' ? join(value.fields.get('*') ?? nothing, cut) : cut);
  return changed(value, { fields: fieldsOf(entries) });
}

/** The value with other taints, everywhere inside. */
export function mapTaints(value: Value, change: (taint: Taint) => readonly Taint[]): Value {
  if (!hasTaint(value)) return value;
  const taints = joinTaints([], value.taints.flatMap(change));
  if (!value.fields.isTainted) return changed(value, { taints });
  const fields = [...value.fields].map(([name, field]) => [name, mapTaints(field, change)] as const);
  return changed(value, { taints, fields: fieldsOf(fields) });
}

/** Whether anything inside the value is untrusted. */
export function hasTaint(value: Value): boolean {
  return value.taints.length > 0 || value.fields.isTainted;
}

/** The taints of the value and of what it contains. */
export function allTaints(value: Value): readonly Taint[] {
  let taints = value.taints;
  if (!value.fields.isTainted) return taints;
  for (const field of value.fields.values()) taints = joinTaints(taints, allTaints(field));
  return taints;
}

/** The value made safe for some kinds of sink, everywhere inside; `-1` is every kind. */
export function madeSafe(value: Value, kinds: number): Value {
  if (kinds === -1) return mapTaints(value, () => []);
  return mapTaints(value, (taint) => [{ ...taint, safeFor: taint.safeFor | kinds }]);
}

/** The value with one more step on the way of its own taints. */
export function withStep(value: Value, at: ts.Node, message: Localized): Value {
  if (value.taints.length === 0) return value;
  return changed(value, {
    taints: value.taints.map((taint) => ({ ...taint, trace: addStep(taint.trace, at, message) })),
  });
}

/** One more step of a trace; a trace at its bound keeps its steps. */
export function addStep(trace: Trace | undefined, at: ts.Node, message: Localized): Trace {
  if (trace && (trace.length >= limits.trace || trace.at === at)) return trace;
  return { at, message, previous: trace, length: (trace?.length ?? 0) + 1 };
}

/** Steps of `tail` behind those of `head`. */
export function concatTraces(head: Trace | undefined, tail: Trace | undefined): Trace | undefined {
  if (!tail) return head;
  return addStep(concatTraces(head, tail.previous), tail.at, tail.message);
}

/** Whether two taints lists and their union are the same; the shorter trace wins. */
export function joinTaints(left: readonly Taint[], right: readonly Taint[]): readonly Taint[] {
  let result = left;
  for (const taint of right) {
    const isKnown = result.some((known) => known.origin === taint.origin && known.safeFor === taint.safeFor);
    if (!isKnown && result.length < limits.taints) result = [...result, taint];
  }
  return result;
}

/** An untrusted value of no known text may be any text, which must not get lost among the known ones. */
function joinTexts(left: Value, right: Value): readonly string[] {
  if (left.texts.length + right.texts.length === 0) return left.texts;
  const isOpen = (side: Value): boolean => side.texts.length === 0 && side.taints.length > 0;
  if (isOpen(left)) return union([openHole], right.texts, limits.alternatives);
  if (isOpen(right)) return union(left.texts, [openHole], limits.alternatives);
  return union(left.texts, right.texts, limits.alternatives);
}

/** Written without garbage where nothing changes: objects of many levels are joined all the time. */
function joinFields(left: Value, right: Value): Fields {
  const { fields: ours } = left;
  const { fields: theirs } = right;
  if (ours === theirs || ours.size + theirs.size === 0) return ours;
  // An entity derives its fields on reading, so a side without the field still has it.
  const areOursDerived = left.entities.length > 0;
  const areTheirsDerived = right.entities.length > 0;
  const changes: [string, Value | undefined][] = [];
  for (const [name, own] of ours) {
    const other = theirs.get(name);
    if (other === own) continue;
    const joined = other || !areTheirsDerived ? join(own, other ?? unnamedField(right)) : undefined;
    if (joined !== own) changes.push([name, joined]);
  }
  for (const [name, other] of theirs) {
    if (!ours.has(name) && !areOursDerived) changes.push([name, join(unnamedField(left), other)]);
  }
  return changes.length === 0 ? ours : withChanges(ours, changes);
}

function withChanges(fields: Fields, changes: readonly (readonly [string, Value | undefined])[]): Fields {
  const entries = new Map(fields);
  for (const [name, field] of changes) {
    if (field) entries.set(name, field);
    else entries.delete(name);
  }
  return fieldsOf(entries);
}

/** What stands in a field of which a value tells nothing by name. */
function unnamedField(value: Value): Value {
  const inherited = value.taints.length > 0 ? valueOf({ taints: value.taints }) : nothing;
  return join(inherited, value.fields.get('*') ?? nothing);
}

function withoutDeepFields(value: Value, depth: number): Value {
  if (value.fields.depth <= depth) return value;
  if (depth <= 0) return changed(value, { taints: allTaints(value), fields: noFields });
  const cut = [...value.fields].map(([name, field]) => [name, withoutDeepFields(field, depth - 1)] as const);
  return changed(value, { fields: fieldsOf(cut) });
}

function union<Item>(left: readonly Item[], right: readonly Item[], limit: number): readonly Item[] {
  let result = left;
  for (const item of right) if (!result.includes(item) && result.length < limit) result = [...result, item];
  return result;
}

function isSame(a: Value, b: Value): boolean {
  return (
    a.taints === b.taints &&
    a.fields === b.fields &&
    a.closures === b.closures &&
    a.entities === b.entities &&
    a.modules === b.modules &&
    a.instances === b.instances &&
    a.texts === b.texts
  );
}
