import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { calleeText, lastName, stringValue, unwrap } from '../syntax/names.ts';
import { requestHandlersOf } from '../syntax/request-handlers.ts';
import { findAncestor } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'performance/unbounded-query',
  weakness: 'unbounded-work',
  cwe: [770, 1049],
  docs: {
    title: { en: 'Whole table read for one request', fr: 'Table entière lue pour une requête' },
    why: {
      en: 'The query has neither a condition nor a limit, so each request reads the whole table into memory and sends it. It is quick with a hundred rows and takes the server down with a million. Page it: `take`, `limit`, a cursor.',
      fr: 'La requête n’a ni condition ni limite : chaque appel charge toute la table en mémoire et l’envoie. C’est rapide avec cent lignes et cela arrête le serveur avec un million. Paginez : `take`, `limit`, un curseur.',
    },
    forLeads: {
      en: 'The more customers and orders there are, the slower this page gets, until it stops the service for everyone.',
      fr: 'Plus il y a de clients et de commandes, plus cette page ralentit, jusqu’à bloquer le service pour tous.',
    },
    bad: `import express from 'express';
const app = express();
app.get('/orders', async (req, res) => {
  res.json(await prisma.order.findMany());
});`,
    good: `import express from 'express';
const app = express();
app.get('/orders', async (req, res) => {
  res.json(await prisma.order.findMany({ take: 50, cursor: { id: req.query.after } }));
});`,
    exampleFile: 'src/orders.js',
  },
  options: z.strictObject({
    smallTables: z
      .array(z.string())
      .default([
        'country',
        'countries',
        'currency',
        'currencies',
        'language',
        'languages',
        'role',
        'roles',
        'setting',
        'settings',
        'permission',
        'permissions',
      ])
      .describe('Tables that stay small, in any case of letters.'),
  }),
  message: {
    en: ({ query }: { query: string }) => `\`${query}\` reads the whole table at each request`,
    fr: ({ query }) => `\`${query}\` lit toute la table à chaque requête`,
  },
  detect: ({ file, options, report }) => {
    if (file.role === 'test') return {};
    let handlers: ReturnType<typeof requestHandlersOf> | undefined;
    const small = new Set(options.smallTables.map((name) => name.toLowerCase()));
    return {
      CallExpression(node) {
        if (!readsAll(node) || isLimited(node) || small.has(tableOf(node).toLowerCase())) return;
        const isHandler = (handlers ??= requestHandlersOf(file));
        if (!findAncestor(node, (outer) => isFunctionNode(outer) && isHandler(outer))) return;
        report(node.expression, { query: calleeText(node.expression) });
      },
    };
  },
});

/** `findMany()`, `findAll({ order })`, `Order.find({})`, `query('SELECT … FROM orders')`. */
function readsAll(node: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(node.expression)) return false;
  const method = node.expression.name.text;
  const [first] = node.arguments;
  if (method === 'findMany' || method === 'findAll')
    return !first || hasNone(first, /^(where|take|limit|first|last|cursor|filters?|skip|offset|distinct)$/);
  if (method === 'find')
    return (
      /^[A-Z]\w*$/.test(lastName(node.expression.expression)) &&
      (!first || (isEmptyObject(first) && node.arguments.length < 3))
    );
  if (!/^(query|execute)$/.test(method)) return false;
  const text = stringValue(first) ?? '';
  return /^\s*select\s+(?!count|sum|max|min|avg|1\b)[\w.*,\s"`]+\s+from\s+["`]?[\w.]+["`]?\s*(order\s+by\s+[\w.,\s]+)?;?\s*$/i.test(
    text,
  );
}

function hasNone(node: ts.Expression, names: RegExp): boolean {
  const value = unwrap(node);
  if (!ts.isObjectLiteralExpression(value)) return false;
  return value.properties.every(
    (property) =>
      property.name !== undefined &&
      !names.test(property.name.getText()) &&
      !ts.isShorthandPropertyAssignment(property),
  );
}

function isEmptyObject(node: ts.Expression): boolean {
  return ts.isObjectLiteralExpression(node) && node.properties.length === 0;
}

/** `.limit(50)` and its like, further along the chain; a count or a stream reads no rows at once. */
function isLimited(node: ts.CallExpression): boolean {
  let current: ts.Node = node;
  while (ts.isPropertyAccessExpression(current.parent) && ts.isCallExpression(current.parent.parent)) {
    if (
      /^(limit|take|cursor|stream|count|countDocuments|where|equals|paginate|skip|distinct|explain|then)$/.test(
        current.parent.name.text,
      )
    )
      return true;
    current = current.parent.parent;
  }
  return false;
}

/** The name of the table or model: `order` of `prisma.order.findMany()`. */
function tableOf(node: ts.CallExpression): string {
  const text = stringValue(node.arguments[0]);
  const named = /from\s+["`]?(?:\w+\.)?(\w+)/i.exec(text ?? '')?.[1];
  if (named !== undefined) return named;
  return ts.isPropertyAccessExpression(node.expression)
    ? lastName(node.expression.expression).replace(/(Repository|Model|Repo)$/i, '')
    : '';
}
