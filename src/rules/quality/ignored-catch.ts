import ts from 'typescript';
import { enclosingFunction, isFunctionNode } from '../syntax/functions.ts';
import { mentionsAny } from '../syntax/mentions.ts';
import { calleeText, nameParts } from '../syntax/names.ts';
import { containsBelow } from '../syntax/walk.ts';
import { callsIn, isBestEffortCall } from './best-effort.ts';

/** What becomes of an error that a `catch` does not look at. */
export type Outcome = 'dropped' | 'skipped' | 'replaced' | 'logged-without-cause';

export interface IgnoredCatch {
  readonly outcome: Outcome;
  /** The default that stands in for the result, as written; empty unless `replaced`. */
  readonly value: string;
}

/** Tells whether a `catch` ignores its error, by what its statements do; a `catch` that decides anything does not. */
export function ignoredCatch(clause: ts.CatchClause): IgnoredCatch | undefined {
  let outcome: IgnoredCatch = { outcome: 'dropped', value: '' };
  for (const statement of clause.block.statements) {
    const next = outcomeOf(statement, clause);
    if (!next) return undefined;
    outcome = next.outcome === 'dropped' ? outcome : next;
  }
  return outcome;
}

/** The call that a `try` is most likely about: the first awaited one, else the first that is no probe. */
export function guardedCall(block: ts.Block): string | undefined {
  const calls = callsIn(block);
  const awaited = calls.find((call) => ts.isAwaitExpression(call.parent) && !isBestEffortCall(call));
  const call = awaited ?? calls.find((candidate) => !isBestEffortCall(candidate)) ?? calls[0];
  return call && calleeText(call.expression);
}

function outcomeOf(statement: ts.Statement, clause: ts.CatchClause): IgnoredCatch | undefined {
  if (ts.isEmptyStatement(statement)) return { outcome: 'dropped', value: '' };
  if (ts.isContinueStatement(statement)) return { outcome: 'skipped', value: '' };
  if (ts.isReturnStatement(statement)) {
    const { expression } = statement;
    if (!expression)
      return returnsValues(clause) ? { outcome: 'replaced', value: 'undefined' } : { outcome: 'dropped', value: '' };
    return isEmptyDefault(expression) ? { outcome: 'replaced', value: expression.getText() } : undefined;
  }
  return isLogWithoutCause(statement, clause) ? { outcome: 'logged-without-cause', value: '' } : undefined;
}

/** Whether the function around it gives results elsewhere, so that a bare `return` stands for one. */
function returnsValues(clause: ts.CatchClause): boolean {
  const place = enclosingFunction(clause);
  const isResult = (node: ts.Node): boolean => ts.isReturnStatement(node) && node.expression !== undefined;
  return place !== undefined && containsBelow(place, isResult, isFunctionNode);
}

/** A value that looks like a result although there is none. A boolean is an answer, not a default. */
export function isEmptyDefault(expression: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(expression)) return expression.elements.length === 0;
  if (ts.isObjectLiteralExpression(expression)) return expression.properties.length === 0;
  if (ts.isStringLiteralLike(expression)) return expression.text === '';
  if (ts.isNumericLiteral(expression)) return expression.text === '0';
  return isNothing(expression);
}

/** `null`, `undefined` and `void 0`. */
export function isNothing(expression: ts.Expression): boolean {
  return (
    expression.kind === ts.SyntaxKind.NullKeyword ||
    ts.isVoidExpression(expression) ||
    (ts.isIdentifier(expression) && expression.text === 'undefined')
  );
}

const loggers: ReadonlySet<string> = new Set(['console', 'logger', 'log', 'winston', 'pino']);

/** A log call whose arguments are constant texts: it tells that something failed and hides what. */
function isLogWithoutCause(statement: ts.Statement, clause: ts.CatchClause): boolean {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return false;
  const { expression: callee, arguments: arguments_ } = statement.expression;
  const parts = nameParts(callee);
  if (!parts.slice(0, -1).some((part) => loggers.has(part))) return false;
  return arguments_.every((argument) => ts.isStringLiteralLike(argument)) && !mentionsError(clause);
}

function mentionsError(clause: ts.CatchClause): boolean {
  const name = clause.variableDeclaration?.name;
  if (!name || !ts.isIdentifier(name)) return name !== undefined;
  return mentionsAny(clause.block, new Set([name.text]));
}

/**
 * Whether there is something to fall back on: the `try` returns or ends by setting a variable, so the code after
 * it goes on with what was there before.
 */
export function hasFallback(node: ts.TryStatement): boolean {
  const last = node.tryBlock.statements.at(-1);
  const isResult = (child: ts.Node): boolean => ts.isReturnStatement(child) && child.expression !== undefined;
  if (!last || containsBelow(node.tryBlock, isResult, isFunctionNode)) return true;
  return (
    ts.isExpressionStatement(last) &&
    ts.isBinaryExpression(last.expression) &&
    last.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/** Whether the block waits for something that is no probe: a database, a service, another part of the program. */
export function awaitsRealWork(block: ts.Block): boolean {
  return containsBelow(
    block,
    (node) =>
      ts.isAwaitExpression(node) && callsIn(node).some((call) => !isBestEffortCall(call) && !isBodyReader(call)),
    isFunctionNode,
  );
}

/** `response.json()` and its like fail on a foreign body, as `JSON.parse` does. */
function isBodyReader(call: ts.CallExpression | ts.NewExpression): boolean {
  return ['json', 'text', 'arrayBuffer', 'formData', 'blob', 'readFile'].includes(
    nameParts(call.expression).at(-1) ?? '',
  );
}
