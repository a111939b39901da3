import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { forEveryFunction, functionHead, functionName, type FunctionNode } from '../syntax/functions.ts';

export const rule = defineRule({
  id: 'quality/many-parameters',
  weakness: 'many-parameters',
  precision: 0.9,
  docs: {
    title: { en: 'Function with many parameters', fr: 'Fonction à nombreux paramètres' },
    why: {
      en: 'A long row of parameters is easily given in the wrong order, and every new need adds one more. Pass one object with named properties, or split the function.',
      fr: 'Une longue suite de paramètres se donne facilement dans le mauvais ordre, et chaque besoin en ajoute un. Passez un objet à propriétés nommées, ou scindez la fonction.',
    },
    forLeads: {
      en: 'Calls of this part are hard to read and easy to get wrong, which slows every change.',
      fr: 'Les appels de cette partie sont difficiles à lire et faciles à rater, ce qui ralentit chaque évolution.',
    },
    bad: `export function send(to: string, from: string, title: string, text: string, copy: string, reply: string, isUrgent: boolean, id: number) {
  return [to, from, title, text, copy, reply, isUrgent, id];
}`,
    good: `export function send(mail: { to: string; from: string; title: string; text: string }) {
  return [mail.to, mail.from, mail.title, mail.text];
}`,
  },
  options: z.strictObject({
    max: z.int().min(1).default(7).describe('Most parameters that are not reported.'),
  }),
  message: {
    en: ({ name, count, max }: { name: string; count: number; max: number }) =>
      `\`${name}\` takes ${count} parameters (at most ${max})`,
    fr: ({ name, count, max }) => `\`${name}\` prend ${count} paramètres (${max} au plus)`,
  },
  detect: ({ file, options, report }) =>
    forEveryFunction((node) => {
      if (!node.body || file.role === 'test' || isInjected(node)) return;
      const count = node.parameters.filter(({ name }) => !ts.isIdentifier(name) || name.text !== 'this').length;
      if (count > options.max) report(functionHead(node), { name: functionName(node), count, max: options.max });
    }),
});

/** A constructor whose parameters a container fills in by type; the shape of a callback is its caller's choice. */
function isInjected(node: FunctionNode): boolean {
  if (ts.isConstructorDeclaration(node)) {
    return (
      node.parameters.every((parameter) => (parameter.modifiers?.length ?? 0) > 0) ||
      (ts.getDecorators(node.parent)?.length ?? 0) > 0
    );
  }
  return (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isCallExpression(node.parent);
}
