import ts from 'typescript';
import { unwrap } from '../syntax/names.ts';

/**
 * Whether a value of this type is certainly a promise, `undefined` and `null` aside. Thenables count when they can
 * also be asked to `catch`: those without (a web framework's reply) are awaited for convenience only.
 */
export function isPromise(type: ts.Type, checker: ts.TypeChecker): boolean {
  const parts = (type.isUnion() ? type.types : [type]).filter(
    (part) => (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0,
  );
  return parts.length > 0 && parts.every((part) => isPromiseLike(part, checker));
}

/** Whether a value of this type is an array whose elements are promises. */
export function isArrayOfPromises(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (!checker.isArrayType(type) && !checker.isTupleType(type)) return false;
  const elements = checker.getTypeArguments(type as ts.TypeReference);
  return elements.length > 0 && elements.every((element) => isPromise(element, checker));
}

/**
 * Whether a call can give promises at all, judged by what its signatures declare: this spares the checker the choice
 * of an overload and the inference of its type arguments for the many calls that cannot.
 */
export function mayReturnPromises(call: ts.CallExpression | ts.NewExpression, checker: ts.TypeChecker): boolean {
  if (ts.isNewExpression(call)) return true;
  return calleeTypes(call, checker)
    .flatMap((type) => signaturesOf(type, checker))
    .some((signature) => {
      const type = checker.getReturnTypeOfSignature(signature);
      return isOpen(type) || isPromise(type, checker) || checker.isArrayType(type) || hasAsyncCallback(call);
    });
}

/** The types that what is called has by its declaration, or the one that it has here where these leave it open. */
export function calleeTypes({ expression }: ts.CallExpression, checker: ts.TypeChecker): readonly ts.Type[] {
  return declaredTypes(expression, checker) ?? [checker.getTypeAtLocation(expression)];
}

/** The call signatures of a type; null and undefined aside. */
export function signaturesOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Signature[] {
  return checker.getNonNullableType(type).getCallSignatures();
}

/** Overloads that are followed at once, at most: `app.get` of a web framework has twenty. */
const mostTypes = 32;

/**
 * The types that a chain of calls may have by what the signatures along it declare, whatever their arguments are;
 * undefined where that depends on the arguments.
 */
function declaredTypes(node: ts.Expression, checker: ts.TypeChecker): readonly ts.Type[] | undefined {
  const inner = unwrap(node);
  if (ts.isCallExpression(inner)) {
    const callees = declaredTypes(inner.expression, checker);
    return callees && distinct(callees.flatMap((callee) => resultsOf(callee, checker)));
  }
  if (!ts.isPropertyAccessExpression(inner)) return [checker.getTypeAtLocation(inner)];
  const owners = declaredTypes(inner.expression, checker);
  return owners && distinct(owners.map((owner) => memberOf(owner, inner, checker)));
}

function resultsOf(callee: ts.Type, checker: ts.TypeChecker): readonly (ts.Type | undefined)[] {
  if (isAny(callee)) return [callee];
  const signatures = signaturesOf(callee, checker);
  return signatures.length === 0 ? [undefined] : signatures.map((one) => checker.getReturnTypeOfSignature(one));
}

function memberOf(owner: ts.Type, { name }: ts.PropertyAccessExpression, checker: ts.TypeChecker): ts.Type | undefined {
  if (isAny(owner)) return owner;
  const property = checker.getPropertyOfType(checker.getNonNullableType(owner), name.text);
  return property && checker.getTypeOfSymbol(property);
}

function distinct(types: readonly (ts.Type | undefined)[]): readonly ts.Type[] | undefined {
  const found = new Set<ts.Type>();
  for (const type of types) {
    if (!type || isOpen(type)) return undefined;
    found.add(type);
  }
  return found.size > mostTypes ? undefined : [...found];
}

function isAny({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Any) !== 0;
}

/** Whether a type depends on type arguments. */
function isOpen({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Instantiable) !== 0;
}

function hasAsyncCallback(call: ts.CallExpression): boolean {
  const [callback] = call.arguments;
  return (
    callback !== undefined &&
    ts.canHaveModifiers(callback) &&
    (ts.getModifiers(callback)?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  );
}

/** Names of types that have `then` and `catch` and never reject on their own. */
const harmlessThenables = /^(jqXHR|JQuery|Chainable|Cypress)/;

function isPromiseLike(type: ts.Type, checker: ts.TypeChecker): boolean {
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return false;
  const name = (type.aliasSymbol ?? type.getSymbol())?.name ?? '';
  if (name === 'Promise') return true;
  if (harmlessThenables.test(name)) return false;
  return isMethod(type.getProperty('then'), checker) && isMethod(type.getProperty('catch'), checker);
}

function isMethod(property: ts.Symbol | undefined, checker: ts.TypeChecker): boolean {
  return property !== undefined && checker.getTypeOfSymbol(property).getCallSignatures().length > 0;
}
