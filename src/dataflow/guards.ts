import ts from 'typescript';
import { writeBack } from './assign.ts';
import { lastName } from './evaluate-call.ts';
import type { Frame } from './frame.ts';
import type { Machine } from './machine.ts';
import { textOf, unwrap } from './machine.ts';
import { ownEntity } from './own-function.ts';
import { findsMarkup, isAnchoredAllowList } from './regular-expression.ts';
import { bitsOf } from './sink-bits.ts';
import { hasTaint, madeSafe } from './value.ts';

/** A path that a test makes safe for some kinds of sink. */
interface Refinement {
  readonly target: ts.Expression;
  readonly safeFor: number;
}

const numberTypes = new Set(['number', 'boolean', 'bigint', 'undefined']);
const deepest = 4;

/** Applies what a condition says of the values in it, given that it holds or not. */
export function refineBy(machine: Machine, condition: ts.Expression, frame: Frame, holds: boolean): void {
  for (const { target, safeFor } of refinements(machine, condition, frame, holds, 0)) {
    const value = machine.evaluate(target, frame);
    if (hasTaint(value)) writeBack(machine, target, madeSafe(value, safeFor), frame);
  }
}

function refinements(
  machine: Machine,
  condition: ts.Expression,
  frame: Frame,
  holds: boolean,
  depth: number,
): readonly Refinement[] {
  const node = unwrap(condition);
  if (depth > deepest) return [];
  const inner = (part: ts.Expression, isTrue: boolean) => refinements(machine, part, frame, isTrue, depth + 1);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return inner(node.operand, !holds);
  }
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    const isAnd = operator === ts.SyntaxKind.AmpersandAmpersandToken;
    if (isAnd || operator === ts.SyntaxKind.BarBarToken) {
      const [left, right] = [inner(node.left, holds), inner(node.right, holds)];
      return isAnd === holds ? [...left, ...right] : inBoth(left, right);
    }
    return comparison(machine, node, frame, holds, depth);
  }
  if (ts.isCallExpression(node)) return callRefinements(machine, node, frame, holds, depth);
  if (ts.isIdentifier(node)) {
    const test = constantInitializer(node, frame);
    return test ? inner(test, holds) : [];
  }
  return [];
}

function inBoth(left: readonly Refinement[], right: readonly Refinement[]): readonly Refinement[] {
  return left.flatMap(({ target, safeFor }) => {
    const other = right.find((candidate) => textOf(candidate.target) === textOf(target));
    const both = safeFor & (other?.safeFor ?? 0);
    return both === 0 ? [] : [{ target, safeFor: both }];
  });
}

function constantInitializer(node: ts.Identifier, frame: Frame): ts.Expression | undefined {
  const declaration = frame.module.scopes.resolve(node.text, node)?.declaration;
  if (!declaration || !ts.isVariableDeclaration(declaration)) return undefined;
  return declaration.parent.flags & ts.NodeFlags.Const ? declaration.initializer : undefined;
}

function comparison(
  machine: Machine,
  node: ts.BinaryExpression,
  frame: Frame,
  holds: boolean,
  depth: number,
): readonly Refinement[] {
  const operator = node.operatorToken.kind;
  if (operator === ts.SyntaxKind.InKeyword) {
    return holds && !hasTaint(machine.evaluate(node.right, frame)) ? safe(node.left, -1) : [];
  }
  if (ts.isParenthesizedExpression(node.left) || operator !== ts.SyntaxKind.EqualsToken) {
    const matched = matchTest(node, holds);
    if (matched) return callRefinements(machine, matched.call, frame, matched.holds, depth);
  } else return refinements(machine, node.right, frame, holds, depth + 1);
  const found = indexTest(node, holds);
  if (found) return callRefinements(machine, found.call, frame, found.holds, depth);
  const isEqual = operator === ts.SyntaxKind.EqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsEqualsToken;
  const isUnequal =
    operator === ts.SyntaxKind.ExclamationEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsEqualsToken;
  if (!(isEqual && holds) && !(isUnequal && !holds)) return [];
  return [...equality(machine, node.left, node.right, frame), ...equality(machine, node.right, node.left, frame)];
}

/** `pattern.exec(x) !== null` as `pattern.exec(x)`. */
function matchTest(node: ts.BinaryExpression, holds: boolean): { call: ts.CallExpression; holds: boolean } | undefined {
  const call = unwrap(node.left);
  if (!ts.isCallExpression(call) || !/^(exec|match)$/.test(lastName(call.expression))) return undefined;
  const test = `${node.operatorToken.getText()} ${node.right.getText()}`;
  if (/^!==? (null|undefined)$/.test(test)) return { call, holds };
  return /^===? (null|undefined)$/.test(test) ? { call, holds: !holds } : undefined;
}

/** `list.indexOf(x) !== -1` and its kin as `list.includes(x)`. */
function indexTest(node: ts.BinaryExpression, holds: boolean): { call: ts.CallExpression; holds: boolean } | undefined {
  const call = unwrap(node.left);
  if (!ts.isCallExpression(call) || lastName(call.expression) !== 'indexOf') return undefined;
  const test = `${node.operatorToken.getText()} ${node.right.getText()}`;
  if (/^(!==? -1|> -1|>= 0)$/.test(test)) return { call, holds };
  return /^(===? -1|< 0)$/.test(test) ? { call, holds: !holds } : undefined;
}

function equality(machine: Machine, subject: ts.Expression, other: ts.Expression, frame: Frame): readonly Refinement[] {
  const place = unwrap(subject);
  if (ts.isTypeOfExpression(place)) {
    const type = unwrap(other);
    if (!ts.isStringLiteralLike(type)) return [];
    if (numberTypes.has(type.text)) return safe(place.expression, -1);
    if (type.text === 'function') return callable(place.expression);
    return type.text === 'string' ? safe(place.expression, bitsOf(['nosql', 'mass-assignment'])) : [];
  }
  return isPath(place) && !hasTaint(machine.evaluate(other, frame)) && isTelling(other) ? safe(place, -1) : [];
}

/** A member that is a function, chosen by whoever it may be. */
function callable(member: ts.Expression): readonly Refinement[] {
  const place = unwrap(member);
  const bits = bitsOf(['method-name']);
  return ts.isElementAccessExpression(place) ? safe(place.argumentExpression, bits) : safe(place, bits);
}

/** Whether equality with this says something: another unknown value may well be what an attacker expects. */
function isTelling(other: ts.Expression): boolean {
  const node = unwrap(other);
  return ts.isLiteralExpression(node) || isPath(node) || node.kind === ts.SyntaxKind.NullKeyword;
}

function callRefinements(
  machine: Machine,
  node: ts.CallExpression,
  frame: Frame,
  holds: boolean,
  depth: number,
): readonly Refinement[] {
  const place = unwrap(node.expression);
  const [first] = node.arguments;
  if (ts.isPropertyAccessExpression(place) && place.name.text === 'hasOwn') {
    const [owner, key] = node.arguments;
    return holds && owner && key && !hasTaint(machine.evaluate(owner, frame)) ? safe(key, -1) : [];
  }
  if (ts.isPropertyAccessExpression(place)) {
    const method = methodRefinements(machine, place, first, frame, holds);
    if (method.length > 0) return method;
  }
  if (holds && containment.test(lastName(place))) return node.arguments.flatMap((arg) => safe(arg, pathBits));
  const callee = machine.expand(machine.evaluate(place, frame));
  const owned = callee.closures.flatMap((closure) => ownEntity(machine, closure) ?? []);
  for (const entity of [...callee.entities, ...owned]) {
    const guarded = node.arguments[machine.models.facts(`${entity}()`)?.guardedArgument ?? 0];
    const bits = guardBits(machine, entity, holds);
    if (bits !== 0 && guarded) return safe(guarded, bits);
  }
  const [closure] = callee.closures;
  if (!closure || callee.closures.length > 1 || ts.isClassLike(closure.node)) return [];
  return localGuard(machine, closure.node, closure.frame, node, holds, depth);
}

/** Names of checks that a path lies below a folder, whoever wrote them. */
const containment =
  /^(?:is)?(?:path)?(?:is)?(?:inside|within|subpath|sub(?:dir|folder|directory)|contained|childof|descendantof)(?:of|in|path|dir\w*|folder|root)?$/i;
const pathBits = bitsOf(['path', 'archive-entry']);

/** A guard named `isNaN` tells more when it fails; every other one when it holds. */
function guardBits(machine: Machine, entity: string, holds: boolean): number {
  const isNegative = entity.endsWith('isNaN');
  return isNegative === holds ? 0 : (machine.models.facts(`${entity}()`)?.guards ?? 0);
}

function methodRefinements(
  machine: Machine,
  place: ts.PropertyAccessExpression,
  first: ts.Expression | undefined,
  frame: Frame,
  holds: boolean,
): readonly Refinement[] {
  if (!first) return [];
  const name = place.name.text;
  const isMembership = /^(includes|has|hasOwnProperty|indexOf)$/.test(name);
  if (isMembership && isDotsText(first)) return holds ? [] : safe(place.expression, bitsOf(['path', 'archive-entry']));
  if (isMembership && ts.isStringLiteralLike(first) && first.text === '<') {
    return holds ? [] : safe(place.expression, bitsOf(['html-dom', 'html-response']));
  }
  if (isMembership && !holds) return [];
  if (isMembership) {
    const isTrusted = !hasTaint(machine.expand(machine.evaluate(place.expression, frame)));
    return isTrusted ? safe(first, -1) : [];
  }
  if (name === 'startsWith' && holds && !hasTaint(machine.evaluate(first, frame))) {
    return safe(place.expression, prefixBits(machine.evaluate(first, frame).texts[0]));
  }
  const pattern = name === 'test' || name === 'exec' ? place.expression : name === 'match' ? first : undefined;
  const subject = name === 'match' ? place.expression : first;
  const text = pattern ? machine.evaluate(pattern, frame).texts[0] : undefined;
  if (text === undefined) return [];
  if (findsMarkup(text)) return holds ? [] : safe(subject, bitsOf(['html-dom', 'html-response']));
  return holds && isAnchoredAllowList(text) ? safe(subject, -1) : [];
}

function isDotsText(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) && node.text.includes('..');
}

function prefixBits(prefix: string | undefined): number {
  const isAddress = prefix !== undefined && /^(https?:)?\/\/[^/]+\//.test(prefix);
  const isPath = prefix !== undefined && /^\/[^/\\]/.test(prefix);
  if (isAddress) return bitsOf(['redirect', 'page-url', 'request-url', 'path']);
  return bitsOf(isPath ? ['redirect', 'page-url', 'path', 'archive-entry'] : ['path', 'archive-entry']);
}

function localGuard(
  machine: Machine,
  guard: ts.FunctionLikeDeclaration,
  frame: Frame,
  call: ts.CallExpression,
  holds: boolean,
  depth: number,
): readonly Refinement[] {
  const test = resultOf(guard);
  if (!test) return [];
  return refinements(machine, test, frame, holds, depth + 1).flatMap(({ target, safeFor }) => {
    const index = guard.parameters.findIndex((parameter) => parameter.name.getText() === target.getText());
    const argument = call.arguments[index];
    return argument ? safe(argument, safeFor) : [];
  });
}

function resultOf(guard: ts.FunctionLikeDeclaration): ts.Expression | undefined {
  const { body } = guard;
  if (!body || !ts.isBlock(body)) return body;
  const [only] = body.statements;
  return body.statements.length === 1 && only && ts.isReturnStatement(only) ? only.expression : undefined;
}

function safe(target: ts.Expression, safeFor: number): readonly Refinement[] {
  let place = unwrap(target);
  while (ts.isCallExpression(place)) {
    const callee = unwrap(place.expression);
    const [first] = place.arguments;
    if (ts.isPropertyAccessExpression(callee) && /^(to(Lower|Upper)Case|trim|toString)$/.test(callee.name.text)) {
      place = unwrap(callee.expression);
    } else if (ts.isIdentifier(callee) && callee.text === 'String' && first) place = unwrap(first);
    else return [];
  }
  return isPath(place) ? [{ target: place, safeFor }] : [];
}

function isPath(node: ts.Expression): boolean {
  const place = unwrap(node);
  if (ts.isIdentifier(place) || place.kind === ts.SyntaxKind.ThisKeyword) return true;
  return (ts.isPropertyAccessExpression(place) || ts.isElementAccessExpression(place)) && isPath(place.expression);
}
