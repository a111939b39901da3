import ts from 'typescript';
import { z } from 'zod';
import type { Localized } from '../../base/language.ts';
import { defineRule } from '../define-rule.ts';
import { forEveryFunction, functionHead, functionLines, functionName, type FunctionNode } from '../syntax/functions.ts';
import { isComponent } from '../syntax/components.ts';
import { isSuiteBody } from '../syntax/test-calls.ts';
import { scoreOwnCode, type Increment } from './cognitive-increments.ts';
import { recursiveCall } from './recursion.ts';

const explainedIncrements = 10;

export const rule = defineRule({
  id: 'quality/cognitive-complexity',
  weakness: 'cognitive-complexity',
  cwe: [1121],
  precision: 0.9,
  docs: {
    title: { en: 'Function too hard to follow', fr: 'Fonction trop difficile à suivre' },
    why: {
      en: 'Each branch, loop and jump must be kept in mind while reading, and nested ones weigh more. Above the limit a reader loses the thread, changes take longer and cases are forgotten. Give the inner decisions names of their own: extract functions, return early, replace branches by a table.',
      fr: 'Chaque branche, boucle ou saut doit être gardé en tête pendant la lecture, et davantage encore s’il est imbriqué. Au-delà de la limite, le lecteur perd le fil, les modifications durent plus longtemps et des cas sont oubliés. Donnez un nom aux décisions internes : extrayez des fonctions, sortez tôt, remplacez les branches par une table.',
    },
    forLeads: {
      en: 'This part of the program is so tangled that every change in it takes longer and is more likely to break something else.',
      fr: 'Cette partie du programme est si enchevêtrée que chaque évolution y prend plus de temps et risque davantage de casser autre chose.',
    },
    bad: `export function shippingFee(order, customer) {
  if (order.lines.length > 0) {
    for (const line of order.lines) {
      if (line.isHeavy) {
        if (customer.country === 'FR' || customer.country === 'BE') {
          if (line.quantity > 10 && !customer.isTrade) {
            return 40;
          } else if (line.quantity > 5) {
            return 25;
          }
        }
      }
    }
  }
  return 5;
}`,
    good: `export function shippingFee(order, customer) {
  return Math.max(5, ...order.lines.filter(isHeavyAndNear(customer)).map((line) => heavyFee(line, customer)));
}

function heavyFee(line, customer) {
  if (line.quantity > 10 && !customer.isTrade) return 40;
  return line.quantity > 5 ? 25 : 5;
}`,
  },
  options: z.strictObject({
    max: z.int().min(1).default(15).describe('Highest cognitive complexity that is not reported.'),
  }),
  message: {
    en: ({ name, complexity, max }: { name: string; complexity: number; max: number }) =>
      `\`${name}\` has a cognitive complexity of ${complexity} (at most ${max})`,
    fr: ({ name, complexity, max }) => `\`${name}\` a une complexité cognitive de ${complexity} (${max} au plus)`,
  },
  detect: ({ file, options, report }) => {
    const counted = new Set<ts.Node>();
    return forEveryFunction((node) => {
      if (counted.has(node)) return;
      const increments = incrementsOf(node, counted);
      const structural = sum(increments);
      // A recursion adds 1 and is dear to find, so it is looked for only where that 1 can matter.
      const recursion = structural >= options.max ? recursiveCall(node) : undefined;
      const all = recursion ? [...increments, { at: recursion, construct: 'recursion', points: 1 }] : increments;
      const complexity = sum(all);
      if (complexity <= options.max) return;
      report(
        functionHead(node),
        { name: functionName(node), complexity, max: options.max },
        { drivers: { complexity, functionLines: functionLines(node, file) }, related: explain(all) },
      );
    });
  },
});

/**
 * Increments of a function and of those inside it. A function without a decision of its own (a module wrapper, a
 * test suite, a factory, a set of route handlers) only gives scope, so the functions inside stand for themselves; so do the handlers inside a component.
 */
function incrementsOf(node: FunctionNode, counted: Set<ts.Node>): readonly Increment[] {
  const { own, inner } = scoreOwnCode(node, 0);
  if (own.length === 0 || isSuiteBody(node) || isComponent(node)) return own;
  return [...own, ...inner.flatMap(({ node: function_, nesting }) => incrementsInside(function_, nesting, counted))];
}

function incrementsInside(node: FunctionNode, nesting: number, counted: Set<ts.Node>): readonly Increment[] {
  counted.add(node);
  const { own, inner } = scoreOwnCode(node, nesting);
  return [...own, ...inner.flatMap((entry) => incrementsInside(entry.node, entry.nesting, counted))];
}

function sum(increments: readonly Increment[]): number {
  return increments.reduce((total, increment) => total + increment.points, 0);
}

/** The largest increments, in the order of the code. */
function explain(increments: readonly Increment[]): { at: ts.Node; message: Localized }[] {
  return [...increments]
    .sort((a, b) => b.points - a.points)
    .slice(0, explainedIncrements)
    .sort((a, b) => a.at.pos - b.at.pos)
    .map(({ at, construct, points }) => ({ at: firstTokenOf(at), message: increaseText(construct, points) }));
}

function increaseText(construct: string, points: number): Localized {
  const nesting = points - 1;
  if (construct === 'recursion') return { en: '+1: calls itself', fr: '+1 : s’appelle elle-même' };
  if (nesting === 0) return { en: `+1: \`${construct}\``, fr: `+1 : \`${construct}\`` };
  return {
    en: `+${points}: \`${construct}\` (1, and ${nesting} for its nesting)`,
    fr: `+${points} : \`${construct}\` (1, plus ${nesting} pour l’imbrication)`,
  };
}

/** A statement is pointed at by its keyword, so that an editor does not underline its whole body. */
function firstTokenOf(node: ts.Node): ts.Node {
  return node.getChildCount() > 0 && ts.isStatement(node) ? node.getChildAt(0) : node;
}
