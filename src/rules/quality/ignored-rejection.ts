import ts from 'typescript';
import { allowsFailure, commentsAround, commentsInBlock, isExplanation } from '../syntax/comments.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { calleeText, lastName, unwrap } from '../syntax/names.ts';
import { isBestEffortCall } from './best-effort.ts';
import { isNothing } from './ignored-catch.ts';

export interface IgnoredRejection {
  /** The handler that does nothing. */
  readonly handler: ts.Node;
  /** The call whose rejection is dropped. */
  readonly call: string;
}

/**
 * A `.catch` (or second `.then`) handler that does nothing, on a call whose result nobody uses. A handler on a stored
 * promise only marks it as handled, and one that gives a default to a result in use is a choice: neither is meant.
 */
export function ignoredRejection(node: ts.CallExpression, text: string): IgnoredRejection | undefined {
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const handler = rejectionHandler(node, node.expression.name.text);
  if (!handler || !doesNothing(handler)) return undefined;
  const origin = originOf(node.expression.expression);
  if (!origin || isBestEffortCall(origin) || isWaiting(origin)) return undefined;
  const statement = discardingStatement(node);
  if (!statement || isExplained(handler, statement, text)) return undefined;
  return { handler, call: calleeText(origin.expression) };
}

function rejectionHandler(node: ts.CallExpression, method: string): ts.Expression | undefined {
  if (method === 'catch' && node.arguments.length === 1) return node.arguments[0];
  return method === 'then' && node.arguments.length === 2 ? node.arguments[1] : undefined;
}

function doesNothing(handler: ts.Expression): boolean {
  if (ts.isIdentifier(handler)) return ['noop', 'noOp'].includes(handler.text);
  if (ts.isPropertyAccessExpression(handler)) return handler.name.text === 'noop';
  if (!isFunctionNode(handler)) return false;
  if (!ts.isBlock(handler.body)) return isNothing(unwrap(handler.body)) || isEmptyObject(unwrap(handler.body));
  return handler.body.statements.every(
    (statement) => ts.isReturnStatement(statement) && (!statement.expression || isNothing(statement.expression)),
  );
}

function isEmptyObject(expression: ts.Expression): boolean {
  return ts.isObjectLiteralExpression(expression) && expression.properties.length === 0;
}

/** The call at the start of a chain: `orders.save(…)` for `orders.save(…).then(…)`. */
function originOf(receiver: ts.Expression): ts.CallExpression | undefined {
  const call = unwrap(receiver);
  if (!ts.isCallExpression(call)) return undefined;
  const isChained =
    ts.isPropertyAccessExpression(call.expression) && /^(then|finally)$/.test(lastName(call.expression));
  return isChained ? originOf(call.expression.expression) : call;
}

/** `Promise.all(pending).catch(() => {})` waits for work that others started and answer for. */
function isWaiting({ expression }: ts.CallExpression): boolean {
  return /^Promise\.(?:all|allSettled|any|race)$/.test(calleeText(expression));
}

/** The statement that throws the result of the chain away. */
function discardingStatement(node: ts.Expression): ts.Statement | undefined {
  let current: ts.Node = node;
  while (
    ts.isAwaitExpression(current.parent) ||
    ts.isVoidExpression(current.parent) ||
    ts.isParenthesizedExpression(current.parent) ||
    isFinally(current.parent)
  ) {
    current = isFinally(current.parent) ? current.parent.parent : current.parent;
  }
  return ts.isExpressionStatement(current.parent) ? current.parent : undefined;
}

function isFinally(node: ts.Node): node is ts.PropertyAccessExpression {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'finally' && ts.isCallExpression(node.parent);
}

function isExplained(handler: ts.Expression, statement: ts.Statement, text: string): boolean {
  const body = isFunctionNode(handler) && ts.isBlock(handler.body) ? handler.body : undefined;
  return (
    (body !== undefined && commentsInBlock(body, text).some(isExplanation)) ||
    commentsAround(statement, text).some(allowsFailure)
  );
}
