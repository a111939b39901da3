import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { commentsAround } from '../syntax/comments.ts';
import { enclosingLoop } from '../syntax/loops.ts';
import { calleeText, lastName, unwrap } from '../syntax/names.ts';
import { walkBelow } from '../syntax/walk.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { dependsOnFormerTurn, type CountedLoop } from './loop-dependence.ts';
import { mentionsAny } from '../syntax/mentions.ts';
import { loopNames, namesDerivedFrom } from './loop-names.ts';
import { isOrderedWork } from './ordered-work.ts';

export const rule = defineRule({
  id: 'performance/await-in-loop',
  weakness: 'sequential-await',
  cwe: [1050],
  docs: {
    title: { en: 'Sequential awaits in a loop', fr: 'Attentes successives dans une boucle' },
    why: {
      en: 'Each turn waits for the one before it although it does not need it, so latency grows with the list. Start the work for all items and wait once (`Promise.all`), in groups where there are many.',
      fr: 'Chaque tour attend le précédent sans en avoir besoin : la latence croît avec la liste. Lancez le travail pour tous les éléments et attendez une seule fois (`Promise.all`), par groupes s’il y en a beaucoup.',
    },
    forLeads: {
      en: 'This gets slower with every item that a customer adds.',
      fr: 'Cette fonction ralentit à chaque élément ajouté par un client.',
    },
    bad: `export async function loadOrders(ids) {
  const orders = [];
  for (const id of ids) {
    orders.push(await loadOrder(id));
  }
  return orders;
}`,
    good: `export async function loadOrders(ids) {
  return Promise.all(ids.map((id) => loadOrder(id)));
}`,
    exampleFile: 'src/orders.ts',
  },
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default(['sleep', 'delay', 'wait', 'setTimeout', 'pause'])
      .describe('Callees that wait on purpose: a loop that awaits one of them keeps its pace.'),
  }),
  message: {
    en: ({ callee }: { callee: string }) => `\`${callee}\` is awaited once per turn of this loop`,
    fr: ({ callee }) => `\`${callee}\` est attendu à chaque tour de cette boucle`,
  },
  detect: ({ file, options, report }) => {
    if (file.role !== 'production' || isInBackground(file.path)) return {};
    const judged = new Set<ts.Node>();
    return {
      AwaitExpression(node) {
        const loop = enclosingLoop(node);
        if (!loop || judged.has(loop)) return;
        judged.add(loop);
        const call = independentCall(loop, options.ignore, file.text);
        if (call) report(call.parent, { callee: calleeText(call.expression) });
      },
    };
  },
});

/** Where nobody waits for the result: data migrations, jobs, scripts. */
function isInBackground(path: string): boolean {
  return /(^|\/)(migrations?|upgrades?|seed(s|ers?)?|tasks|jobs|queues?|workers?|crons?|schedulers?|scripts?|bin|cli)\//i.test(
    path,
  );
}

type AwaitedCall = ts.CallExpression & { readonly parent: ts.AwaitExpression };

/** The first awaited call of a loop whose turns could run side by side. */
function independentCall(
  loop: ts.IterationStatement,
  ignore: readonly string[],
  text: string,
): AwaitedCall | undefined {
  if (!isOverKnownItems(loop) || commentsAround(loop, text).some(wantsOrder)) return undefined;
  if (isAllowedByLinter(loop, text)) return undefined;
  const awaits = awaitsIn(loop.statement);
  const calls = awaits.map((node) => unwrap(node.expression)).filter(isAwaitedCall);
  if (calls.length === 0 || calls.length < awaits.length) return undefined;
  if (calls.some((call) => ignore.includes(lastName(call.expression)) || isOrderedWork(call, loop))) return undefined;
  if (dependsOnFormerTurn(loop)) return undefined;
  const names = namesDerivedFrom(loopNames(loop), loop.statement);
  return calls.find((call) => mentionsAny(call, names));
}

/** `for … of` and `for … in`, or counting up to a length: `while` loops mostly wait for something to happen. */
function isOverKnownItems(loop: ts.IterationStatement): loop is CountedLoop {
  if (ts.isForOfStatement(loop)) return loop.awaitModifier === undefined;
  if (ts.isForInStatement(loop)) return true;
  return ts.isForStatement(loop) && loop.condition !== undefined && /\.(length|size)\b/.test(loop.condition.getText());
}

/** The same decision, already taken for another tool: in the loop, or for the rest of the file. */
function isAllowedByLinter(loop: ts.Node, text: string): boolean {
  return (
    /no-await-in-loop|eslint-disable-(next-)?line\s*(\*\/|$)/m.test(text.slice(loop.pos, loop.end)) ||
    text.slice(0, loop.end).includes('eslint-disable no-await-in-loop')
  );
}

function wantsOrder(comment: string): boolean {
  return /sequen|serial|in order|one by one|one at a time|one after|rate.?limit|throttl|concurren|parallel|in turn/i.test(
    comment,
  );
}

function awaitsIn(body: ts.Node): readonly ts.AwaitExpression[] {
  const awaits: ts.AwaitExpression[] = [];
  walkBelow(body, (node) => {
    if (isFunctionNode(node)) return 'skip';
    if (ts.isAwaitExpression(node)) awaits.push(node);
    return undefined;
  });
  return awaits;
}

function isAwaitedCall(node: ts.Expression): node is AwaitedCall {
  return ts.isCallExpression(node) && ts.isAwaitExpression(node.parent);
}
