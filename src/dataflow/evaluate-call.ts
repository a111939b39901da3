import ts from 'typescript';
import type { Localized } from '../base/language.ts';
import { fieldsOf } from './fields.ts';
import type { Frame } from './frame.ts';
import { selfOf } from './frame.ts';
import type { Call, Machine } from './machine.ts';
import { textOf, unwrap } from './machine.ts';
import { isFunction } from './scope.ts';
import { onlyChosen } from './sink-bits.ts';
import { concatenate } from './text.ts';
import type { Value } from './value.ts';
import { addStep, elementOf, nothing, textValue, mapTaints, valueOf } from './value.ts';

/** Value of a call: `require`, `super`, a function of the program, a modelled one, or an unknown one. */
export function evaluateCall(machine: Machine, node: ts.CallExpression, frame: Frame): Value {
  const imported = importedBy(machine, node, frame);
  if (imported) return imported;
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return callSuper(machine, node, frame);
  return machine.apply(callOf(machine, node, frame), frame);
}

/** Value of `new C()`. */
export function evaluateNew(machine: Machine, node: ts.NewExpression, frame: Frame): Value {
  const callee = machine.evaluate(node.expression, frame);
  reachMethodName(machine, node.expression, callee, frame);
  return machine.apply(
    {
      node,
      name: lastName(node.expression),
      text: () => textOf(node.expression),
      callee,
      receiver: undefined,
      receiverNode: undefined,
      isNew: true,
      ...evaluateArguments(machine, node.arguments ?? [], frame),
    },
    frame,
  );
}

/** Value of a tagged template; a tag that binds its values makes them safe. */
export function evaluateTag(machine: Machine, node: ts.TaggedTemplateExpression, frame: Frame): Value {
  const tag = lastName(node.tag);
  const callee = machine.evaluate(node.tag, frame);
  if (ts.isNoSubstitutionTemplateLiteral(node.template)) return textValue(node.template.text);
  const parts = [textValue(node.template.head.text)];
  for (const span of node.template.templateSpans) {
    parts.push(machine.evaluate(span.expression, frame), textValue(span.literal.text));
  }
  const text = parts.reduce(concatenate);
  if (machine.models.data.bindingTags.includes(tag)) return nothing;
  const call: Call = {
    node,
    name: tag,
    text: () => textOf(node.tag),
    callee,
    receiver: undefined,
    receiverNode: undefined,
    args: [text],
    argNodes: [node.template],
    isNew: false,
  };
  const isModelled = callee.closures.length > 0 || callee.entities.length > 0;
  return isModelled ? machine.apply(call, frame) : text;
}

/** The last name of what is called or read: `query` in `this.db.query`. */
export function lastName(node: ts.Expression): string {
  const place = unwrap(node);
  if (ts.isPropertyAccessExpression(place)) return place.name.text;
  if (ts.isIdentifier(place)) return place.text;
  if (ts.isElementAccessExpression(place) && ts.isStringLiteralLike(place.argumentExpression)) {
    return place.argumentExpression.text;
  }
  return ts.isCallExpression(place) ? lastName(place.expression) : '';
}

function importedBy(machine: Machine, node: ts.CallExpression, frame: Frame): Value | undefined {
  const [specifier] = node.arguments;
  const { expression } = node;
  if (specifier && !ts.isStringLiteralLike(specifier) && expression.kind === ts.SyntaxKind.ImportKeyword) {
    machine.reach('module', machine.evaluate(specifier, frame), specifier, 'import', frame);
    return nothing;
  }
  if (!specifier || !ts.isStringLiteralLike(specifier)) return undefined;
  const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
  if (isRequire && !frame.module.scopes.resolve('require', node)) {
    return machine.importModule(specifier.text, frame.module);
  }
  return expression.kind === ts.SyntaxKind.ImportKeyword
    ? machine.importModule(specifier.text, frame.module)
    : undefined;
}

function callSuper(machine: Machine, node: ts.CallExpression, frame: Frame): Value {
  const { args } = evaluateArguments(machine, node.arguments, frame);
  const self = selfOf(frame);
  const home = frame.home?.node;
  if (!self || !frame.home || !home || !ts.isClassLike(home)) return nothing;
  const parent = home.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  if (!parent) return nothing;
  for (const closure of machine.expand(machine.evaluate(parent.expression, frame.home.frame)).closures) {
    const made = machine.construct(closure, args, frame, node);
    self.value = { ...self.value, fields: fieldsOf([...made.fields, ...self.value.fields]) };
  }
  return nothing;
}

function callOf(machine: Machine, node: ts.CallExpression, frame: Frame): Call {
  const place = unwrap(node.expression);
  if (ts.isPropertyAccessExpression(place) || ts.isElementAccessExpression(place)) {
    const { thrown } = frame.outcome;
    const isCatch = ts.isPropertyAccessExpression(place) && place.name.text === 'catch';
    if (isCatch) frame.outcome.thrown = nothing;
    const isSuper = place.expression.kind === ts.SyntaxKind.SuperKeyword;
    const receiver = isSuper ? (selfOf(frame)?.value ?? nothing) : machine.evaluate(place.expression, frame);
    const caught = isCatch ? frame.outcome.thrown : undefined;
    if (isCatch) frame.outcome.thrown = thrown;
    const name = ts.isPropertyAccessExpression(place) ? place.name.text : indexName(machine, place, frame);
    const callee = ts.isPropertyAccessExpression(place)
      ? machine.readProperty(receiver, name, place, frame)
      : machine.evaluate(place, frame);
    reachMethodName(machine, place, callee, frame);
    const rest = evaluateArguments(machine, node.arguments, frame);
    const call = makeCall(node, place, callee, receiver, place.expression, rest);
    return caught ? { ...call, caught } : call;
  }
  const callee = machine.evaluate(place, frame);
  reachMethodName(machine, place, callee, frame);
  const rest = evaluateArguments(machine, node.arguments, frame);
  return makeCall(node, place, callee, undefined, undefined, rest);
}

/** A call of a member that untrusted input chooses; what is untrusted itself, such as a method of a text, is not meant. */
function reachMethodName(machine: Machine, place: ts.Expression, callee: Value, frame: Frame): void {
  if (callee.taints.length === 0) return;
  const taints = callee.taints.filter((taint) => taint.safeFor === onlyChosen);
  if (taints.length === 0 || isCaught(place)) return;
  machine.reach('method-name', valueOf({ taints }), place, textOf(place), frame);
}

/** Whether an error thrown here is caught in the same function. */
function isCaught(place: ts.Node): boolean {
  for (let node = place; !isFunction(node) && !ts.isSourceFile(node); node = node.parent) {
    if (ts.isTryStatement(node.parent) && node.parent.tryBlock === node && node.parent.catchClause) return true;
  }
  return false;
}

/** Written out, not spread, for this runs at every call of the program. */
function makeCall(
  node: ts.CallExpression,
  place: ts.Expression,
  callee: Value,
  receiver: Value | undefined,
  receiverNode: ts.Expression | undefined,
  { args, argNodes }: Pick<Call, 'args' | 'argNodes'>,
): Call {
  const text = (): string => textOf(place);
  return { node, name: lastName(place), text, callee, receiver, receiverNode, args, argNodes, isNew: false };
}

function indexName(machine: Machine, place: ts.ElementAccessExpression, frame: Frame): string {
  const index = machine.evaluate(place.argumentExpression, frame);
  return index.texts.length === 1 && index.taints.length === 0 ? (index.texts[0] ?? '*') : '*';
}

function evaluateArguments(
  machine: Machine,
  nodes: readonly ts.Expression[],
  frame: Frame,
): Pick<Call, 'args' | 'argNodes'> {
  const args: Value[] = [];
  const argNodes: ts.Expression[] = [];
  for (const node of nodes) {
    const value = machine.evaluate(node, frame);
    if (!ts.isSpreadElement(node)) {
      args.push(value);
      argNodes.push(node);
      continue;
    }
    for (const [name, field] of value.fields) {
      if (/^\d+$/.test(name)) {
        args.push(field);
        argNodes.push(node.expression);
      }
    }
    args.push(elementOf(value));
    argNodes.push(node.expression);
  }
  return { args, argNodes };
}

/** The value with the step that a call hands it to a parameter. */
export function passed(value: Value, at: ts.Node, callee: string): Value {
  const message: Localized = { en: `passed to \`${callee}\``, fr: `passé à \`${callee}\`` };
  return mapTaints(value, (taint) => [{ ...taint, trace: addStep(taint.trace, at, message) }]);
}
