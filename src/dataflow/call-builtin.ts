import ts from 'typescript';
import { writeBack } from './assign.ts';
import { fieldsOf } from './fields.ts';
import type { Frame } from './frame.ts';
import type { Call, Machine } from './machine.ts';
import { isAllowListReplacement } from './regular-expression.ts';
import { callTextMethod } from './text-methods.ts';
import { errorOfCall, throwOut } from './thrown-error.ts';
import { asText, concatenate, taintsOfText, textsOf } from './text.ts';
import type { Closure, Value } from './value.ts';
import {
  allTaints,
  changed,
  elementOf,
  fieldOf,
  hasTaint,
  hole,
  join,
  joinAll,
  joinTaints,
  nothing,
  openHole,
  valueOf,
  withField,
} from './value.ts';

const perElement = new Set(
  'forEach map flatMap filter some every find findLast findIndex each mapSeries eachSeries mapLimit'.split(' '),
);
const adders = new Set('push unshift add append'.split(' '));
const tellsOnly =
  /^(length|size|includes|indexOf|lastIndexOf|startsWith|endsWith|test|search|charCodeAt|codePointAt|localeCompare|has|hasOwnProperty|some|every|findIndex|equals|is[A-Z]\w*|count\w*|on|once|off|emit)$/;
const readers = new Set('match matchAll search split replace replaceAll'.split(' '));
const textMethods =
  /^(substr|substring|slice|trim\w*|to(Lower|Upper|LocaleLower|LocaleUpper)Case|char(At|CodeAt)|repeat|normalize|split|match|toString|toFixed|padStart|padEnd)$/;
const pastes = new Set('concat replace replaceAll padStart padEnd'.split(' '));
/** Functions that are not known but whose name says that the result is their argument in another form. */
const transforms =
  /^(to[A-Z]\w*|trim\w*|format\w*|parse\w*|decode\w*|normali[sz]e\w*|clone\w*|deepClone|copy|merge|extend|assign|defaults|pick|omit|get|lower\w*|upper\w*|capitali[sz]e|template|render\w*|build\w*|make\w*|compose\w*|concat\w*|join|wrap\w*|convert\w*|from[A-Z]\w*|map\w*|values|split|stringify|unescape\w*|promisify|flatten|compact|uniq)$/;

/** Result of a call of which neither code nor model is known, judged by the method's name. */
export function callBuiltin(machine: Machine, call: Call, frame: Frame): Value {
  const receiver = machine.expand(call.receiver ?? nothing);
  if (call.isNew && call.name === 'Promise') return newPromise(machine, call, frame);
  if (call.receiver !== undefined) {
    if (perElement.has(call.name)) return callPerElement(machine, call, receiver, frame);
    if (call.name === 'reduce' || call.name === 'reduceRight') return reduce(machine, call, receiver, frame);
    if (call.name === 'then' || call.name === 'catch' || call.name === 'finally') {
      return settle(machine, call, receiver, frame);
    }
  }
  runContinuations(machine, call, frame);
  if (adders.has(call.name) && call.receiverNode) return addElements(machine, call, receiver, frame);
  if (call.name === 'set' && call.receiverNode && call.args.length === 2) {
    const key = constantOf(call.args[0]) ?? '*';
    writeBack(machine, call.receiverNode, withField(receiver, key, call.args[1] ?? nothing), frame);
    return receiver;
  }
  if (call.name === 'bind') return bound(machine, call, receiver, frame);
  return call.receiver === undefined ? callUnknown(call) : callMethod(machine, call, receiver, frame);
}

/** The text of a value that is constant. */
function constantOf(value: Value | undefined): string | undefined {
  const isConstant = value?.texts.length === 1 && value.taints.length === 0 && value.fields.size === 0;
  return isConstant ? value.texts[0] : undefined;
}

/** A function with its `this` and first arguments given; a library's arrives at its sinks with these already. */
function bound(machine: Machine, call: Call, receiver: Value, frame: Frame): Value {
  const [self, ...first] = call.args;
  if (first.length > 0 && receiver.entities.length > 0) {
    const target = { ...call, callee: receiver, receiver: self, receiverNode: call.argNodes[0], args: first };
    machine.apply({ ...target, name: '', argNodes: call.argNodes.slice(1) }, frame);
  }
  const closures = receiver.closures.map((closure) => ({
    ...closure,
    receiver: self === undefined || self === nothing ? closure.receiver : self,
    first: [...(closure.first ?? []), ...first],
  }));
  return valueOf({ closures, entities: receiver.entities, taints: receiver.taints });
}

function callMethod(machine: Machine, call: Call, receiver: Value, frame: Frame): Value {
  reachPattern(machine, call, receiver, frame);
  if (call.name === 'pipe') return call.args[0] ?? nothing;
  if (tellsOnly.test(call.name)) return nothing;
  if (call.name === 'join') return joined(receiver, call.args[0]);
  if (/^(pop|shift|at|get|next|values|entries)$/.test(call.name) && receiver.fields.size > 0) {
    const key = call.name === 'get' ? constantOf(call.args[0]) : undefined;
    return key === undefined ? elementOf(receiver) : fieldOf(receiver, key);
  }
  if (call.name === 'concat' && receiver.fields.size > 0 && receiver.texts.length === 0) {
    return call.args.reduce((list, arg) => withField(list, '*', join(arg, elementOf(arg))), receiver);
  }
  if (/^(slice|splice|reverse|sort|toSorted|flat|fill)$/.test(call.name) && receiver.fields.size > 0) {
    return valueOf({ taints: receiver.taints, fields: receiver.fields });
  }
  const isSafeReplacement = /^replace(All)?$/.test(call.name) && isAllowListReplacement(call.args);
  if (isSafeReplacement) return valueOf({ taints: call.args[1]?.taints ?? [] });
  const text = callTextMethod(call, receiver);
  if (text) return changed(text, { taints: asText(text.taints) });
  if (call.name === 'concat') return call.args.reduce(concatenate, receiver);
  if (pastes.has(call.name)) {
    const taints = call.args.reduce((sum, arg) => joinTaints(sum, taintsOfText(arg)), taintsOfText(receiver));
    return valueOf({ taints: asText(taints) });
  }
  if (receiver.taints.length > 0) {
    return valueOf({ taints: textMethods.test(call.name) ? asText(receiver.taints) : receiver.taints });
  }
  if (/^(toString|valueOf|trim\w*|to(Lower|Upper)Case)$/.test(call.name)) {
    return valueOf({ taints: taintsOfText(receiver), texts: receiver.texts });
  }
  return callUnknown(call);
}

/** Text that a regular expression reads; whoever reports it looks whether an expression it is, and a slow one. */
function reachPattern(machine: Machine, call: Call, receiver: Value, frame: Frame): void {
  const [first] = call.argNodes;
  if (!first || !call.receiverNode) return;
  if (call.name === 'test' || call.name === 'exec') {
    machine.reach('matched-text', call.args[0] ?? nothing, call.receiverNode, call.text(), frame);
  } else if (readers.has(call.name) && !ts.isStringLiteralLike(first)) {
    machine.reach('matched-text', receiver, first, call.text(), frame);
  }
}

function callUnknown(call: Call): Value {
  if (!transforms.test(call.name)) return nothing;
  let taints = nothing.taints;
  for (const arg of call.args) taints = joinTaints(taints, allTaints(arg));
  return taints.length > 0 ? valueOf({ taints }) : nothing;
}

function joined(receiver: Value, separator: Value | undefined): Value {
  const glue = separator ?? valueOf({ texts: [','] });
  const indexed = [...receiver.fields].every(([name]) => /^\d+$/.test(name)) && receiver.fields.size > 0;
  if (!indexed) {
    const taints = joinTaints(taintsOfText(receiver), glue.taints);
    return valueOf({ taints, texts: [taints.length > 0 ? openHole : hole] });
  }
  const parts = [...receiver.fields.values()].map((part) => changed(part, { texts: textsOf(part) }));
  return parts.reduce((text, part) => concatenate(concatenate(text, glue), part));
}

function callPerElement(machine: Machine, call: Call, receiver: Value, frame: Frame): Value {
  const isMethod = hasTaint(receiver) || receiver.fields.size > 0 || call.args.length < 2;
  const list = isMethod ? receiver : machine.expand(call.args[0] ?? nothing);
  const element = elementOf(list);
  const returned = runCallbacks(machine, call, [element, nothing, list], frame);
  if (call.name === 'map' || call.name === 'flatMap') {
    const item = call.name === 'flatMap' ? join(elementOf(returned), returned) : returned;
    return item === nothing ? nothing : valueOf({ fields: fieldsOf([['*', item]]) });
  }
  if (call.name === 'filter') return valueOf({ taints: list.taints, fields: list.fields });
  return call.name === 'find' || call.name === 'findLast' ? element : nothing;
}

function reduce(machine: Machine, call: Call, receiver: Value, frame: Frame): Value {
  const element = elementOf(receiver);
  const start = call.args[1] ?? nothing;
  const once = runCallbacks(machine, call, [start, element], frame);
  return join(start, runCallbacks(machine, call, [join(start, once), element], frame));
}

function settle(machine: Machine, call: Call, receiver: Value, frame: Frame): Value {
  if (call.name !== 'then') {
    const returned = runCallbacks(machine, call, call.caught ? [call.caught] : [], frame);
    return call.name === 'catch' ? join(receiver, returned) : receiver;
  }
  const fulfilled = call.args[0] ?? nothing;
  const next = runClosures(machine, call, fulfilled, [receiver], frame);
  return join(next, runClosures(machine, call, call.args[1] ?? nothing, [], frame));
}

function newPromise(machine: Machine, call: Call, frame: Frame): Value {
  const settled = { value: nothing };
  machine.promises.push(settled);
  runCallbacks(machine, call, [valueOf({ entities: ['@resolve'] })], frame);
  machine.promises.pop();
  return settled.value;
}

function addElements(machine: Machine, call: Call, receiver: Value, frame: Frame): Value {
  const added = joinAll(call.args);
  if (added !== nothing && call.receiverNode) {
    writeBack(machine, call.receiverNode, withField(receiver, '*', added), frame);
  }
  return nothing;
}

function runCallbacks(machine: Machine, call: Call, parameters: readonly Value[], frame: Frame): Value {
  return joinAll(call.args.map((arg) => runClosures(machine, call, arg, parameters, frame)));
}

/** Functions handed to an unknown one; the first parameter of `(error, result) => …` may quote the other arguments. */
function runContinuations(machine: Machine, call: Call, frame: Frame): void {
  for (const arg of call.args) {
    const takesError = arg.closures.some(({ node }) => !ts.isClassLike(node) && isError(node.parameters[0]?.name));
    const error = takesError ? errorOfCall(call) : nothing;
    runClosures(machine, call, arg, error === nothing ? [] : [error], frame);
  }
}

function isError(name: ts.BindingName | undefined): boolean {
  return name !== undefined && ts.isIdentifier(name) && /^(e|err|error|exception)$/i.test(name.text);
}

function runClosures(machine: Machine, call: Call, callback: Value, parameters: readonly Value[], frame: Frame): Value {
  let result = nothing;
  for (const closure of callback.modules.length > 0 ? [] : callback.closures) {
    if (ts.isClassLike(closure.node)) continue;
    const isGiven = parameters.length > 0 || (closure.first?.length ?? 0) > 0;
    const args = isGiven ? parameters : unknownArguments(closure);
    const input = { args, receiver: closure.receiver };
    const output = machine.invoke(closure, input, frame, call.node);
    throwOut(frame, output.thrown);
    result = join(result, output.returned);
  }
  return result;
}

function unknownArguments(closure: Closure): readonly undefined[] {
  return ts.isClassLike(closure.node) ? [] : closure.node.parameters.map(() => undefined);
}
