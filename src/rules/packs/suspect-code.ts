import ts from 'typescript';
import { isFunctionNode } from '../syntax/functions.ts';
import { lastName } from '../syntax/names.ts';
import { containsBelow } from '../syntax/walk.ts';
import type { Suspect } from './suspect.ts';

const { SyntaxKind, TypeFlags } = ts;

/** `delete` of an element. */
export const deletedElement: Suspect = {
  kinds: [SyntaxKind.DeleteExpression],
  test: (node, checker) => {
    const { expression } = node as ts.DeleteExpression;
    if (!ts.isElementAccessExpression(expression) && !ts.isPropertyAccessExpression(expression)) return false;
    return partsOf(checker.getTypeAtLocation(expression.expression)).some(
      (part) => checker.isArrayType(part) || checker.isTupleType(part) || isOpen(part),
    );
  },
};

/** `-` before something that is not a number for certain. */
export const negatedValue: Suspect = {
  kinds: [SyntaxKind.PrefixUnaryExpression],
  test: (node, checker) => {
    const { operator, operand } = node as ts.PrefixUnaryExpression;
    if (operator !== SyntaxKind.MinusToken || ts.isNumericLiteral(operand) || ts.isBigIntLiteral(operand)) return false;
    const harmless = TypeFlags.Any | TypeFlags.Never | TypeFlags.NumberLike | TypeFlags.BigIntLike;
    return partsOf(checker.getTypeAtLocation(operand)).some(({ flags }) => (flags & harmless) === 0);
  },
};

/** A `switch` without `default` over a type of several members. */
export const openSwitch: Suspect = {
  kinds: [SyntaxKind.SwitchStatement],
  test: (node, checker) => {
    const { expression, caseBlock } = node as ts.SwitchStatement;
    if (caseBlock.clauses.some(ts.isDefaultClause)) return false;
    const type = checker.getTypeAtLocation(expression);
    const literal = TypeFlags.Literal | TypeFlags.Undefined | TypeFlags.Null | TypeFlags.UniqueESSymbol;
    return partsOf(type).some((part) => (part.flags & literal) !== 0 || isOpen(part) || part.isIntersection());
  },
};

/** An accessor that has a counterpart of the same name beside it. */
export const accessorPair: Suspect = {
  kinds: [SyntaxKind.SetAccessor],
  test: (node) => {
    const { parent, name } = node as ts.SetAccessorDeclaration;
    const members: readonly ts.Node[] = ts.isObjectLiteralExpression(parent) ? parent.properties : parent.members;
    return members.some((member) => ts.isGetAccessor(member) && member.name.getText() === name.getText());
  },
};

/** A class and an interface of one name. */
export const mergedDeclaration: Suspect = {
  kinds: [SyntaxKind.ClassDeclaration],
  test: (node) => {
    const { name, parent } = node as ts.ClassDeclaration;
    const statements = ts.isSourceFile(parent) || ts.isModuleBlock(parent) ? parent.statements : [];
    return statements.some((other) => ts.isInterfaceDeclaration(other) && other.name.text === name?.text);
  },
};

/** A member called `constructor` or `new` where it does not make what it says. */
export const misnamedConstructor: Suspect = {
  kinds: [SyntaxKind.ConstructSignature, SyntaxKind.MethodSignature, SyntaxKind.MethodDeclaration],
  test: (node) => {
    const { name } = node as ts.ConstructSignatureDeclaration | ts.MethodSignature | ts.MethodDeclaration;
    return name === undefined || /^\W*(constructor|new)\W*$/.test(name.getText());
  },
};

/** `a?.b!`. */
export const assertedChain: Suspect = {
  kinds: [SyntaxKind.NonNullExpression],
  test: (node) => node.getText().includes('?.'),
};

export const enumeration: Suspect = { kinds: [SyntaxKind.EnumDeclaration], test: () => true };

/** `for (… in …)`. */
export const loopOverKeys: Suspect = { kinds: [SyntaxKind.ForInStatement], test: () => true };

/** A rejection with something that is not made as an error on the spot. */
export const bareRejection: Suspect = {
  kinds: [SyntaxKind.CallExpression, SyntaxKind.NewExpression],
  test: (node, checker) => {
    if (ts.isNewExpression(node)) return rejectsBare(node, checker);
    const { expression } = node as ts.CallExpression;
    return !ts.isIdentifier(expression) && isBare(node as ts.CallExpression, 'reject', checker);
  },
};

/** Whether the executor of `new Promise((resolve, reject) => …)` rejects so. */
function rejectsBare({ expression, arguments: given }: ts.NewExpression, checker: ts.TypeChecker): boolean {
  const executor = given?.[0];
  if (!executor || !isFunctionNode(executor) || lastName(expression) !== 'Promise') return false;
  const name = executor.parameters[1]?.name;
  if (!name || !ts.isIdentifier(name)) return false;
  return containsBelow(executor, (inner) => ts.isCallExpression(inner) && isBare(inner, name.text, checker));
}

function isBare(call: ts.CallExpression, name: string, checker: ts.TypeChecker): boolean {
  if (lastName(call.expression) !== name) return false;
  const [reason] = call.arguments;
  if (!reason) return true;
  if (ts.isNewExpression(reason) && lastName(reason.expression).endsWith('Error')) return false;
  return (checker.getTypeAtLocation(reason).flags & (TypeFlags.Any | TypeFlags.Unknown)) === 0;
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function isOpen({ flags }: ts.Type): boolean {
  return (flags & (TypeFlags.Instantiable | TypeFlags.Intersection)) !== 0;
}
