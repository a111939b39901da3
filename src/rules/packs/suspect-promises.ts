import ts from 'typescript';
import { isNegation } from '../syntax/conditions.ts';
import { enclosingFunction, isFunctionNode } from '../syntax/functions.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { parentOf } from '../syntax/walk.ts';
import type { Suspect } from './suspect.ts';

const { SyntaxKind } = ts;

/** A promise in a condition, spread, or given to an array by its predicate. */
export const misusedPromise: Suspect = {
  kinds: [
    ...[SyntaxKind.IfStatement, SyntaxKind.WhileStatement, SyntaxKind.DoStatement, SyntaxKind.ForStatement],
    ...[SyntaxKind.ConditionalExpression, SyntaxKind.BinaryExpression, SyntaxKind.PrefixUnaryExpression],
    ...[SyntaxKind.SpreadElement, SyntaxKind.SpreadAssignment, SyntaxKind.CallExpression],
  ],
  test: (node, checker) =>
    ts.isCallExpression(node)
      ? givesPromises(node, checker)
      : testedParts(node).some((part) => mayBePromise(part, checker)),
};

/** A promise that an async function returns from within a `try` or beside a `using`. */
export const returnedPromise: Suspect = {
  kinds: [SyntaxKind.ReturnStatement],
  test: (node, checker) => {
    const { expression } = node as ts.ReturnStatement;
    return (
      expression !== undefined && isGuarded(node) && resultsOf(expression).some((part) => mayBePromise(part, checker))
    );
  },
};

/** The expressions whose truth, or whose elements, decide at a node. */
function testedParts(node: ts.Node): readonly ts.Expression[] {
  if (ts.isBinaryExpression(node)) return isChoice(node) ? operands(node.left) : [];
  if (ts.isPrefixUnaryExpression(node)) return isNegation(node) ? operands(node.operand) : [];
  if (ts.isConditionalExpression(node) || ts.isForStatement(node)) return operands(node.condition);
  return operands((node as ts.IfStatement | ts.WhileStatement | ts.DoStatement | ts.SpreadElement).expression);
}

/** What stands between `&&`, `||` and `??`. */
function operands(node: ts.Expression | undefined): readonly ts.Expression[] {
  if (!node) return [];
  const inner = unwrap(node);
  return isChoice(inner) ? [...operands(inner.left), ...operands(inner.right)] : [inner];
}

function isChoice(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node)) return false;
  switch (node.operatorToken.kind) {
    case SyntaxKind.AmpersandAmpersandToken:
    case SyntaxKind.BarBarToken:
    case SyntaxKind.QuestionQuestionToken:
      return true;
    default:
      return false;
  }
}

const predicateTakers = new Set(['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'some']);

/** Whether an array is asked by a predicate that may answer with promises. */
function givesPromises(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const [predicate] = call.arguments;
  if (!predicate || !predicateTakers.has(lastName(call.expression))) return false;
  const given = unwrap(predicate);
  if (isFunctionNode(given)) {
    if (isAsync(given)) return true;
    return !ts.isBlock(given.body) && resultsOf(given.body).some((part) => mayBePromise(part, checker));
  }
  const signatures = checker.getTypeAtLocation(given).getCallSignatures();
  return signatures.some((signature) => isThenable(checker.getReturnTypeOfSignature(signature)));
}

/** What an expression gives: either side of a choice. */
function resultsOf(node: ts.Expression): readonly ts.Expression[] {
  return operands(node).flatMap((part) =>
    ts.isConditionalExpression(part) ? [...resultsOf(part.whenTrue), ...resultsOf(part.whenFalse)] : [part],
  );
}

/** Whether a `return` of an async function stands in a part of a `try` that sees failures, or after a `using`. */
function isGuarded(node: ts.Node): boolean {
  const owner = enclosingFunction(node);
  if (!owner || !isAsync(owner)) return false;
  for (let inner = node; inner !== owner; inner = inner.parent) {
    const outer = parentOf(inner);
    if (outer && ts.isTryStatement(outer) && inner !== outer.finallyBlock) return true;
    if (outer && ts.isBlock(outer) && outer.statements.some(isUsing)) return true;
  }
  return false;
}

function isUsing(node: ts.Statement): boolean {
  return ts.isVariableStatement(node) && (node.declarationList.flags & ts.NodeFlags.Using) !== 0;
}

function isAsync(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === SyntaxKind.AsyncKeyword) ?? false;
}

function mayBePromise(node: ts.Expression, checker: ts.TypeChecker): boolean {
  switch (node.kind) {
    case SyntaxKind.CallExpression:
      return isThenableCall(node as ts.CallExpression, checker);
    case SyntaxKind.NewExpression:
      return isThenable(checker.getTypeAtLocation(node));
    case SyntaxKind.Identifier:
      return mayHoldPromise(node as ts.Identifier, checker) && isThenable(checker.getTypeAtLocation(node));
    default:
      return false;
  }
}

/** Methods of text, arrays and patterns that answer at once whatever they are called on. */
const immediate =
  /^(includes|startsWith|endsWith|test|some|every|isArray|hasOwn|hasOwnProperty|isInteger|isNaN|isFinite|indexOf|match|trim|slice|split|join|toString|toLowerCase|toUpperCase|charCodeAt|keys|values|entries|concat|expect)$/;

function isThenableCall(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  if (immediate.test(lastName(call.expression))) return false;
  const signatures = checker.getNonNullableType(checker.getTypeAtLocation(call.expression)).getCallSignatures();
  // What the signatures declare spares the choice of an overload for nearly all calls.
  const mayGive = signatures.some((signature) => isThenable(checker.getReturnTypeOfSignature(signature)));
  return mayGive && isThenable(checker.getTypeAtLocation(call));
}

/** Whether a variable can hold a promise, by how it is declared. */
function mayHoldPromise(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (!declaration) return false;
  if (ts.isParameter(declaration)) return declaration.type !== undefined && mayNamePromise(declaration.type);
  if (!ts.isVariableDeclaration(declaration)) return false;
  const { type, initializer } = declaration;
  if (type) return mayNamePromise(type);
  return initializer !== undefined && resultsOf(initializer).some((part) => givesByCall.has(part.kind));
}

const givesByCall: ReadonlySet<ts.SyntaxKind> = new Set([
  ...[SyntaxKind.CallExpression, SyntaxKind.NewExpression, SyntaxKind.Identifier],
  ...[SyntaxKind.PropertyAccessExpression, SyntaxKind.ElementAccessExpression],
]);

function mayNamePromise(type: ts.TypeNode): boolean {
  if (ts.isUnionTypeNode(type)) return type.types.some(mayNamePromise);
  return ts.isTypeReferenceNode(type) || ts.isIndexedAccessTypeNode(type) || ts.isImportTypeNode(type);
}

/** Whether something of this type can be asked to `then`. */
function isThenable(type: ts.Type): boolean {
  const parts = type.isUnionOrIntersection() ? type.types : [type];
  return parts.some((part) => part.getProperty('then') !== undefined || isOpen(part));
}

function isOpen({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Instantiable) !== 0;
}
