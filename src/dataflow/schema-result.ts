import { fieldsOf } from './fields.ts';
import type { Call } from './machine.ts';
import type { Value } from './value.ts';
import { bitsOf } from './sink-bits.ts';
import { changed, elementOf, madeSafe, nothing, valueOf, withField } from './value.ts';

const shapeField = '%shape';

/** Ways to call a schema on an input, and the field of the answer that holds the checked input. */
const checks = new Map<string, string | undefined>([
  ['parse', undefined],
  ['parseAsync', undefined],
  ['validateSync', undefined],
  ['cast', undefined],
  ['validateAsync', undefined],
  ['attempt', undefined],
  ['safeParse', 'data'],
  ['safeParseAsync', 'data'],
  ['validate', 'value'],
]);

/** A schema as a value: its type and what it says of each field; a method such as `strict` hands that on. */
export function schemaValue(type: string, call: Call): Value {
  const shape = call.receiver?.fields.get(shapeField) ?? call.args[0] ?? nothing;
  return valueOf({ entities: [type], fields: fieldsOf([[shapeField, shape]]) });
}

/** The input as a schema lets it pass: fields that it holds to numbers, lists or formats are safe. */
export function checkedInput(call: Call): Value | undefined {
  if (!checks.has(call.name) || !call.receiver) return undefined;
  const input = call.args[0] ?? nothing;
  const passed = isSafeSchema(call.receiver) ? nothing : checkedFields(input, call.receiver);
  const field = checks.get(call.name);
  if (field === undefined) return passed;
  return changed(passed, { fields: fieldsOf([[field, passed]]) });
}

function checkedFields(input: Value, schema: Value): Value {
  const shape = schema.fields.get(shapeField);
  // Keys that the schema does not name are dropped or refused.
  let result = shape ? madeSafe(input, bitsOf(['mass-assignment', 'merged-object'])) : input;
  for (const [name, field] of shape?.fields ?? []) {
    if (isSafeSchema(field)) result = withField(result, name, nothing);
    else if (field.fields.has(shapeField)) {
      const inner = input.fields.get(name) ?? valueOf({ taints: elementOf(input).taints });
      result = withField(result, name, checkedFields(inner, field));
    }
  }
  return result;
}

function isSafeSchema(schema: Value): boolean {
  return schema.entities.includes('@safeSchema');
}
