import type { Fields } from './fields.ts';
import { fieldsOf } from './fields.ts';
import { isShared } from './frame.ts';
import type { Input } from './machine.ts';
import type { Closure, Slot, Taint, Value } from './value.ts';
import { changed, hasTaint, nothing } from './value.ts';

/**
 * What goes into a function with every taint replaced by a slot: two calls of one shape share a summary, whatever
 * their taints are.
 */
export interface InputShape {
  readonly key: string;
  readonly input: Input;
  readonly slots: readonly Slot[];
  /** The caller's taints, by slot. */
  readonly taints: readonly (readonly Taint[])[];
  /** False when a function goes in that sees variables of another one that is still running. */
  readonly isShareable: boolean;
}

interface Drawing {
  readonly parts: string[];
  readonly slots: Slot[];
  readonly taints: (readonly Taint[])[];
  /** Constant texts up to this length count. */
  readonly longestText: number;
  readonly names: ShapeNames;
  isShareable: boolean;
}

/** Short names for the long shapes of objects; one table for a whole engine. */
export type ShapeNames = Map<string, string>;

/** Draws the shape of an input; a coarse one leaves constant texts out. */
export function inputShape(input: Input, isCoarse: boolean, names: ShapeNames): InputShape {
  const isTainted = [...input.args, input.receiver].some((value) => value !== undefined && hasTaint(value));
  const drawing: Drawing = {
    parts: [],
    slots: [],
    taints: [],
    longestText: isTainted && !isCoarse ? 160 : 0,
    names,
    isShareable: true,
  };
  const args = input.args.map((arg) => draw(drawing, arg ?? nothing));
  // Unknown arguments at the end are as good as none.
  while (drawing.parts[drawing.parts.length - 1] === '-') drawing.parts.pop();
  drawing.parts.push('this');
  const receiver = input.receiver && draw(drawing, input.receiver);
  const { parts, slots, taints, isShareable } = drawing;
  return { key: parts.join(';'), input: { args, receiver }, slots, taints, isShareable };
}

function draw(drawing: Drawing, value: Value): Value {
  const { parts } = drawing;
  if (value === nothing) {
    parts.push('-');
    return value;
  }
  const taints = value.taints.length > 0 ? drawTaints(drawing, value.taints) : value.taints;
  drawClosures(drawing, 'c', value.closures);
  drawClosures(drawing, 'i', value.instances);
  if (value.entities.length > 0) parts.push(`e${value.entities.join(',')}`);
  for (const module of value.modules) parts.push(`m${module.file.path}`);
  const texts = value.texts.filter((text) => text.length <= drawing.longestText);
  if (texts.length > 0) parts.push(`x${JSON.stringify(texts)}`);
  const fields = value.fields.size > 0 ? drawFields(drawing, value.fields) : value.fields;
  parts.push('|');
  return changed(value, { taints, fields, texts });
}

function drawFields(drawing: Drawing, fields: Fields): Fields {
  if (fields.isTainted) {
    return fieldsOf([...fields].map(([name, field]) => [drawName(drawing, name), draw(drawing, field)] as const));
  }
  fields.drawn ??= drawUntainted(drawing.names, fields);
  drawing.parts.push(fields.drawn.key);
  drawing.isShareable &&= fields.drawn.isShareable;
  return fields;
}

/** Only short texts such as `true` count in objects that hold nothing untrusted, else every literal made a shape. */
function drawUntainted(names: ShapeNames, fields: Fields): NonNullable<Fields['drawn']> {
  const inner: Drawing = { parts: [], slots: [], taints: [], longestText: 8, names, isShareable: true };
  for (const [name, field] of fields) {
    drawName(inner, name);
    draw(inner, field);
  }
  const shape = inner.parts.join(';');
  const key = names.get(shape) ?? `{${names.size}}`;
  names.set(shape, key);
  return { key, isShareable: inner.isShareable };
}

function drawName(drawing: Drawing, name: string): string {
  drawing.parts.push(JSON.stringify(name));
  return name;
}

function drawTaints(drawing: Drawing, taints: readonly Taint[]): readonly Taint[] {
  const bySafety = new Map<number, Taint[]>();
  for (const taint of taints) bySafety.set(taint.safeFor, [...(bySafety.get(taint.safeFor) ?? []), taint]);
  return [...bySafety].map(([safeFor, group]) => {
    const slot: Slot = { slot: drawing.slots.length };
    drawing.slots.push(slot);
    drawing.taints.push(group);
    drawing.parts.push(`t${safeFor}`);
    return { origin: slot, safeFor, trace: undefined };
  });
}

function drawClosures(drawing: Drawing, mark: string, closures: readonly Closure[]): void {
  for (const closure of closures) {
    drawing.parts.push(`${mark}${closure.id}`);
    if (!isShared(closure.frame) || (closure.receiver && hasTaint(closure.receiver)) || closure.first?.some(hasTaint))
      drawing.isShareable = false;
  }
}
