import type { Frame } from './frame.ts';
import type { Call, Machine } from './machine.ts';
import type { RawValue } from './views.ts';
import type { Value } from './value.ts';
import { addStep, changed, elementOf, fieldOf, hasTaint, valueOf } from './value.ts';

/** Lets the data of a template arrive as HTML where the template writes it unescaped. */
export function reachView(
  machine: Machine,
  call: Call,
  data: Value,
  frame: Frame,
  placeOf: (field: string) => Call['node'],
): void {
  if (!hasTaint(data)) return;
  const [view] = call.args;
  for (const name of view?.texts ?? []) {
    for (const raw of machine.views.rawValuesOf(name)) {
      const value = valueAt(data, raw.path);
      if (value.taints.length === 0) continue;
      const place = placeOf(raw.path[0] ?? '');
      machine.reach('html-response', writtenIn(value, raw, place), place, call.text(), frame);
    }
  }
}

function valueAt(data: Value, path: readonly string[]): Value {
  return path.reduce((value, name) => (name === '*' ? elementOf(value) : fieldOf(value, name)), data);
}

function writtenIn(value: Value, { place }: RawValue, at: Call['node']): Value {
  const message = { en: `written unescaped in \`${place}\``, fr: `écrit sans échappement dans \`${place}\`` };
  return changed(valueOf({}), {
    taints: value.taints.map((taint) => ({ ...taint, trace: addStep(taint.trace, at, message) })),
  });
}
