import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { namesDerivedFrom } from '../performance/loop-names.ts';
import { isFunctionNode, type FunctionNode } from '../syntax/functions.ts';
import { mentionsAny } from '../syntax/mentions.ts';
import { boundNames } from '../syntax/names.ts';
import { requestHandlersOf } from '../syntax/request-handlers.ts';
import { findAncestor } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/shared-request-state',
  weakness: 'likely-bug',
  cwe: [362, 488],
  docs: {
    title: { en: 'Data of one request kept for all', fr: 'Données d’une requête gardées pour toutes' },
    why: {
      en: 'A variable of the module lives as long as the server and is one for all requests. While this handler waits, another request writes its own data there: people get each other’s. Keep it in the handler, on the request, or in an `AsyncLocalStorage`.',
      fr: 'Une variable du module vit aussi longtemps que le serveur et sert à toutes les requêtes. Pendant que ce gestionnaire attend, une autre requête y écrit ses données : chacun reçoit celles d’un autre. Gardez-la dans le gestionnaire, sur la requête, ou dans un `AsyncLocalStorage`.',
    },
    forLeads: {
      en: 'Under load, customers can see or change data of others: it never happens in tests.',
      fr: 'Sous charge, des clients peuvent voir ou modifier les données d’autres : cela n’arrive jamais en test.',
    },
    bad: `let customer;
app.get('/orders', async (req, res) => {
  customer = await customers.load(req.session.customerId);
  res.json(await orders.of(customer));
});
const app = require('express')();`,
    good: `app.get('/orders', async (req, res) => {
  const customer = await customers.load(req.session.customerId);
  res.json(await orders.of(customer));
});
const app = require('express')();`,
    exampleFile: 'src/orders.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `\`${name}\` is shared by all requests and gets the data of this one`,
    fr: ({ name }) => `\`${name}\` est partagé par toutes les requêtes et reçoit les données de celle-ci`,
  },
  detect: ({ file, locals, report }) => {
    if (file.role !== 'production') return {};
    let handlers: ReturnType<typeof requestHandlersOf> | undefined;
    return {
      BinaryExpression(node) {
        if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isIdentifier(node.left)) return;
        const declaration = locals().symbolOf(node.left)?.valueDeclaration;
        if (!declaration || !isModuleVariable(declaration)) return;
        const isHandler = (handlers ??= requestHandlersOf(file));
        const handler = findAncestor(node, (outer) => isFunctionNode(outer) && isHandler(outer)) as
          FunctionNode | undefined;
        if (!handler?.body || !comesFromRequest(node.right, handler)) return;
        // What is made from its own old value is a store that all requests share on purpose.
        if (mentionsAny(node.right, new Set([node.left.text]))) return;
        report(node.left, { name: node.left.text });
      },
    };
  },
});

/** `let` or `var` at the top of the file. */
function isModuleVariable(node: ts.Node): boolean {
  return (
    ts.isVariableDeclaration(node) &&
    ts.isVariableStatement(node.parent.parent) &&
    ts.isSourceFile(node.parent.parent.parent)
  );
}

/** A value that is made from the request or the context; what every request makes alike is a cache. */
function comesFromRequest(value: ts.Expression, { parameters, body }: FunctionNode): boolean {
  const [first] = parameters;
  if (!first || !body) return false;
  return mentionsAny(value, namesDerivedFrom(new Set(boundNames(first.name)), body));
}
