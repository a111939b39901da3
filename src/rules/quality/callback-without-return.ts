import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { functionHead, isFunctionNode } from '../syntax/functions.ts';
import { containsBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/callback-without-return',
  weakness: 'likely-bug',
  precision: 0.9,
  docs: {
    title: {
      en: 'Callback that never returns what is asked',
      fr: 'Fonction de rappel qui ne rend pas ce qu’on attend',
    },
    why: {
      en: 'The method decides by what the callback returns, and this callback never returns anything: every element counts as `undefined`. Add the `return`, or use `forEach` when only the effect matters.',
      fr: 'La méthode décide selon ce que rend la fonction de rappel, or celle-ci ne rend jamais rien : chaque élément compte comme `undefined`. Ajoutez le `return`, ou employez `forEach` si seul l’effet importe.',
    },
    forLeads: {
      en: 'A list is filtered or computed wrongly: the result is empty or made of nothing.',
      fr: 'Une liste est filtrée ou calculée de travers : le résultat est vide ou sans contenu.',
    },
    bad: 'export const large = (sizes: number[]) => sizes.filter((size) => { size > 3; });',
    good: 'export const large = (sizes: number[]) => sizes.filter((size) => size > 3);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ method }: { method: string }) => `The callback of \`${method}\` never returns a value`,
    fr: ({ method }) => `La fonction de rappel de \`${method}\` ne rend jamais de valeur`,
  },
  detect: ({ report }) => ({
    CallExpression(node) {
      if (!ts.isPropertyAccessExpression(node.expression)) return;
      const method = node.expression.name.text;
      const [callback] = node.arguments;
      if (!callback || !methods.has(method) || !isOwnCallback(callback)) return;
      if (isUnusedMap(node, method) || givesValue(callback)) return;
      report(functionHead(callback), { method });
    },
  }),
});

const methods: ReadonlySet<string> = new Set(
  'filter map find findIndex findLast findLastIndex some every flatMap reduce reduceRight'.split(' '),
);

function isOwnCallback(node: ts.Expression): node is ts.ArrowFunction | ts.FunctionExpression {
  return (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isBlock(node.body) && !node.asteriskToken;
}

/** `items.map(…);` for its effect only: nobody looks at what it gives. */
function isUnusedMap(node: ts.CallExpression, method: string): boolean {
  return ts.isExpressionStatement(node.parent) && /^(map|flatMap|every|some)$/.test(method);
}

function givesValue(node: ts.ArrowFunction | ts.FunctionExpression): boolean {
  const gives = (child: ts.Node): boolean =>
    (ts.isReturnStatement(child) && child.expression !== undefined) || ts.isThrowStatement(child);
  return containsBelow(node.body, gives, isFunctionNode) || isAsyncMap(node);
}

/** An async callback gives a promise, which is what `Promise.all(items.map(…))` wants. */
function isAsyncMap(node: ts.ArrowFunction | ts.FunctionExpression): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
}
