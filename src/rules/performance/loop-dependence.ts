import ts from 'typescript';
import { isFunctionNode } from '../syntax/functions.ts';
import { isLoop } from '../syntax/loops.ts';
import { isPropertyName } from '../syntax/mentions.ts';
import { nameParts, unwrap } from '../syntax/names.ts';
import { isAssignment } from '../syntax/operators.ts';
import { containsBelow, findAncestor, walkBelow } from '../syntax/walk.ts';
import { loopNames, namesDeclaredIn } from './loop-names.ts';

/** A loop that takes one item after the other from something known. */
export type CountedLoop = ts.ForOfStatement | ts.ForInStatement | ts.ForStatement;

/**
 * Whether a turn of the loop may need the one before it: the loop can end early, or what one turn writes the next one
 * reads. Sums and pushes do not count: their order does not matter, or can be restored.
 */
export function dependsOnFormerTurn(loop: CountedLoop): boolean {
  return canEndEarly(loop) || carriesState(loop);
}

function canEndEarly(loop: CountedLoop): boolean {
  return containsBelow(
    loop.statement,
    (node) => {
      if (ts.isReturnStatement(node) || ts.isYieldExpression(node)) return true;
      return (ts.isBreakStatement(node) || ts.isContinueStatement(node)) && leaves(node, loop);
    },
    isFunctionNode,
  );
}

/** Whether a jump goes out of the loop; `continue` without a label only goes to the next turn. */
function leaves(node: ts.BreakStatement | ts.ContinueStatement, loop: CountedLoop): boolean {
  if (node.label) return true;
  if (ts.isContinueStatement(node)) return false;
  return findAncestor(node, (ancestor) => isLoop(ancestor) || ts.isSwitchStatement(ancestor)) === loop;
}

/** Whether something that was there before the loop is both written and read in its body. */
function carriesState(loop: CountedLoop): boolean {
  const own = new Set([...loopNames(loop), ...namesDeclaredIn(loop.statement)]);
  const written = new Set<string>();
  const collectors = new Set<string>();
  walkBelow(loop.statement, (node) => {
    const target = writtenTarget(node);
    if (target && !own.has(rootOf(target.place))) {
      (target.isCollecting ? collectors : written).add(textOf(target.place));
    }
    return undefined;
  });
  return reads(loop.statement, written, isPlainWrite) || reads(loop.statement, collectors, isCollecting);
}

interface Write {
  readonly place: ts.Expression;
  /** Adds to a sum or a collection and looks at nothing. */
  readonly isCollecting: boolean;
}

const collectingCalls: ReadonlySet<string> = new Set([
  'push',
  'add',
  'set',
  'unshift',
  'append',
  'delete',
  'pop',
  'shift',
]);

function writtenTarget(node: ts.Node): Write | undefined {
  if (isAssignment(node)) {
    return { place: node.left, isCollecting: node.operatorToken.kind !== ts.SyntaxKind.EqualsToken };
  }
  const isStep = ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node);
  if (isStep && [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator)) {
    return { place: node.operand, isCollecting: true };
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return collectingCalls.has(node.expression.name.text)
    ? { place: node.expression.expression, isCollecting: true }
    : undefined;
}

/** Whether one of the places is mentioned where it is not merely written. */
function reads(body: ts.Node, places: ReadonlySet<string>, isWrite: (node: ts.Node) => boolean): boolean {
  if (places.size === 0) return false;
  return containsBelow(
    body,
    (node) =>
      (ts.isIdentifier(node) ? !isPropertyName(node) : ts.isPropertyAccessExpression(node)) &&
      places.has(textOf(node as ts.Expression)) &&
      !isWrite(node),
  );
}

function isPlainWrite(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node.parent) &&
    node.parent.left === node &&
    node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

function isCollecting(node: ts.Node): boolean {
  const holder = ts.isPropertyAccessExpression(node.parent) ? node.parent.parent : node.parent;
  const target = writtenTarget(holder);
  return target?.isCollecting === true && unwrap(target.place) === node && ts.isExpressionStatement(holder.parent);
}

function rootOf(place: ts.Expression): string {
  if (ts.isElementAccessExpression(place)) return rootOf(unwrap(place.expression));
  return nameParts(place)[0] ?? '';
}

/** A place as a name; the elements of an array or object are one place. */
function textOf(place: ts.Expression): string {
  if (ts.isElementAccessExpression(place)) return textOf(unwrap(place.expression));
  return nameParts(place).join('.');
}
