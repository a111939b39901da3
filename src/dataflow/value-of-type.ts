import ts from 'typescript';
import { readBinding } from './evaluate-identifier.ts';
import { fieldsOf } from './fields.ts';
import type { Frame } from './frame.ts';
import type { Machine } from './machine.ts';
import type { Value } from './value.ts';
import { join, nothing, valueOf } from './value.ts';

const transparent = new Set(['Promise', 'Readonly', 'Required', 'NonNullable', 'Partial']);

/** What a declared type says of a value: an instance of a class of the program or of a package. */
export function valueOfDeclaredType(machine: Machine, type: ts.TypeNode | undefined, frame: Frame): Value {
  if (!type) return nothing;
  if (ts.isUnionTypeNode(type)) {
    return type.types.reduce((value, part) => join(value, valueOfDeclaredType(machine, part, frame)), nothing);
  }
  if (ts.isArrayTypeNode(type)) {
    const element = valueOfDeclaredType(machine, type.elementType, frame);
    return element === nothing ? nothing : valueOf({ fields: fieldsOf([['*', element]]) });
  }
  if (!ts.isTypeReferenceNode(type)) return nothing;
  const name = ts.isIdentifier(type.typeName) ? type.typeName.text : type.typeName.right.text;
  const [argument] = type.typeArguments ?? [];
  if (transparent.has(name) && argument) return valueOfDeclaredType(machine, argument, frame);
  const named = readTypeName(machine, type.typeName, frame);
  const declared = named ? instanceOf(machine, named, frame, type) : nothing;
  return declared === nothing ? valueOfKnownName(machine, name, named !== undefined) : declared;
}

/** The value behind a type's name; undefined for a global or missing one. */
function readTypeName(machine: Machine, name: ts.EntityName, frame: Frame): Value | undefined {
  if (ts.isQualifiedName(name)) {
    const owner = readTypeName(machine, name.left, frame);
    return owner && machine.readProperty(owner, name.right.text, name, frame);
  }
  const binding = frame.module.scopes.resolve(name.text, name);
  return binding && readBinding(machine, binding, frame);
}

function instanceOf(machine: Machine, named: Value, frame: Frame, site: ts.Node): Value {
  const known = machine.expand(named);
  let value = nothing;
  for (const entity of known.entities) {
    const path = machine.models.step(entity, '()');
    if (path !== undefined) value = join(value, valueOf({ entities: [path] }));
  }
  for (const closure of known.closures) {
    if (ts.isClassLike(closure.node)) value = join(value, machine.construct(closure, [], frame, site));
  }
  return value;
}

function valueOfKnownName(machine: Machine, name: string, isImported: boolean): Value {
  const model = machine.models.data.parameters.find((candidate) => candidate.types?.includes(name));
  const root = model?.entity === undefined ? undefined : machine.models.root(model.entity);
  if (root === undefined || (isImported && model?.onlyGlobal)) return nothing;
  return valueOf({ entities: [root] });
}
