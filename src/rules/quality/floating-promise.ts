import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { commentsAround } from '../syntax/comments.ts';
import { enclosingFunction, functionHead, isFunctionNode } from '../syntax/functions.ts';
import { calleeText, lastName, nameParts, unwrap } from '../syntax/names.ts';
import { testCall } from '../syntax/test-calls.ts';
import { containsBelow, findAncestor } from '../syntax/walk.ts';
import { handlesItsErrors } from './handled-errors.ts';
import { isArrayOfPromises, isPromise, mayReturnPromises } from './promise-types.ts';

interface Data {
  readonly [key: string]: string;
  readonly callee: string;
  readonly kind: 'promise' | 'promises' | 'callback';
}

export const rule = defineRule({
  id: 'quality/floating-promise',
  weakness: 'promise-misuse',
  needs: 'types',
  precision: 0.85,
  docs: {
    title: { en: 'Promise nobody waits for', fr: 'Promesse que personne n’attend' },
    why: {
      en: 'The work goes on behind the back of this function: what follows may run before it is done, and a rejection reaches no handler — in Node it ends the process. `await` it, return it, give it a `.catch`, or mark it with `void` where waiting is really not wanted.',
      fr: 'Le travail se poursuit dans le dos de cette fonction : la suite peut s’exécuter avant qu’il soit terminé, et un rejet n’atteint aucun gestionnaire — dans Node, il arrête le processus. Ajoutez `await`, renvoyez la promesse, donnez-lui un `.catch`, ou marquez-la par `void` si l’on ne veut vraiment pas attendre.',
    },
    forLeads: {
      en: 'The program does not check that this step succeeded. Now and then it fails unnoticed, or takes the whole server down.',
      fr: 'Le programme ne vérifie pas que cette étape a réussi. De temps à autre, elle échoue sans que personne le voie, ou fait tomber tout le serveur.',
    },
    bad: `async function sendReceipt(order: { id: string }): Promise<void> {
  await fetch('/receipts/' + order.id, { method: 'POST' });
}

export function completeOrder(order: { id: string }): string {
  sendReceipt(order);
  return 'done';
}`,
    good: `async function sendReceipt(order: { id: string }): Promise<void> {
  await fetch('/receipts/' + order.id, { method: 'POST' });
}

export async function completeOrder(order: { id: string }): Promise<string> {
  await sendReceipt(order);
  return 'done';
}`,
  },
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default(
        (
          'dispatch navigate navigateTo router.push router.replace mutate refetch invalidateQueries refetchQueries ' +
          'prefetchQuery prefetch allSettled'
        ).split(' '),
      )
      .describe('Callees whose promise need not be waited for: the last name, or the whole dotted name.'),
  }),
  message: {
    en: ({ callee, kind }: Data) => {
      if (kind === 'callback') return `\`${callee}\` does not wait for its async callback, whose rejections get lost`;
      if (kind === 'promises') return `Nobody waits for the promises that \`${callee}\` makes`;
      return `Nobody waits for the promise of \`${callee}\` or handles its rejection`;
    },
    fr: ({ callee, kind }) => {
      if (kind === 'callback') return `\`${callee}\` n’attend pas sa fonction asynchrone, dont les rejets se perdent`;
      if (kind === 'promises') return `Personne n’attend les promesses que crée \`${callee}\``;
      return `Personne n’attend la promesse de \`${callee}\` ni ne traite son rejet`;
    },
  },
  detect: ({ file, options, checker, report }) => ({
    ExpressionStatement(node) {
      // At module level a rejection ends the process with its stack, which is what a start script wants.
      if (!enclosingFunction(node) || commentsAround(node, file.text).some(isKnownToFloat)) return;
      for (const call of discardedCalls(node.expression)) {
        if (isExempt(call, options.ignore) || (file.role === 'test' && !isAssertion(call))) continue;
        const kind = floatingKind(call, checker);
        if (kind) report(headOf(call), { callee: calleeName(call), kind });
      }
    },
  }),
});

/** The decision, explained to the reader or already taken for another tool. */
function isKnownToFloat(comment: string): boolean {
  return /no-floating-promises|background|fire.and.forget|(not|n['’]t|no need to) (wait|await)/i.test(comment);
}

type Call = ts.CallExpression | ts.NewExpression;

/** Calls whose result a statement throws away: `save()`, and both sides of `isNew ? create() : update()`. */
function discardedCalls(node: ts.Expression): readonly Call[] {
  const expression = unwrap(node);
  if (ts.isCallExpression(expression) || ts.isNewExpression(expression)) return [expression];
  if (ts.isConditionalExpression(expression)) {
    return [...discardedCalls(expression.whenTrue), ...discardedCalls(expression.whenFalse)];
  }
  if (!ts.isBinaryExpression(expression)) return [];
  switch (expression.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return discardedCalls(expression.right);
    case ts.SyntaxKind.CommaToken:
      return [...discardedCalls(expression.left), ...discardedCalls(expression.right)];
    default:
      return [];
  }
}

/** In a test only a lost check hurts: other work left running is mostly the situation that is being tested. */
function isAssertion(call: Call): boolean {
  const isCheck = (node: ts.Node): boolean =>
    ts.isIdentifier(node) &&
    (node.text === 'expect' || node.text === 'assert') &&
    !ts.isPropertyAssignment(node.parent);
  return containsBelow(call, isCheck);
}

function headOf(call: Call): ts.Node {
  const callee = unwrap(call.expression);
  return isFunctionNode(callee) ? functionHead(callee) : call.expression;
}

function calleeName(call: Call): string {
  return isFunctionNode(unwrap(call.expression)) ? '(async () => …)()' : calleeText(call.expression);
}

function isExempt(call: Call, ignore: readonly string[]): boolean {
  const parts = nameParts(call.expression);
  if (parts[0] === 'Object' || isMicrotask(call) || sendsBody(call) || hasNodeCallback(call)) return true;
  if (ignore.includes(parts.join('.')) || ignore.includes(parts.at(-1) ?? '')) return true;
  return testCall(call.expression) !== undefined;
}

/** `save(order, (error, saved) => …)`: functions that offer both ways answer through the callback they were given. */
function hasNodeCallback(call: Call): boolean {
  const last = call.arguments?.at(-1);
  if (!last) return false;
  if (ts.isIdentifier(last)) return /^(next|done|callback|cb)$/.test(last.text);
  const first = isFunctionNode(last) ? last.parameters[0]?.name : undefined;
  return first !== undefined && ts.isIdentifier(first) && /^_?err(or)?$/.test(first.text) && !isChained(call);
}

function isChained(call: Call): boolean {
  return /^(then|catch|finally)$/.test(lastName(call.expression));
}

/** `res.json(order)` sends; the `json()` of the web's own `Response`, for which it can be mistaken, takes nothing. */
function sendsBody(call: Call): boolean {
  return /^(json|text|blob)$/.test(lastName(call.expression)) && (call.arguments?.length ?? 0) > 0;
}

/** `Promise.resolve().then(work)` says "right after this", as `queueMicrotask` does. */
function isMicrotask(call: Call): boolean {
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'then') return false;
  const receiver = unwrap(call.expression.expression);
  return (
    ts.isCallExpression(receiver) &&
    nameParts(receiver.expression).join('.') === 'Promise.resolve' &&
    receiver.arguments.length === 0
  );
}

function floatingKind(call: Call, checker: ts.TypeChecker): Data['kind'] | undefined {
  if (isRejectionHandled(call) || isOwnedByOthers(call, checker) || !mayReturnPromises(call, checker)) return undefined;
  const type = checker.getTypeAtLocation(call);
  if (isPromise(type, checker)) return handlesItsErrors(call, checker) ? undefined : 'promise';
  const callback = asyncCallback(call);
  if (!callback || handlesItsErrors(callback, checker)) return undefined;
  if (isArrayOfPromises(type, checker)) return 'promises';
  return lastName(call.expression) === 'forEach' && hasIterable(call, checker) ? 'callback' : undefined;
}

/** `.catch(handler)`, `.then(done, failed)`, or a `.finally(…)` behind one of them. */
function isRejectionHandled(call: Call): boolean {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee)) return false;
  const count = call.arguments?.length ?? 0;
  if (callee.name.text === 'catch') return count > 0;
  if (callee.name.text === 'then') return count > 1;
  const receiver = unwrap(callee.expression);
  return callee.name.text === 'finally' && ts.isCallExpression(receiver) && isRejectionHandled(receiver);
}

/**
 * Promises that somebody else answers for: `.then` and `.finally` on a parameter, and the web's streams, whose errors
 * come back through the other end.
 */
function isOwnedByOthers(call: Call, checker: ts.TypeChecker): boolean {
  if (!ts.isPropertyAccessExpression(call.expression)) return false;
  const receiver = unwrap(call.expression.expression);
  if (/^(then|finally)$/.test(call.expression.name.text) && ts.isIdentifier(receiver)) {
    const declaration = checker.getSymbolAtLocation(receiver)?.valueDeclaration;
    return declaration !== undefined && (ts.isParameter(declaration) || cannotReject(declaration));
  }
  if (!/^(cancel|close|abort|write)$/.test(call.expression.name.text)) return false;
  return /^(Readable|Writable)Stream/.test(checker.getTypeAtLocation(receiver).getSymbol()?.name ?? '');
}

/** `const done = new Promise((resolve) => …)`: without a `reject` there is nothing to handle. */
function cannotReject(declaration: ts.Declaration): boolean {
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return ts.isCatchClause(declaration.parent);
  const made = unwrap(declaration.initializer);
  const executor = ts.isNewExpression(made) ? made.arguments?.[0] : undefined;
  return executor !== undefined && isFunctionNode(executor) && executor.parameters.length === 1;
}

function asyncCallback(call: Call): ts.ArrowFunction | ts.FunctionExpression | undefined {
  const [callback] = call.arguments ?? [];
  if (!callback || !(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) return undefined;
  return callback.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ? callback : undefined;
}

function hasIterable(call: Call, checker: ts.TypeChecker): boolean {
  if (!ts.isPropertyAccessExpression(call.expression)) return false;
  const isInTest = findAncestor(call, (node) => ts.isCallExpression(node) && testCall(node.expression) !== undefined);
  const type = checker.getTypeAtLocation(call.expression.expression);
  const name = type.getSymbol()?.name ?? '';
  return !isInTest && (checker.isArrayLikeType(type) || ['Set', 'ReadonlySet', 'Map', 'ReadonlyMap'].includes(name));
}
