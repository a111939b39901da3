import ts from 'typescript';
import { isFunctionNode, type FunctionNode } from '../syntax/functions.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { containsBelow } from '../syntax/walk.ts';

/**
 * Whether what is called deals with its errors itself, so that its promise cannot be rejected by the work in it:
 * every `await` and `throw` in its body stands in a `try` whose `catch` does not throw (what it awaits is the handling
 * itself). A function that was handed over is looked at in the place of a call.
 */
export function handlesItsErrors(
  called: ts.CallExpression | ts.NewExpression | FunctionNode,
  checker: ts.TypeChecker,
): boolean {
  const body = (isFunctionNode(called) ? called : calledFunction(called, checker))?.body;
  if (!body) return false;
  if (!ts.isBlock(body)) return isCaughtChain(body);
  const handlesSome = body.statements.some(
    (statement) =>
      (ts.isTryStatement(statement) && statement.catchClause) ||
      (ts.isReturnStatement(statement) && statement.expression && isCaughtChain(statement.expression)),
  );
  return handlesSome && !containsRejection(body);
}

/** `work().catch(report)`. */
function isCaughtChain(node: ts.Expression): boolean {
  const call = unwrap(node);
  return ts.isCallExpression(call) && lastName(call.expression) === 'catch' && call.arguments.length > 0;
}

function containsRejection(node: ts.Node): boolean {
  return containsBelow(
    node,
    (child) => ts.isAwaitExpression(child) || ts.isThrowStatement(child) || isReturnedCall(child),
    isBoundary,
  );
}

/** A promise that is returned rejects in the caller's hands, even from inside a `try`. */
function isReturnedCall(node: ts.Node): boolean {
  if (!ts.isReturnStatement(node) || !node.expression) return false;
  return ts.isCallExpression(unwrap(node.expression)) && !isCaughtChain(node.expression);
}

/** What stands in an inner function, or in a `try` that catches it, does not reject the promise of the outer one. */
function isBoundary(node: ts.Node): boolean {
  if (isFunctionNode(node)) return true;
  if (!ts.isTryStatement(node) || !node.catchClause) return false;
  const isLeaky = node.finallyBlock !== undefined && containsRejection(node.finallyBlock);
  return (
    !isLeaky && !containsRejection(node.catchClause) && !containsBelow(node.tryBlock, isReturnedCall, isFunctionNode)
  );
}

function calledFunction(call: ts.CallExpression | ts.NewExpression, checker: ts.TypeChecker): FunctionNode | undefined {
  const callee = unwrap(call.expression);
  if (isFunctionNode(callee)) return callee;
  const declaration = ts.isCallExpression(call) ? checker.getResolvedSignature(call)?.declaration : undefined;
  return declaration && isFunctionNode(declaration) ? declaration : undefined;
}
