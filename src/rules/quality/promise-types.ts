import ts from 'typescript';

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
  const signatures = checker.getNonNullableType(checker.getTypeAtLocation(call.expression)).getCallSignatures();
  return signatures.some((signature) => {
    const type = checker.getReturnTypeOfSignature(signature);
    const isOpen = (type.flags & ts.TypeFlags.Instantiable) !== 0;
    return isOpen || isPromise(type, checker) || checker.isArrayType(type) || hasAsyncCallback(call);
  });
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
