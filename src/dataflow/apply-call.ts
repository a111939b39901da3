import ts from 'typescript';
import { writeBack } from './assign.ts';
import { callBuiltin } from './call-builtin.ts';
import { callEntity } from './call-entity.ts';
import type { Frame } from './frame.ts';
import type { Call, Machine } from './machine.ts';
import { ownEntity } from './own-function.ts';
import { writtenOut } from './read-property.ts';
import { checkedInput } from './schema-result.ts';
import { reachMethodSinks } from './method-sinks.ts';
import { errorOfCall, newError, throwOut } from './thrown-error.ts';
import type { Closure, Value } from './value.ts';
import { elementOf, join, nothing, valueOf } from './value.ts';

/** Result of a call, by whatever is known of the function: its code, a model, or its name. */
export function applyCall(machine: Machine, written: Call, frame: Frame): Value {
  const callee = machine.expand(written.callee);
  const direct = withoutIndirection(callee === written.callee ? written : { ...written, callee });
  const call = direct.callee.closures.length === 0 ? withTexts(machine, direct) : direct;
  if (call.callee.closures.length === 0) throwOut(frame, errorOfCall(call));
  let result = nothing;
  let isKnown = false;
  for (const entity of call.callee.entities) {
    const answer = callEntity(machine, entity, call, frame);
    if (!answer) continue;
    isKnown ||= answer.isKnown;
    result = join(result, answer.value);
  }
  for (const closure of call.callee.closures) {
    isKnown = true;
    result = join(result, modelledCall(machine, closure, call, frame) ?? callClosure(machine, closure, call, frame));
  }
  if (isKnown) return result;
  const checked = isSchema(call.receiver) ? checkedInput(call) : undefined;
  if (checked) return checked;
  const error = newError(call);
  if (error) return error;
  reachMethodSinks(machine, call, frame);
  return join(result, callBuiltin(machine, call, frame));
}

/** What a library takes for text it gets as text. */
function withTexts(machine: Machine, call: Call): Call {
  if (!call.args.some(({ entities }) => entities.length > 0)) return call;
  return {
    ...call,
    args: call.args.map((arg, index) => writtenOut(machine, arg, call.argNodes[index] ?? call.node)),
  };
}

function isSchema(value: Value | undefined): boolean {
  return value?.entities.some((entity) => entity.endsWith('Schema')) ?? false;
}

/** `f.call(self, a)` and `f.apply(self, [a])` as `f(a)`. */
function withoutIndirection(call: Call): Call {
  const { receiver } = call;
  const isIndirect = call.name === 'call' || call.name === 'apply';
  if (!receiver || !isIndirect || receiver.closures.length + receiver.entities.length === 0) return call;
  const [self, ...rest] = call.args;
  const shared = { ...call, callee: receiver, receiver: self, receiverNode: call.argNodes[0] };
  if (call.name === 'call') return { ...shared, args: rest, argNodes: call.argNodes.slice(1) };
  const list = rest[0] ?? nothing;
  const indexed = [...list.fields].filter(([name]) => /^\d+$/.test(name)).map(([, value]) => value);
  const args = indexed.length > 0 ? indexed : [elementOf(list), elementOf(list)];
  return { ...shared, args, argNodes: args.map(() => call.argNodes[1] ?? (call.node as ts.Expression)) };
}

/** Where the team says what a function of the program returns, that counts and not its code. */
function modelledCall(machine: Machine, closure: Closure, call: Call, frame: Frame): Value | undefined {
  const entity = ownEntity(machine, closure);
  const answer = entity === undefined ? undefined : callEntity(machine, entity, call, frame);
  const facts = machine.models.facts(`${entity ?? ''}()`);
  return facts?.source !== undefined || (facts?.safeFor ?? 0) !== 0 ? answer?.value : undefined;
}

function callClosure(machine: Machine, closure: Closure, call: Call, frame: Frame): Value {
  if (ts.isClassLike(closure.node)) return machine.construct(closure, call.args, frame, call.node);
  if (call.isNew) return constructFunction(machine, closure, call, frame);
  const receiver = call.receiver ?? closure.receiver;
  const output = machine.invoke(closure, { args: call.args, receiver }, frame, call.node);
  throwOut(frame, output.thrown);
  output.parameters.forEach((value, index) => {
    const node = call.argNodes[index];
    if (value && node) writeBack(machine, node, value, frame);
  });
  if (output.receiver && call.receiverNode) writeBack(machine, call.receiverNode, output.receiver, frame);
  return output.returned;
}

function constructFunction(machine: Machine, closure: Closure, call: Call, frame: Frame): Value {
  const prototype = call.callee.fields.get('prototype') ?? nothing;
  const blank = valueOf({ fields: prototype.fields });
  const output = machine.invoke(closure, { args: call.args, receiver: blank }, frame, call.node);
  return join(output.receiver ?? blank, output.returned);
}
