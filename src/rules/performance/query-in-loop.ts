import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { enclosingFunction, isFunctionNode, type FunctionNode } from '../syntax/functions.ts';
import { enclosingLoop } from '../syntax/loops.ts';
import { mentionsAny } from '../syntax/mentions.ts';
import { boundNames, calleeText, lastName } from '../syntax/names.ts';
import { isDatabaseQuery } from '../syntax/query-calls.ts';
import { parentOf, walkBelow } from '../syntax/walk.ts';
import { loopNames, namesDerivedFrom } from './loop-names.ts';

export const rule = defineRule({
  id: 'performance/query-in-loop',
  weakness: 'n-plus-one-query',
  cwe: [1073],
  docs: {
    title: { en: 'A database query for each item', fr: 'Une requête de base de données par élément' },
    why: {
      en: 'The list costs one query, and each of its items one more: a hundred items are a hundred round trips. Ask for all of them at once (`IN`, a join, `include`, a data loader) and pick from the answer.',
      fr: 'La liste coûte une requête, et chacun de ses éléments une de plus : cent éléments font cent allers-retours. Demandez-les tous à la fois (`IN`, une jointure, `include`, un data loader) et choisissez dans la réponse.',
    },
    forLeads: {
      en: 'This page asks the database once for every line that it shows: it slows down as the business grows, and loads the database for everyone else.',
      fr: 'Cette page interroge la base une fois par ligne affichée : elle ralentit à mesure que l’activité croît, et charge la base pour tous les autres.',
    },
    bad: `export async function withCustomers(orders, customers) {
  const result = [];
  for (const order of orders) {
    result.push({ ...order, customer: await customers.findOne({ where: { id: order.customerId } }) });
  }
  return result;
}`,
    good: `export async function withCustomers(orders, customers) {
  const ids = orders.map((order) => order.customerId);
  const found = await customers.findMany({ where: { id: { in: ids } } });
  const byId = new Map(found.map((customer) => [customer.id, customer]));
  return orders.map((order) => ({ ...order, customer: byId.get(order.customerId) }));
}`,
    exampleFile: 'src/orders.ts',
  },
  options: z.strictObject({}),
  message: {
    en: ({ query, via }: { query: string; via: string }) =>
      via === ''
        ? `\`${query}\` asks the database once per item`
        : `\`${via}\` asks the database once per item, by \`${query}\``,
    fr: ({ query, via }) =>
      via === ''
        ? `\`${query}\` interroge la base une fois par élément`
        : `\`${via}\` interroge la base une fois par élément, par \`${query}\``,
  },
  detect: ({ file, report }) => {
    if (file.role !== 'production' || /(^|\/)(migrations?|seed(s|ers?)?|scripts?)\//i.test(file.path)) return {};
    const queriesOf = localQueries(file.sourceFile);
    return {
      CallExpression(node) {
        const query = isDatabaseQuery(node) ? node : queriesOf().get(calledName(node));
        if (!query) return;
        const names = itemNames(node);
        if (!names || !node.arguments.some((argument) => mentionsAny(argument, names))) return;
        const via = query === node ? '' : calleeText(node.expression);
        report(node.expression, { query: calleeText(query.expression), via });
      },
    };
  },
});

/** Names that stand for the item where the call runs once per item; undefined elsewhere. */
function itemNames(node: ts.CallExpression): ReadonlySet<string> | undefined {
  const loop = enclosingLoop(node);
  if (loop && (ts.isForOfStatement(loop) || ts.isForInStatement(loop) || isCounting(loop)))
    return namesDerivedFrom(loopNames(loop), loop.statement);
  const callback = enclosingFunction(node);
  if (!callback || !isPerItem(callback)) return undefined;
  const names = callback.parameters.flatMap(({ name }) => boundNames(name));
  return callback.body ? namesDerivedFrom(new Set(names), callback.body) : new Set(names);
}

function isCounting(loop: ts.IterationStatement): boolean {
  return ts.isForStatement(loop) && loop.condition !== undefined && /\.(length|size)\b/.test(loop.condition.getText());
}

/** The callback of `map`, `forEach` and their like. */
function isPerItem(callback: FunctionNode): boolean {
  const call = parentOf(callback);
  return (
    call !== undefined &&
    ts.isCallExpression(call) &&
    call.arguments[0] === callback &&
    ts.isPropertyAccessExpression(call.expression) &&
    /^(map|forEach|flatMap|filter|some|every|reduce)$/.test(lastName(call.expression))
  );
}

/** Functions of the file that query at once, by name, so that a loop over calls of them is seen too. */
function localQueries(sourceFile: ts.SourceFile): () => ReadonlyMap<string, ts.CallExpression> {
  let queries: Map<string, ts.CallExpression> | undefined;
  return () => {
    if (queries) return queries;
    queries = new Map();
    addQueries(sourceFile, queries);
    return queries;
  };
}

function addQueries(sourceFile: ts.SourceFile, queries: Map<string, ts.CallExpression>): void {
  walkBelow(sourceFile, (node) => {
    if (!isFunctionNode(node) || !node.body) return undefined;
    const name = nameOf(node);
    const query = name === '' ? undefined : ownQuery(node.body);
    if (query) queries.set(name, query);
    return undefined;
  });
}

function ownQuery(body: ts.Node): ts.CallExpression | undefined {
  let found: ts.CallExpression | undefined;
  walkBelow(body, (node) => {
    if (isFunctionNode(node)) return 'skip';
    if (!found && ts.isCallExpression(node) && isDatabaseQuery(node) && !enclosingLoop(node)) found = node;
    return undefined;
  });
  return found;
}

function nameOf(node: FunctionNode): string {
  if (ts.isFunctionDeclaration(node)) return node.name?.text ?? '';
  if (ts.isMethodDeclaration(node) && ts.isClassLike(node.parent)) return `this.${node.name.getText()}`;
  const holder = parentOf(node);
  return holder && ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) ? holder.name.text : '';
}

function calledName({ expression }: ts.CallExpression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  const isOwn = ts.isPropertyAccessExpression(expression) && expression.expression.kind === ts.SyntaxKind.ThisKeyword;
  return isOwn ? `this.${expression.name.text}` : '';
}
