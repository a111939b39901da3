import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { unwrap } from '../syntax/names.ts';
import { findAncestor } from '../syntax/walk.ts';
import { describeValue, nullish } from '../values/value-set.ts';

export const rule = defineRule({
  id: 'quality/null-dereference',
  weakness: 'likely-bug',
  docs: {
    title: { en: 'Property of nothing', fr: 'Propriété de rien' },
    why: {
      en: 'On every way to this place the variable is `null` or `undefined`, so reading a property of it throws.',
      fr: 'Sur tout chemin menant ici, la variable vaut `null` ou `undefined` : en lire une propriété lève une erreur.',
    },
    forLeads: {
      en: 'The program stops with an error as soon as it reaches this line.',
      fr: 'Le programme s’arrête sur une erreur dès qu’il atteint cette ligne.',
    },
    bad: `export function name(order) {
  if (order === null) return order.name;
  return '';
}`,
    good: `export function name(order) {
  if (order !== null) return order.name;
  return '';
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, value }: { name: string; value: string; valueFr: string }) =>
      `\`${name}\` is ${value} here: reading a property of it throws`,
    fr: ({ name, valueFr }) => `\`${name}\` vaut ${valueFr} ici : en lire une propriété lève une erreur`,
  },
  detect: ({ values, report }) => {
    const check = (node: ts.PropertyAccessExpression | ts.ElementAccessExpression): void => {
      const owner = unwrap(node.expression);
      if (!ts.isIdentifier(owner) || node.questionDotToken || owner.text === 'undefined') return;
      const value = values().valueOf(owner);
      if (value === 0 || (value & ~nullish) !== 0 || isExpected(node)) return;
      report(owner, { name: owner.text, value: describeValue(value, 'en'), valueFr: describeValue(value, 'fr') });
    };
    return { PropertyAccessExpression: check, ElementAccessExpression: check };
  },
});

/** Inside `try`, and in tests of such errors, the failure is what somebody waits for. */
function isExpected(node: ts.Node): boolean {
  return findAncestor(node, (ancestor) => ts.isTryStatement(ancestor)) !== undefined;
}
