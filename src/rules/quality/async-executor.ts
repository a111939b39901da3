import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { functionHead, isFunctionNode } from '../syntax/functions.ts';
import { containsBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/async-executor',
  weakness: 'promise-misuse',
  precision: 0.9,
  docs: {
    title: { en: 'Async work where nobody waits for it', fr: 'Travail asynchrone que personne n’attend' },
    why: {
      en: '`forEach` and the executor of `new Promise` ignore the promise that an async function gives: the code behind goes on at once and an error becomes an unhandled rejection. Use `for…of` with `await`, or `Promise.all` over `map`.',
      fr: '`forEach` et l’exécuteur de `new Promise` ignorent la promesse que rend une fonction asynchrone : la suite s’exécute aussitôt et une erreur devient un rejet non traité. Employez `for…of` avec `await`, ou `Promise.all` sur `map`.',
    },
    forLeads: {
      en: 'The program reports that work is done while it still runs, and failures go unnoticed or stop the server.',
      fr: 'Le programme annonce un travail terminé alors qu’il continue, et les échecs passent inaperçus ou arrêtent le serveur.',
    },
    bad: `export async function saveAll(orders) {
  orders.forEach(async (order) => {
    await order.save();
  });
}`,
    good: `export async function saveAll(orders) {
  for (const order of orders) {
    await order.save();
  }
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ caller }: { caller: string }) =>
      caller === 'Promise'
        ? 'An error in this async executor is lost, and the promise never settles'
        : `\`${caller}\` does not wait for this async callback`,
    fr: ({ caller }) =>
      caller === 'Promise'
        ? 'Une erreur dans cet exécuteur asynchrone est perdue, et la promesse ne se termine jamais'
        : `\`${caller}\` n’attend pas cette fonction de rappel asynchrone`,
  },
  detect: ({ file, report }) => ({
    CallExpression(node) {
      const [callback] = node.arguments;
      if (!callback || !ts.isPropertyAccessExpression(node.expression) || !isAsync(callback)) return;
      const method = node.expression.name.text;
      if (!ignoring.has(method) || !mayFail(callback) || file.role === 'test') return;
      report(functionHead(callback), { caller: method });
    },
    NewExpression(node) {
      const executor = node.arguments?.[0];
      if (!executor || !ts.isIdentifier(node.expression) || node.expression.text !== 'Promise') return;
      if (isAsync(executor) && mayFail(executor)) report(functionHead(executor), { caller: 'Promise' });
    },
  }),
});

/** Methods that look at no result, or take the promise for a true value. */
const ignoring: ReadonlySet<string> = new Set(['forEach', 'filter', 'some', 'every', 'find', 'findIndex']);

type Callback = ts.ArrowFunction | ts.FunctionExpression;

function isAsync(node: ts.Expression): node is Callback {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false;
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
}

/** Whether something is awaited outside a `try` that handles it. */
function mayFail(node: Callback): boolean {
  const isOpenAwait = (child: ts.Node): boolean => ts.isAwaitExpression(child);
  const isGuarded = (child: ts.Node): boolean =>
    isFunctionNode(child) || (ts.isTryStatement(child) && child.catchClause !== undefined);
  return containsBelow(node.body, isOpenAwait, isGuarded) || ts.isAwaitExpression(node.body);
}
