import ts from 'typescript';
import { descend } from '../workspace/modules/descend.ts';
import { evaluateCall, evaluateNew, evaluateTag } from './evaluate-call.ts';
import { readIdentifier } from './evaluate-identifier.ts';
import { evaluateArray, evaluateObject } from './evaluate-literal.ts';
import type { Frame } from './frame.ts';
import { closureIn, runBranches, selfOf } from './frame.ts';
import type { Machine } from './machine.ts';
import { isWrapper } from './machine.ts';
import { awaited, writtenOut } from './read-property.ts';
import { defineClass } from './run-class.ts';
import { isFunction } from './scope.ts';
import { isTextActive } from './sink-conditions.ts';
import { concatenate } from './text.ts';
import { onlyChosen } from './sink-bits.ts';
import type { Taint, Value } from './value.ts';
import { changed, elementOf, join, joinTaints, nothing, openHole, textValue, valueOf, withField } from './value.ts';

/** Value of an expression; runs the calls and assignments in it. A switch, for this runs millions of times. */
export function evaluateExpression(machine: Machine, node: ts.Expression, frame: Frame): Value {
  machine.spend(node);
  switch (node.kind) {
    case ts.SyntaxKind.Identifier:
      return readIdentifier(machine, node as ts.Identifier, frame);
    case ts.SyntaxKind.PropertyAccessExpression:
      return evaluateProperty(machine, node as ts.PropertyAccessExpression, frame);
    case ts.SyntaxKind.ElementAccessExpression:
      return evaluateElement(machine, node as ts.ElementAccessExpression, frame);
    case ts.SyntaxKind.CallExpression:
      return evaluateCall(machine, node as ts.CallExpression, frame);
    case ts.SyntaxKind.NewExpression:
      return evaluateNew(machine, node as ts.NewExpression, frame);
    case ts.SyntaxKind.BinaryExpression:
      return evaluateBinary(machine, node as ts.BinaryExpression, frame);
    case ts.SyntaxKind.TemplateExpression:
      return evaluateTemplate(machine, node as ts.TemplateExpression, frame);
    case ts.SyntaxKind.ObjectLiteralExpression:
      return evaluateObject(machine, node as ts.ObjectLiteralExpression, frame);
    case ts.SyntaxKind.ArrayLiteralExpression:
      return evaluateArray(machine, node as ts.ArrayLiteralExpression, frame);
    case ts.SyntaxKind.ConditionalExpression:
      return evaluateConditional(machine, node as ts.ConditionalExpression, frame);
    case ts.SyntaxKind.TaggedTemplateExpression:
      return evaluateTag(machine, node as ts.TaggedTemplateExpression, frame);
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ArrowFunction:
      return valueOf({ closures: [closureIn(frame, node as ts.ArrowFunction, machine.idOf)] });
    case ts.SyntaxKind.ClassExpression:
      return defineClass(machine, node as ts.ClassExpression, frame);
    default:
      return evaluateSimple(machine, node, frame);
  }
}

function evaluateSimple(machine: Machine, node: ts.Expression, frame: Frame): Value {
  switch (node.kind) {
    case ts.SyntaxKind.StringLiteral:
    case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
    case ts.SyntaxKind.NumericLiteral:
    case ts.SyntaxKind.RegularExpressionLiteral:
      return textValue((node as ts.LiteralExpression).text);
    case ts.SyntaxKind.TrueKeyword:
      return textValue('true');
    case ts.SyntaxKind.FalseKeyword:
      return textValue('false');
    case ts.SyntaxKind.ThisKeyword:
      return selfOf(frame)?.value ?? nothing;
    case ts.SyntaxKind.SpreadElement:
      return machine.evaluate((node as ts.SpreadElement).expression, frame);
    case ts.SyntaxKind.YieldExpression:
      return evaluateYield(machine, node as ts.YieldExpression, frame);
    case ts.SyntaxKind.PrefixUnaryExpression:
    case ts.SyntaxKind.PostfixUnaryExpression:
      machine.evaluate((node as ts.PrefixUnaryExpression).operand, frame);
      return nothing;
    case ts.SyntaxKind.TypeOfExpression:
    case ts.SyntaxKind.DeleteExpression:
    case ts.SyntaxKind.VoidExpression:
      machine.evaluate((node as ts.TypeOfExpression).expression, frame);
      return nothing;
    case ts.SyntaxKind.JsxElement:
    case ts.SyntaxKind.JsxSelfClosingElement:
    case ts.SyntaxKind.JsxFragment:
      evaluateJsx(machine, node as ts.JsxElement, frame);
      return nothing;
    case ts.SyntaxKind.AwaitExpression:
      return awaited(machine, machine.evaluate((node as ts.AwaitExpression).expression, frame), node);
    default:
      return isWrapper(node) ? machine.evaluate(node.expression, frame) : nothing;
  }
}

/** What a generator yields is an element of what it returns; libraries hand it back as the result of `yield` as well. */
function evaluateYield(machine: Machine, node: ts.YieldExpression, frame: Frame): Value {
  if (!node.expression) return nothing;
  const value = machine.evaluate(node.expression, frame);
  const item = node.asteriskToken ? elementOf(value) : value;
  if (item !== nothing) frame.outcome.returned = join(frame.outcome.returned, withField(nothing, '*', item));
  return value;
}

function evaluateProperty(machine: Machine, node: ts.PropertyAccessExpression, frame: Frame): Value {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    return machine.memberOf(selfOf(frame)?.value ?? nothing, node.name.text, frame, node);
  }
  return machine.readProperty(machine.evaluate(node.expression, frame), node.name.text, node, frame);
}

function evaluateElement(machine: Machine, node: ts.ElementAccessExpression, frame: Frame): Value {
  const base = machine.evaluate(node.expression, frame);
  const index = machine.evaluate(node.argumentExpression, frame);
  const [name, ...others] = index.texts;
  const isConstant = name !== undefined && others.length === 0 && index.taints.length === 0;
  return selected(machine.readProperty(base, isConstant ? name : '*', node, frame), index);
}

/** A member of which untrusted input says which one it is; harmless unless it is called. */
function selected(member: Value, index: Value): Value {
  const { taints } = index;
  if (taints.length === 0 || index.texts.some((text) => !text.startsWith(openHole))) return member;
  const choosing = taints.map((taint): Taint => ({ ...taint, safeFor: taint.safeFor | onlyChosen }));
  return changed(member, { taints: joinTaints(member.taints, choosing) });
}

function evaluateTemplate(machine: Machine, node: ts.TemplateExpression, frame: Frame): Value {
  const parts = [textValue(node.head.text)];
  for (const span of node.templateSpans) {
    parts.push(
      writtenOut(machine, machine.evaluate(span.expression, frame), span.expression),
      textValue(span.literal.text),
    );
  }
  return parts.reduce(concatenate);
}

function evaluateConditional(machine: Machine, node: ts.ConditionalExpression, frame: Frame): Value {
  machine.evaluate(node.condition, frame);
  let result = nothing;
  const branch = (expression: ts.Expression, holds: boolean) => () => {
    machine.refine(node.condition, frame, holds);
    result = join(result, machine.evaluate(expression, frame));
    return false;
  };
  runBranches(frame, [branch(node.whenTrue, true), branch(node.whenFalse, false)]);
  return result;
}

function evaluateBinary(machine: Machine, node: ts.BinaryExpression, frame: Frame): Value {
  const operator = node.operatorToken.kind;
  if (operator === ts.SyntaxKind.PlusToken) return evaluateSum(machine, node, frame);
  if (operator === ts.SyntaxKind.EqualsToken) {
    const value = machine.evaluate(node.right, frame);
    machine.assign(node.left, value, frame);
    return value;
  }
  if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment) {
    return evaluateCompound(machine, node, frame);
  }
  const left = machine.evaluate(node.left, frame);
  const right = evaluateRight(machine, node, frame);
  switch (operator) {
    case ts.SyntaxKind.CommaToken:
      return right;
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return right;
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return join(left, right);
    default:
      return nothing;
  }
}

function evaluateRight(machine: Machine, node: ts.BinaryExpression, frame: Frame): Value {
  const operator = node.operatorToken.kind;
  const isAnd = operator === ts.SyntaxKind.AmpersandAmpersandToken;
  if (!isAnd && operator !== ts.SyntaxKind.BarBarToken) return machine.evaluate(node.right, frame);
  let right = nothing;
  const run = (): boolean => {
    machine.refine(node.left, frame, isAnd);
    right = machine.evaluate(node.right, frame);
    return false;
  };
  runBranches(frame, [run, () => false]);
  return right;
}

/** `a + b + c…` without recursion on the left: generated code chains thousands. */
function evaluateSum(machine: Machine, node: ts.BinaryExpression, frame: Frame): Value {
  const parts: ts.Expression[] = [];
  let left: ts.Expression = node;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    parts.push(left.right);
    left = left.left;
  }
  parts.push(left);
  return parts
    .reverse()
    .map((part) => writtenOut(machine, machine.evaluate(part, frame), part))
    .reduce(concatenate);
}

function evaluateCompound(machine: Machine, node: ts.BinaryExpression, frame: Frame): Value {
  const before = machine.evaluate(node.left, frame);
  const right = machine.evaluate(node.right, frame);
  const isSum = node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken;
  const isLogical = ['||=', '&&=', '??='].includes(node.operatorToken.getText());
  const value = isSum ? concatenate(before, right) : isLogical ? join(before, right) : nothing;
  machine.assign(node.left, value, frame);
  return value;
}

function evaluateJsx(
  machine: Machine,
  node: ts.JsxElement | ts.JsxSelfClosingElement | ts.JsxFragment,
  frame: Frame,
): void {
  descend(node, (child) => {
    if (ts.isJsxExpression(child) && child.expression) machine.evaluate(child.expression, frame);
    else if (ts.isJsxAttribute(child)) evaluateAttribute(machine, child, frame);
    else if (ts.isJsxSpreadAttribute(child)) machine.evaluate(child.expression, frame);
    else return !isFunction(child);
    return false;
  });
}

function evaluateAttribute(machine: Machine, node: ts.JsxAttribute, frame: Frame): void {
  const { initializer } = node;
  if (!initializer || !ts.isJsxExpression(initializer) || !initializer.expression) return;
  const value = machine.evaluate(initializer.expression, frame);
  if (value.taints.length === 0 || !linkAttributes.has(node.name.getText())) return;
  const element = node.parent.parent.tagName.getText();
  if (!loadingElements.test(element) || !isTextActive('free-target', value)) return;
  machine.reach('page-url', value, initializer.expression, `<${element} ${node.name.getText()}>`, frame);
}

const linkAttributes = new Set(['href', 'src', 'action', 'formAction', 'xlinkHref', 'data']);
const loadingElements = /^(a|area|base|button|embed|form|frame|iframe|object|script|\w*Link|Script|\w*\.a)$/;
