import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { freshKindWithin, type FreshKind } from '../syntax/fresh-value.ts';
import { enclosingFunction } from '../syntax/functions.ts';
import { lastName } from '../syntax/names.ts';

export const rule = defineRule({
  id: 'performance/unstable-dependency-list',
  weakness: 'heavy-page',
  docs: {
    title: { en: 'Hook dependency made anew at each render', fr: 'Dépendance de hook recréée à chaque rendu' },
    why: {
      en: 'Dependencies are compared by identity. An object, array or function made in the body of the component is new at each render: the effect runs every time, the memo never holds, and an effect that sets state runs forever. Depend on the plain values inside, or keep it with `useMemo` or `useCallback`.',
      fr: 'Les dépendances se comparent par identité. Un objet, un tableau ou une fonction créés dans le corps du composant sont nouveaux à chaque rendu : l’effet s’exécute toujours, le mémo ne retient rien, et un effet qui change l’état tourne sans fin. Dépendez des valeurs simples qu’il contient, ou gardez-le avec `useMemo` ou `useCallback`.',
    },
    forLeads: {
      en: 'The page repeats its work, and often its requests to the server, with every keystroke.',
      fr: 'La page refait son travail, et souvent ses requêtes au serveur, à chaque frappe.',
    },
    bad: `export function Orders({ shop, page }) {
  const query = { shop, page };
  useEffect(() => load(query), [query]);
  return <Table />;
}`,
    good: `export function Orders({ shop, page }) {
  useEffect(() => load({ shop, page }), [shop, page]);
  return <Table />;
}`,
    exampleFile: 'src/orders.jsx',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, kind, hook }: { name: string; kind: string; hook: string }) =>
      `\`${name}\` is a new ${kind} at each render, so this \`${hook}\` always runs again`,
    fr: ({ name, kind, hook }) =>
      `\`${name}\` est ${kindsFr[kind as FreshKind]} à chaque rendu : ce \`${hook}\` s’exécute toujours`,
  },
  detect: ({ file, locals, report }) => {
    if (file.role === 'test') return {};
    return {
      CallExpression(node) {
        const list = dependencyList(node);
        const within = list && enclosingFunction(node);
        if (!within) return;
        for (const dependency of list.elements) {
          const kind = freshKindWithin(dependency, within, locals());
          if (!kind) continue;
          report(dependency, { name: shownName(dependency), kind, hook: lastName(node.expression) });
        }
      },
    };
  },
});

const kindsFr: Readonly<Record<FreshKind, string>> = {
  object: 'un nouvel objet',
  array: 'un nouveau tableau',
  function: 'une nouvelle fonction',
};

const hooks = /^use(Effect|LayoutEffect|InsertionEffect|Memo|Callback|ImperativeHandle)$/;

function dependencyList(node: ts.CallExpression): ts.ArrayLiteralExpression | undefined {
  if (!hooks.test(lastName(node.expression))) return undefined;
  const last = node.arguments.at(-1);
  return node.arguments.length > 1 && last && ts.isArrayLiteralExpression(last) ? last : undefined;
}

function shownName(node: ts.Expression): string {
  return ts.isIdentifier(node) ? node.text : '…';
}
